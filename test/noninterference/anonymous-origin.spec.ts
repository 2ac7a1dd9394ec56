import type { PublicationContentInput } from '#contract';
import { testDialect } from '../support/database.js';
import { act, personAt } from './deeds/act.js';
import { RELEASE_PAYLOAD } from './deeds/released.js';
import { atHub, personOf } from './model/rules.js';
import { without } from './pairs/observer.js';
import { viewersOf } from './pairs/pairs.js';
import { type Ask, Planner, type Viewer } from './pairs/plan.js';
import { parting } from './pairs/report.js';
import { Random } from './random.js';
import { openWorld } from './world/opening.js';
import type { World } from './world/world.js';

const SEED = 57;
/** What is asked at random, is asked anew each round. */
const ROUNDS = testDialect() === 'sqlite' ? [1, 2] : [1];

/** How far the moment of what is added runs ahead of the clock is left to chance, below a second. */
const ADDED = /(date[_-]added(?:-first|-last)?"[:,]"[^"]{20})\d{6}/g;

/** A place in the log of objects, sealed: how many facts stand before it is nothing that anybody can read. */
const SEALED = /"(cursor|startCursor|endCursor)":"[\w-]{48}"/g;

/** Two counties of one state, each of which has a desk that does everything. */
const COUNTIES = { dane: 'clerk', dodge: 'gone' } as const;
type County = keyof typeof COUNTIES;

describe('two worlds in which another county posted what is anonymous', () => {
  let worlds: Record<County, World>;
  let planner: Planner;
  beforeAll(async () => {
    worlds = { dane: await openWorld(SEED), dodge: await openWorld(SEED) };
    for (const county of Object.keys(COUNTIES) as County[]) await tell(worlds[county], COUNTIES[county]);
    planner = await Planner.for(worlds.dane, viewersOf(worlds.dane));
  }, 90_000);
  afterAll(async () => {
    for (const world of Object.values(worlds)) await world.hub.close();
  });

  it('look alike to everybody who may not tell', async () => {
    const apart: string[] = [];
    for (const [one, other] of viewers(({ asker }) => !mayTell(worlds.dane, asker))) {
      for (const ask of await questions(one)) {
        const [inDane, inDodge] = await answers(one, other, ask);
        if (inDane !== inDodge) apart.push(`${one.name}, ${ask.query}\n${parting(inDane, inDodge)}`);
      }
    }
    expect(apart).toEqual([]);
  }, 120_000);

  it('do not to those who may', async () => {
    for (const [one, other] of viewers(({ asker }) => mayTell(worlds.dane, asker))) {
      const told: boolean[] = [];
      for (const ask of await questions(one)) {
        const [inDane, inDodge] = await answers(one, other, ask);
        told.push(inDane !== inDodge);
      }
      expect(told).toContain(true);
    }
  }, 60_000);

  /** The same person in both worlds. */
  function viewers(wanted: (viewer: Viewer) => boolean): [Viewer, Viewer][] {
    const others = new Map(viewersOf(worlds.dodge).map((viewer) => [viewer.name, viewer]));
    return viewersOf(worlds.dane)
      .filter(wanted)
      .map((viewer) => [viewer, others.get(viewer.name) as Viewer]);
  }

  async function questions(viewer: Viewer): Promise<Ask[]> {
    const { dane: world } = worlds;
    const asks: Ask[] = [];
    for (const round of ROUNDS) asks.push(...(await planner.plan(viewer, round, new Random(round))));
    return [...asks, ...byOrigin(world), ...byTaxii()];
  }

  async function answers(one: Viewer, other: Viewer, ask: Ask): Promise<[string, string]> {
    const asked = async (world: World, { carrier }: Viewer) => {
      const answer = await world.hub.answer(carrier, inWorld(world, ask));
      return without(answer, ask, new Set(['audit', 'auditVerification']))
        .replace(/wfk_[\w-]{8}/g, 'wfk_')
        .replace(ADDED, '$1')
        .replace(SEALED, '"$1":""');
    };
    return [await asked(worlds.dane, one), await asked(worlds.dodge, other)];
  }
});

/** Its own people can tell, and hub analysts. */
const mayTell = (world: World, asker: Viewer['asker']): boolean => {
  const desks = Object.values(COUNTIES).map((desk) => personAt(world, desk).memberId);
  return desks.includes(personOf(world.facts, asker)?.memberId ?? '') || atHub(world.facts, asker, 'ANALYST');
};

/** The links of invitations are random. */
function inWorld(world: World, ask: Ask): Ask {
  const [link] = Object.values(world.facts.invitations).filter(({ kept }) => kept);
  const variables = JSON.stringify(ask.variables).replace(/wfi_[\w-]{43}/g, link?.token ?? '');
  return { ...ask, variables: JSON.parse(variables) as Ask['variables'] };
}

/** Every list that takes a filter, asked for what each county posted. */
function byOrigin(world: World): Ask[] {
  const originIds = Object.values(COUNTIES).map((desk) => personAt(world, desk).memberId);
  const roots = ['publications', 'searchPublications', 'releases'];
  return originIds.flatMap((originId) =>
    roots.map((root) => ({
      query: `query ($filter: PublicationFilter) { r0: ${root}(filter: $filter, first: 50) { edges { cursor node { __typename } } pageInfo { hasNextPage endCursor } } }`,
      variables: { filter: { originId } },
      rootOf: new Map([['r0', root]]),
    })),
  );
}

/** All that leaves by TAXII, with when it was added. */
function byTaxii(): Ask[] {
  const paths = ['all', 'alerts', 'indicators', 'region-55', 'region-55025', 'region-55027'].flatMap((name) =>
    ['objects', 'manifest'].map((list) => `collections/${name}/${list}/?limit=1000&match[version]=all`),
  );
  return ['collections/', ...paths].map((path) => ({
    path: `/taxii2/community/${path}`,
    query: '',
    variables: {},
    rootOf: new Map(),
  }));
}

/** What the county's desk and others do; all but who it is is the same in both worlds. */
async function tell(world: World, desk: string): Promise<void> {
  const release = async (who: string, mutation: string, input: object) => {
    const { publication } = await act(world, who, mutation, input, RELEASE_PAYLOAD);
    return { id: publication.id, revisionId: publication.revision?.id ?? '' };
  };
  const say = (title: string, more: Partial<PublicationContentInput>): PublicationContentInput => ({
    kind: 'ALERT',
    title,
    summary: 'What we saw',
    tlp: 'AMBER',
    audience: { regions: ['55'] },
    attribution: 'ANONYMOUS',
    severity: 'HIGH',
    urgency: 'EXPECTED',
    certainty: 'OBSERVED',
    cves: ['CVE-2026-77777'],
    ...more,
  });
  const red = { tlp: 'RED', audience: { personIds: [personAt(world, 'official').id] } } as const;
  const own = { tlp: 'RED', audience: { personIds: [personAt(world, desk).id] } } as const;

  const first = await release(desk, 'publish', { content: say('First', {}) });
  await release(desk, 'publish', { content: say('Open', { tlp: 'CLEAR' }) });
  await release(desk, 'publish', { content: say('Emergency', { tlp: 'GREEN', severity: 'EMERGENCY' }) });
  await release(desk, 'publish', { content: say('Strict', { tlp: 'AMBER_STRICT' }) });
  await release(desk, 'publish', { content: say('Named', red) });
  const once = await release(desk, 'publish', { content: say('Named', { ...own, attribution: 'NAMED' }) });
  await release(desk, 'revisePublication', { ...once, content: say('Now anonymous', {}), note: 'For all' });
  const second = await release(desk, 'revisePublication', {
    ...first,
    content: say('Second', {}),
    note: 'More',
  });
  const seen = [{ value: '185.220.101.200', description: 'An exit' }];
  const alone = { audience: { regions: ['55'] }, attribution: 'ANONYMOUS', indicators: seen };
  await act(world, desk, 'addIndicators', { publicationId: first.id, indicators: seen });
  const { results } = await act(world, desk, 'addIndicators', alone, 'results { indicator { id } }');
  await act(world, desk, 'recordSighting', { indicatorId: results[0]?.indicator.id, count: 7 });
  await act(world, 'official', 'acknowledge', { publicationId: first.id, response: 'NEED_HELP' });
  const wider = await release(desk, 'changeAudience', {
    ...second,
    audience: { regions: ['55025', '55079'] },
  });
  await release('analyst', 'revisePublication', { ...wider, content: say('By the hub', {}), note: 'Edited' });
  const gone = await release(desk, 'publish', { content: say('To be withdrawn', {}) });
  await act(world, desk, 'withdrawPublication', { id: gone.id, reason: 'A mistake' });
  await release(desk, 'publish', { content: say('Superseding', {}), supersedesIds: [first.id] });
}
