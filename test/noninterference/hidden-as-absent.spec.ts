import { compareHiddenWithAbsent, type Telling } from './absent/comparison.js';
import { idPaths } from './absent/id-paths.js';
import { lookUps, toldApart } from './absent/queries.js';
import { toldApartByTaxii } from './absent/taxii-paths.js';
import { heardBy, watches } from './absent/watches.js';
import { actorsOf } from './deeds/actors.js';
import { DEEDS, nextDeed, perform } from './deeds/deeds.js';
import { viewersOf } from './pairs/pairs.js';
import { openWorld } from './world/opening.js';
import type { World } from './world/world.js';

const SEED = 20_261_103;
const MOST_DEEDS = 400;
const OTHERS = 1;
/** Deeds that make what others are about: done where there is nothing to do the wanted one with. */
const MAKERS = Object.keys(DEEDS).filter((name) =>
  /^(addRemote|create|invite|post|publish|schedule|submit)/.test(name),
);

describe('a thing that somebody may not know of', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(SEED);
  }, 60_000);
  afterAll(() => world.hub.close());

  it('is as if absent to whoever looks it up, by every root field that takes an id', async () => {
    const operations = lookUps(world);
    expect(operations.length).toBeGreaterThanOrEqual(5);
    const told: string[] = [];
    for (const viewer of viewersOf(world)) {
      for (const operation of operations) told.push(...(await toldApart(world, viewer, operation)));
    }
    expect(told).toEqual([]);
  }, 120_000);

  it('is as if absent to whoever watches it, by every subscription that takes an id', async () => {
    const operations = watches(world);
    expect(operations.map(({ asked }) => asked[0]?.root).sort()).toEqual(['commentsChanged', 'reachChanged']);
    const told: string[] = [];
    for (const viewer of viewersOf(world)) {
      const heard = (...[carrier, question]: Parameters<World['hub']['answer']>) =>
        heardBy(world, carrier, question);
      for (const operation of operations) told.push(...(await toldApart(world, viewer, operation, heard)));
    }
    expect(told).toEqual([]);
  }, 120_000);

  it('is as if absent by every path of TAXII that takes an id', async () => {
    const told: string[] = [];
    for (const viewer of viewersOf(world)) {
      if (viewer.carrier.authorization) told.push(...(await toldApartByTaxii(world, viewer)));
    }
    expect(told).toEqual([]);
  }, 60_000);

  it('is as if absent to whoever names it in a mutation, wherever an id can be given', async () => {
    const paths = idPaths(world.contract);
    const left = new Set(
      [...paths].flatMap(([mutation, all]) => all.map((path) => `${mutation} ${path.join('.')}`)),
    );
    const telling: Telling[] = [];
    for (let count = 0; left.size > 0 && count < MOST_DEEDS; count += 1) {
      const wanted = world.random.maybe([...left])?.split(' ')[0] ?? '';
      const maker = world.random.pick(MAKERS);
      const deed = DEEDS[wanted]?.plan(world) ?? DEEDS[maker]?.plan(world) ?? nextDeed(world);
      const others = world.random.some(actorsOf(world, null), OTHERS);
      for (const path of paths.get(deed.mutation) ?? []) {
        for (const by of [deed.by, ...others]) {
          const found = await compareHiddenWithAbsent(world, { ...deed, by }, path);
          telling.push(...found.telling);
          if (by === deed.by && Object.keys(found.compared).length > 0)
            left.delete(`${deed.mutation} ${path.join('.')}`);
        }
      }
      await perform(world, deed);
      world.hub.clock.advance(1);
    }
    expect(telling).toEqual([]);
    expect([...left]).toEqual([]);
  }, 180_000);

  it('is tried with every mutation of the contract', () => {
    const mutations = Object.keys(world.contract.getMutationType()?.getFields() ?? {});
    expect(Object.keys(DEEDS).sort()).toEqual(mutations.sort());
  });
});
