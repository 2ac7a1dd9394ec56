import fc from 'fast-check';
import { collect } from './pages.js';

describe('collecting pages', () => {
  it('gives the first so many in order, and the cursor after the last of them', async () => {
    const sizes = { total: fc.nat(350), first: fc.integer({ min: 1, max: 400 }) };
    await fc.assert(
      fc.asyncProperty(fc.record(sizes), async ({ total, first }) => {
        const asked: number[] = [];
        const { nodes, next } = await collect({ first }, async (page) => {
          asked.push(page.first);
          const from = page.after === null ? 0 : Number(page.after);
          const numbers = Array.from({ length: total }, (_, at) => at).slice(from, from + page.first);
          const end = from + numbers.length;
          return {
            edges: numbers.map((node) => ({ node })),
            pageInfo: { hasNextPage: end < total, endCursor: numbers.length > 0 ? `${end}` : null },
          };
        });
        expect(nodes).toEqual(Array.from({ length: Math.min(total, first) }, (_, at) => at));
        expect(next).toBe(first < total ? `${first}` : null);
        expect(Math.max(...asked)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('goes on after a cursor', async () => {
    const { nodes } = await collect({ first: 2, after: 'x' }, async ({ after }) => ({
      edges: [{ node: after }],
      pageInfo: { hasNextPage: false, endCursor: null },
    }));
    expect(nodes).toEqual(['x']);
  });

  it('stops where a page is empty though more is promised', async () => {
    const empty = { edges: [], pageInfo: { hasNextPage: true, endCursor: 'x' } };
    expect(await collect({ first: 5 }, async () => empty)).toEqual({ nodes: [], next: null });
  });
});
