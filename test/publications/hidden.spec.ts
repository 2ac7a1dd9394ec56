import fc from 'fast-check';
import type { Principal } from '#access';
import { Feed, Publications, Releases, Search } from '#publications';
import { plainlyVisible } from '../../libs/access/plain-rule.fixture.js';
import type { TestDatabase } from '../support/database.js';
import { Hub, openHubDatabase } from './hub.js';
import { anyDeed, type Known, World } from './random-world.js';
import { shown } from './shown.js';

/** Every answer is asked for again and again. Milliseconds. */
const PATIENCE = 180_000;

describe('what somebody may not see', () => {
  let place: TestDatabase;
  let hub: Hub;
  let world: World;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    world = await World.in(hub);
    for (const deed of fc.sample(anyDeed, { seed: 11, numRuns: 90 })) await world.do(deed);
  }, PATIENCE);
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  /** Every answer that somebody gets, cursors included. */
  async function answers(principal: Principal): Promise<string> {
    const feed = await hub.get(Feed).page(principal, { first: 7 });
    const filtered = await hub.get(Feed).page(principal, { first: 3, filter: { severityAtLeast: 'HIGH' } });
    const origins = await Promise.all(
      world.offices.map(({ memberId }) =>
        hub.get(Feed).page(principal, { first: 5, filter: { originId: memberId } }),
      ),
    );
    const search = await hub.get(Search).page(principal, { text: 'bal', first: 5 });
    const every = await hub.get(Search).page(principal, { first: 2 });
    const log = await hub.get(Releases).connection(principal, { first: 100 });
    const alerts = await hub.get(Releases).connection(principal, { first: 3, filter: { kinds: ['ALERT'] } });
    const ids = world.known.map(({ id }) => id);
    const views = await hub.get(Publications).byIds(principal, ids);
    const pages = [feed, filtered, ...origins, search, every];
    return JSON.stringify([
      pages.map(({ edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } }) => [
        edges.map(({ cursor, node }) => [cursor, node.id]),
        [hasNextPage, hasPreviousPage, startCursor, endCursor],
      ]),
      search.edges.map(({ snippet }) => snippet),
      [await search.counts(), await every.counts()],
      [log, alerts].map(({ edges, pageInfo }) => [
        edges.map(({ cursor, node: { what, at, publicationId, publication, revision } }) => [
          ...[cursor, what, at, publicationId],
          ...[publication?.id, revision?.id, revision?.title],
        ]),
        pageInfo,
      ]),
      await hub.get(Releases).position(principal),
      await Promise.all(ids.filter((id) => views.has(id)).map((id) => shown(views.get(id) ?? null))),
    ]);
  }

  it(
    'changes not one byte of any answer, whatever happens to it',
    async () => {
      const seen = ({ viewer }: Principal, known: Known) =>
        plainlyVisible(viewer, (known.entries.at(-1) as Known['entries'][number]).released);
      let compared = 0;
      for (const deed of fc.sample(anyDeed, { seed: 12, numRuns: 60 })) {
        const viewers = await Promise.all(
          fc.sample(fc.constantFrom(...world.people), 2).map((who) => hub.as(who)),
        );
        const before = await Promise.all(viewers.map(answers));
        const stood = new Map(world.known.map((known) => [known.id, known.entries.length]));
        const saw = viewers.map(
          (viewer) => new Set(world.known.filter((known) => seen(viewer, known)).map(({ id }) => id)),
        );
        if (!(await world.do(deed))) continue;
        const touched = world.known.filter(({ id, entries }) => stood.get(id) !== entries.length);
        for (const [index, viewer] of viewers.entries()) {
          if (touched.some((known) => saw[index]?.has(known.id) || seen(viewer, known))) continue;
          expect(await answers(viewer)).toBe(before[index]);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(5);
    },
    PATIENCE,
  );
});
