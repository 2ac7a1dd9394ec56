import fc from 'fast-check';
import { ANONYMOUS, type Principal, TLPS } from '#access';
import type { PublicationFilter } from '#contract';
import { Feed, Publications, Releases, SEVERITIES, Search, wordsOf } from '#publications';
import { builtInTree } from '#regions';
import { plainlyVisible } from '../../libs/access/plain-rule.fixture.js';
import type { TestDatabase } from '../support/database.js';
import { Hub, openHubDatabase } from './hub.js';
import { anyDeed, anyFilter, type Entry, type Known, stands, WORDS, World } from './random-world.js';

const last = (known: Known): Entry => known.entries.at(-1) as Entry;
const seesNow = ({ viewer }: Principal, known: Known): boolean =>
  plainlyVisible(viewer, last(known).released);

/** Whether a viewer can tell who posted it. */
function tells({ viewer }: Principal, known: Known): boolean {
  const named = stands(known.entries) && last(known).content.attribution !== 'ANONYMOUS';
  const analyst = viewer?.member.kind === 'HUB' && viewer.roles.includes('ANALYST');
  return named || viewer?.member.id === known.originId || analyst;
}

/** The contract's sentences about filters, one by one. */
function asked(filter: PublicationFilter, principal: Principal, known: Known, now: string): boolean {
  const { content, released, at } = last(known);
  const standing = stands(known.entries);
  const level = (severity: string) => SEVERITIES.indexOf(severity as (typeof SEVERITIES)[number]);
  const some = <T>(wanted: readonly T[] | null | undefined, has: (value: T) => boolean) =>
    !wanted || wanted.length === 0 || wanted.some(has);
  if (!some(filter.kinds, (kind) => kind === content.kind)) return false;
  if (!some(filter.tlps, (tlp) => tlp === released.tlp)) return false;
  if (!some(filter.statuses, (status) => status === content.status)) return false;
  if (filter.severityAtLeast) {
    if (!standing || !content.severity || level(content.severity) < level(filter.severityAtLeast))
      return false;
  }
  const addressed = standing ? (content.audience.regions ?? []) : [];
  const meets = (wanted: string) =>
    addressed.some((code) => builtInTree.isAtOrUnder(code, wanted) || builtInTree.isAtOrUnder(wanted, code));
  if (!some(filter.regions, meets)) return false;
  if (!some(filter.affectedSystems, (system) => standing && !!content.affectedSystems?.includes(system)))
    return false;
  if (filter.originId && !(filter.originId === known.originId && tells(principal, known))) return false;
  if (filter.cve && !(standing && content.cves?.includes(filter.cve))) return false;
  if (filter.updatedFrom && at < filter.updatedFrom) return false;
  if (filter.updatedUntil && at >= filter.updatedUntil) return false;
  if (filter.currentOnly && !(standing && (content.expiresAt == null || content.expiresAt > now)))
    return false;
  return true;
}

/** Whether the words of a search occur in what its viewer sees; the last word may be only begun. */
function says(known: Known, text: string): boolean {
  const { content, released } = last(known);
  const hidden = TLPS.indexOf(released.tlp) >= TLPS.indexOf('AMBER_STRICT');
  const said = stands(known.entries)
    ? [content.title, content.summary, content.body, ...(content.cves ?? [])]
    : [hidden ? '' : content.title];
  const words = ` ${said.map((part) => wordsOf(part ?? '').join(' ')).join(' ')} `;
  const terms = text.split(' ').map((term) => wordsOf(term).join(' '));
  return terms.every((term, index) => words.includes(index === terms.length - 1 ? ` ${term}` : ` ${term} `));
}

/** Hundreds of releases and reads take their time on a busy machine. Milliseconds. */
const PATIENCE = 180_000;

