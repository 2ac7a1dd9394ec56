import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Pairs } from './pairs/pairs.js';
import { describeLeak } from './pairs/report.js';
import { openWorld } from './world/opening.js';

/** After so many deeds a new world begins: what has piled up makes everything slow. */
const DEEDS_IN_A_WORLD = 150;
const MOST_SHOWN = 5;

/** Compares pairs of worlds until there are as many as asked for, one world of deeds after another, and stops at the first leak. */
async function prove(wanted: number, firstSeed: number): Promise<boolean> {
  const start = performance.now();
  let pairs = 0;
  let deeds = 0;
  for (let seed = firstSeed; pairs < wanted; seed += 1) {
    const world = await openWorld(seed);
    try {
      const proof = await Pairs.in(world);
      await proof.run({ deeds: DEEDS_IN_A_WORLD, pairs: wanted - pairs });
      pairs += proof.tally.pairs;
      deeds += proof.tally.deeds;
      const minutes = ((performance.now() - start) / 60_000).toFixed(1);
      console.log(
        `${pairs} of ${wanted} pairs, ${deeds} deeds, ${minutes} minutes; the last world had the seed ${seed}`,
      );
      if (proof.leaks.length === 0) continue;
      console.error(`\nThe world with the seed ${seed} leaks. See it again with --seed ${seed}.\n`);
      for (const leak of proof.leaks.slice(0, MOST_SHOWN)) console.error(describeLeak(leak));
      return false;
    } finally {
      await world.hub.close();
    }
  }
  return true;
}

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
});
const [pairs, seed] = [Number(values.pairs), Number(values.seed)];
if (!Number.isSafeInteger(pairs) || !Number.isSafeInteger(seed) || pairs < 1) {
  console.error('Give whole numbers: --pairs 50000 --seed 1.');
  process.exit(2);
}
console.log(`Comparing ${pairs} pairs of worlds, from the seed ${seed} on.`);
process.exitCode = (await prove(pairs, seed)) ? 0 : 1;
