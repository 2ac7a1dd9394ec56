import sql from 'sql-template-tag';
import { atMost } from './at-most.js';

it('stands in the text, so that a prepared plan knows it', () => {
  const statement = sql`SELECT id FROM member WHERE id > ${'a'} ${atMost(21)}`;
  expect(statement.text).toBe('SELECT id FROM member WHERE id > $1 LIMIT 21');
  expect(statement.values).toEqual(['a']);
});

it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1; DROP TABLE member' as unknown as number])(
  'is not made of %p',
  (count) => {
    expect(() => atMost(count)).toThrow(RangeError);
  },
);
