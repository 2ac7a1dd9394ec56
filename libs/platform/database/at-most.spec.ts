import sql from 'sql-template-tag';
import { atMost, atMostTwice } from './at-most.js';

it('stands in the text, so that a prepared plan knows it', () => {
  const statement = sql`SELECT id FROM member WHERE id > ${'a'} ${atMost(21)}`;
  expect(statement.text).toBe('SELECT id FROM member WHERE id > $1 LIMIT 21');
  expect(statement.values).toEqual(['a']);
});

it('lets through what was asked for and at most twice as much, in few different texts', () => {
  const texts = new Set<string>();
  for (let count = 1; count <= 1_001; count += 1) {
    const { text } = atMostTwice(count);
    const rows = Number(text.replace('LIMIT ', ''));
    expect(rows).toBeGreaterThanOrEqual(count);
    expect(rows).toBeLessThanOrEqual(2 * count);
    texts.add(text);
  }
  expect(texts.size).toBe(11);
  expect(atMostTwice(0).text).toBe('LIMIT 0');
});

it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1; DROP TABLE member' as unknown as number])(
  'is not made of %p',
  (count) => {
    expect(() => atMost(count)).toThrow(RangeError);
    expect(() => atMostTwice(count)).toThrow(RangeError);
  },
);
