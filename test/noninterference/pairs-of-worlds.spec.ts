import { getNamedType, isInputObjectType } from 'graphql';
import { DeclaredAccess } from '../../apps/hub/src/declared-access.js';
import { testDialect } from '../support/database.js';
import { disagreements } from './pairs/agreement.js';
import { lacking } from './pairs/lacking.js';
import { Pairs, viewersOf } from './pairs/pairs.js';
import { describeLeak } from './pairs/report.js';
import { ROUTES, readsShared } from './pairs/routes.js';
import { contentBy } from './world/content.js';
import { openWorld } from './world/opening.js';
import type { World } from './world/world.js';

const SEED = 20_261_103;
/** A thousand in all; the rule and the words are the same on both engines, and each has statements of its own. */
const PAIRS = testDialect() === 'sqlite' ? 850 : 150;
const MOST_DEEDS = 200;

describe('two worlds that differ only in what somebody may not see', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(SEED);
  }, 120_000);
  afterAll(() => world.hub.close());

  /** What the proof holds to be somebody's to see, it takes from its own facts: they must be right, or it proves nothing. */
  const agree = async () => {
    const differing: string[] = [];
    for (const viewer of viewersOf(world)) differing.push(...(await disagreements(world, viewer)));
    return differing;
  };

  it('are told apart by the proof as by the hub', async () => {
    expect(await agree()).toEqual([]);
  }, 60_000);

  it(`answer every root field of Query alike, in ${PAIRS} pairs`, async () => {
    const proof = await Pairs.in(world);
    await proof.run({ deeds: MOST_DEEDS, pairs: PAIRS });
    expect(proof.leaks.map(describeLeak)).toEqual([]);
    expect(proof.tally.pairs).toBeGreaterThanOrEqual(PAIRS);
    expect(proof.tally.refused).toBeLessThan(proof.tally.deeds / 4);
    expect(await agree()).toEqual([]);
  }, 600_000);

  it('are asked by every plain route that tells of what is shared', () => {
    const entrances = world.hub.app.get(DeclaredAccess, { strict: false }).entrances();
    const reading = entrances.map(({ name }) => name).filter(readsShared);
    expect(reading.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('are asked with every argument that the contract has', () => {
    expect(lacking(world.contract)).toEqual([]);
    const writer = Object.values(world.facts.people).find(({ email }) => email.startsWith('analyst@'));
    if (!writer) throw new Error('There is no analyst.');
    const said = Array.from({ length: 200 }, () => contentBy(world, writer, writer.memberId));
    for (const [input, given] of [
      ['PublicationContentInput', said],
      ['AudienceInput', said.map(({ audience }) => audience)],
      ['ReferenceInput', said.flatMap(({ references }) => references ?? [])],
    ] as const) {
      const type = getNamedType(world.contract.getType(input));
      const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
      const used = new Set(given.flatMap((one) => Object.keys(one)));
      expect(fields.filter((field) => !used.has(field))).toEqual([]);
    }
  });
});
