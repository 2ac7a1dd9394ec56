import fc from 'fast-check';
import { Random } from './random.js';

describe('Random', () => {
  it('draws the same for the same seed and otherwise for another', () => {
    const draws = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('stays within bounds, both ends included', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, least, width) => {
        const drawn = new Random(seed).whole(least, least + width);
        expect(Number.isInteger(drawn) && drawn >= least && drawn <= least + width).toBe(true);
      }),
    );
    const random = new Random(1);
    expect(new Set(Array.from({ length: 200 }, () => random.whole(1, 3)))).toEqual(new Set([1, 2, 3]));
  });

  it('takes so many different ones, or all', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uniqueArray(fc.nat()), fc.nat(20), (seed, choices, count) => {
        const taken = new Random(seed).some(choices, count);
        expect(taken).toHaveLength(Math.min(count, choices.length));
        expect(new Set(taken).size).toBe(taken.length);
        for (const one of taken) expect(choices).toContain(one);
      }),
    );
  });
});
