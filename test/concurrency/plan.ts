import type { Job, Kind } from './ledger.js';

/** What revisions are made of; they must be there before. */
export const THINGS = Array.from({ length: 20 }, (_, index) => `thing ${index}`);

const READS = 0.2;
const ROLL_BACKS = 0.2;
const PAUSES = 0.3;
/** Shares of the writes; the rest are plain saves. */
const RELEASES = 0.4;
const REVISIONS = 0.3;
/** How many steps `work` has before its last. */
const STEPS: Record<Kind, number> = { release: 7, revise: 7, save: 3 };

/** Marsaglia's xorshift with 32 bits: the same numbers in [0, 1) for the same seed. */
function random(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What is done, in an order that a seed gives: jobs, and null where somebody reads. */
export function plan(seed: number, many: number): (Job | null)[] {
  const next = random(seed);
  return Array.from({ length: many }, (_, index) => {
    if (next() < READS) return null;
    const share = next();
    const kind = share < RELEASES ? 'release' : share < RELEASES + REVISIONS ? 'revise' : 'save';
    const writer = `writer ${index}`;
    return {
      writer,
      kind,
      thing: kind === 'release' ? writer : (THINGS[Math.floor(next() * THINGS.length)] as string),
      failsAfter: next() < ROLL_BACKS ? Math.floor(next() * STEPS[kind]) : null,
      pauses: Array.from({ length: STEPS[kind] }, () => next() < PAUSES),
    };
  });
}