describe('reading', () => {
  let place: TestDatabase;
  let hub: Hub;
  let world: World;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    world = await World.in(hub);
    let done = 0;
    for (const deed of fc.sample(anyDeed, { seed: 7, numRuns: 300 })) if (await world.do(deed)) done += 1;
    expect(done).toBeGreaterThan(120);
    expect(new Set(world.known.flatMap(({ entries }) => entries.map(({ what }) => what))).size).toBe(4);
  }, PATIENCE);
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  const anyone = () => fc.option(fc.constantFrom(...world.people), { freq: 8 });
  const as = async (who: string | null) => (who === null ? ANONYMOUS : hub.as(who));
  const latestFirst = (found: readonly Known[]) =>
    [...found].sort((a, b) => last(b).sequence - last(a).sequence).map(({ id }) => id);
  const memberIds = () => world.offices.map(({ memberId }) => memberId);
  const check = <T extends [unknown, ...unknown[]]>(
    arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
    holds: (...values: T) => Promise<void>,
    numRuns: number,
  ) => fc.assert(fc.asyncProperty(...(arbitraries as [fc.Arbitrary<unknown>]), holds as never), { numRuns });

  /** All ids of a list, read page by page. */
  async function paged(
    page: (after: string | null) => Promise<{
      edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
      pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    }>,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo }: Awaited<ReturnType<typeof page>> = await page(after);
      ids.push(...edges.map(({ node }) => node.id));
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
      if (!pageInfo.hasNextPage) return ids;
      after = pageInfo.endCursor;
    }
  }

  it(
    'pages of the feed are what the plain rule and the plain filter leave, for anyone, any filter and any size',
    async () => {
      await check<[string | null, PublicationFilter, number]>(
        [anyone(), anyFilter(memberIds()), fc.integer({ min: 1, max: 30 })],
        async (who, filter, first) => {
          const principal = await as(who);
          const now = hub.clock.now().toISOString();
          const expected = world.known.filter(
            (known) => seesNow(principal, known) && asked(filter, principal, known, now),
          );
          const found = await paged((after) => hub.get(Feed).page(principal, { filter, first, after }));
          expect(found).toEqual(latestFirst(expected));
        },
        80,
      );
    },
    PATIENCE,
  );

  it(
    'searches find what the viewer sees and counts nothing else',
    async () => {
      const text = fc.array(fc.constantFrom(...WORDS, 'CVE-2026-0001', 'elec', 'pol', 'cve-20'), {
        minLength: 1,
        maxLength: 2,
      });
      await check<[string | null, PublicationFilter, string[] | null, number]>(
        [anyone(), anyFilter(memberIds()), fc.option(text), fc.integer({ min: 1, max: 30 })],
        async (who, filter, words, first) => {
          const principal = await as(who);
          const now = hub.clock.now().toISOString();
          const wanted = words?.join(' ') ?? null;
          const expected = world.known.filter(
            (known) =>
              seesNow(principal, known) &&
              asked(filter, principal, known, now) &&
              (!wanted || says(known, wanted)),
          );
          const page = (after: string | null) =>
            hub.get(Search).page(principal, { text: wanted, filter, first, after });
          expect(await paged(page)).toEqual(latestFirst(expected));
          const counts = await (await page(null)).counts();
          expect(counts.total).toBe(expected.length);
          const tally = new Map<string, number>();
          for (const { released } of expected.map(last))
            tally.set(released.tlp, (tally.get(released.tlp) ?? 0) + 1);
          expect(new Map(counts.tlps.map(({ value, count }) => [value, count]))).toEqual(tally);
        },
        80,
      );
    },
    PATIENCE,
  );

  it(
    'single reads see what the plain rule lets them see, with the revisions that are theirs',
    async () => {
      await check<[string | null]>(
        [anyone()],
        async (who) => {
          const principal = await as(who);
          const views = await hub.get(Publications).byIds(
            principal,
            world.known.map(({ id }) => id),
          );
          for (const known of world.known) {
            const view = views.get(known.id);
            expect([known.id, view !== undefined]).toEqual([known.id, seesNow(principal, known)]);
            if (!view) continue;
            const own = known.entries.filter(({ released }) => plainlyVisible(principal.viewer, released));
            expect(await view.publishedAt()).toBe(own[0]?.at);
            expect(view.origin?.id ?? null).toBe(tells(principal, known) ? known.originId : null);
            const shown = stands(known.entries) ? own : [];
            const revisions = await view.revisions();
            expect(await Promise.all(revisions.map(async (one) => [await one.number(), one.title]))).toEqual(
              shown.map(({ content }, index) => [index + 1, content.title]),
            );
            expect((await view.revision?.number()) ?? null).toBe(shown.length || null);
          }
        },
        10,
      );
    },
    PATIENCE,
  );

  it(
    'the log tells each viewer what they see, and what they lost',
    async () => {
      await check<[string | null, number]>(
        [anyone(), fc.integer({ min: 1, max: 50 })],
        async (who, first) => {
          const principal = await as(who);
          const { viewer } = principal;
          const expected: [number, string, string][] = [];
          for (const known of world.known) {
            let seenBefore = false;
            for (const [index, entry] of known.entries.entries()) {
              const own = plainlyVisible(viewer, entry.released);
              const before = known.entries[index - 1];
              if (own && seesNow(principal, known)) {
                expected.push([entry.sequence, seenBefore ? entry.what : 'PUBLISHED', known.id]);
                seenBefore = true;
              } else if (!own && before && plainlyVisible(viewer, before.released)) {
                expected.push([entry.sequence, 'UNAVAILABLE', known.id]);
              }
            }
          }
          const told: [string, string][] = [];
          for (let after: string | null = null; ; ) {
            const page: Awaited<ReturnType<Releases['connection']>> = await hub
              .get(Releases)
              .connection(principal, { first, after });
            told.push(...page.edges.map(({ node }): [string, string] => [node.what, node.publicationId]));
            if (!page.pageInfo.hasNextPage) break;
            after = page.pageInfo.endCursor;
          }
          expected.sort(([a], [b]) => a - b);
          expect(told).toEqual(expected.map(([, what, id]) => [what, id]));
        },
        20,
      );
    },
    PATIENCE,
  );

  it(
    'a filter lets through the log what matches, what stops to match, what is withdrawn and what is lost',
    async () => {
      await check<[string | null, PublicationFilter]>(
        [anyone(), anyFilter(memberIds())],
        async (
          who,
          { originId: _, updatedFrom: _from, updatedUntil: _until, currentOnly: _only, ...filter },
        ) => {
          const principal = await as(who);
          const { viewer } = principal;
          const now = hub.clock.now().toISOString();
          const { kinds, tlps, statuses } = filter;
          const { severityAtLeast, regions, affectedSystems, cve } = filter;
          const ofContent = severityAtLeast || cve || regions?.length || affectedSystems?.length;
          const expected: [number, string][] = [];
          for (const known of world.known) {
            for (const [index, entry] of known.entries.entries()) {
              const before = known.entries[index - 1];
              const sees = (one: Entry | undefined) =>
                one !== undefined && plainlyVisible(viewer, one.released);
              const matches = (one: Entry, what: PublicationFilter = filter) =>
                asked(what, principal, { ...known, entries: [{ ...one, what: 'REVISED' }] }, now);
              if (sees(entry) && seesNow(principal, known)) {
                const passes = stands(known.entries)
                  ? matches(entry) || (before !== undefined && sees(before) && matches(before))
                  : matches(entry, { kinds, tlps, statuses }) && (entry.what === 'WITHDRAWN' || !ofContent);
                if (passes) expected.push([entry.sequence, known.id]);
              } else if (!sees(entry) && sees(before)) {
                expected.push([entry.sequence, known.id]);
              }
            }
          }
          const told: string[] = [];
          for (let after: string | null = null; ; ) {
            const wish = { filter, first: 40, after };
            const page: Awaited<ReturnType<Releases['connection']>> = await hub
              .get(Releases)
              .connection(principal, wish);
            told.push(...page.edges.map(({ node }) => node.publicationId));
            if (!page.pageInfo.hasNextPage) break;
            after = page.pageInfo.endCursor;
          }
          expected.sort(([a], [b]) => a - b);
          expect(told).toEqual(expected.map(([, id]) => id));
        },
        30,
      );
    },
    PATIENCE,
  );
});
