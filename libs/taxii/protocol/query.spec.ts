import fc from 'fast-check';
import { MOST_LIMIT, readQuery, USUAL_LIMIT } from './query.js';

const limitOf = (text: string) => readQuery(new URLSearchParams({ limit: text }), []).limit;

describe('limit (TAXII 2.1, section 3.4)', () => {
  it('is what is asked for, but never more than is served at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 * MOST_LIMIT }), (limit) => {
        expect(limitOf(String(limit))).toBe(limit < MOST_LIMIT ? limit : MOST_LIMIT);
      }),
    );
    expect(readQuery(new URLSearchParams(), []).limit).toBe(USUAL_LIMIT);
  });

  it.each(['0', '-1', '1.5', '', 'ten', '1e3', '9'.repeat(16)])('of %j is refused', (text) => {
    expect(() => limitOf(text)).toThrow('limit is a whole number above 0');
  });
});
