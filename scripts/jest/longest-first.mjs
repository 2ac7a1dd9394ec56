import Sequencer from '@jest/test-sequencer';

/** What takes longest, in that order: begun last, it would keep one core busy while the others have nothing to do. */
export const LONGEST = [
  'test/noninterference/pairs-of-worlds.spec.ts',
  'test/browser/accessible.spec.ts',
  'test/browser/journeys/alert.spec.ts',
  'test/cli/watchfire.spec.ts',
  'test/hub/start-stop.spec.ts',
  'test/noninterference/live.spec.ts',
  'test/noninterference/revocation.spec.ts',
  'test/concurrency/proof.spec.ts',
  'test/demo/seed.spec.ts',
  'test/kill/kill.spec.ts',
  'test/kill/deliveries.spec.ts',
  'test/cli/tail.spec.ts',
  'test/bad-input/bad-input.spec.ts',
];

/** Several specs in one file (`suites.mjs`). */
const isSuite = (path) => path.endsWith('.mjs');

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(`/${name}`));
  if (isSuite(path)) return 0.5;
  return place < 0 ? LONGEST.length : place;
};

/** Jest's own order, but the longest first: a fresh checkout does not know yet how long each takes. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
