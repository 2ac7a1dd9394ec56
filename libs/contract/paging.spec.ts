import fc from 'fast-check';
import { connection, firstOf, withNodes } from './index.js';

describe('firstOf', () => {
  it('takes 1 to 100 and the usual where nothing is asked', () => {
    expect(firstOf(1)).toBe(1);
    expect(firstOf(100)).toBe(100);
    expect(firstOf(null, 50)).toBe(50);
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('refuses %d', (first) => {
    expect(() => firstOf(first)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', field: ['first'] }));
  });
});

describe('connection', () => {
  it('says that more follows exactly when one more than asked was found, and never hands that one out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (all, first) => {
        const page = connection(all.slice(0, first + 1), { first, cursorOf: (n) => `c${n}` });
        expect(page.edges.map(({ node }) => node)).toEqual(all.slice(0, first));
        expect(page.pageInfo.hasNextPage).toBe(all.length > first);
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
      }),
    );
  });
});

describe('withNodes', () => {
  it('keeps each line its cursor, and the page its ends', () => {
    const page = connection([1, 2, 3], { first: 2, cursorOf: (n) => `c${n}` });
    const { edges, pageInfo } = withNodes(page, (n) => n * 10);
    expect(edges.map(({ node, cursor }) => [node, cursor])).toEqual([
      [10, 'c1'],
      [20, 'c2'],
    ]);
    expect(pageInfo).toBe(page.pageInfo);
  });
});
