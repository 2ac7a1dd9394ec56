import fc from 'fast-check';
import { ANONYMOUS, MEMBER_KINDS, type Principal, type Tlp } from '#access';
import { type Cell, ReachLedger, ReadReach, RemindSilent } from '#delivery';
import { Publications } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

const anyCells: fc.Arbitrary<Cell[]> = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...MEMBER_KINDS),
      state: fc.constantFrom('55', '17', null),
      origin: fc.constantFrom(0, 0, 0, 1),
      answers: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5)),
      more: fc.nat(20),
      opened: fc.nat(5),
    })
    .map(({ answers: [acting, notAffected, needHelp, silent], more, opened, ...cell }) => {
      const members = 1 + acting + notAffected + needHelp + silent;
      const counts = {
        members,
        people: members + more,
        opened,
        sent: Math.min(opened, members),
        failed: 0,
        openers: opened,
        acting,
        notAffected,
        needHelp,
      };
      return { ...cell, ...counts };
    }),
  { selector: ({ kind, state, origin }) => `${kind} ${state} ${origin}` },
);

type Counts = Record<
  'memberCount' | 'openedCount' | 'acknowledgedCount' | 'silentCount' | 'sentCount',
  number
>;

describe('a ledger of reach', () => {
  const total = <T>(parts: readonly T[], of: (part: T) => number) =>
    parts.reduce((sum, part) => sum + of(part), 0);

  it('adds up, however it is cut', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const ledger = new ReachLedger(cells);
        const totals = ledger.totals();
        const others = cells.filter(({ origin }) => origin === 0);
        expect(totals.notifiedCount).toBe(total(cells, ({ people }) => people));
        expect(totals.openedCount).toBe(total(cells, ({ openers }) => openers));
        expect(totals.memberCount).toBe(total(others, ({ members }) => members));
        expect(totals.silentCount + totals.acknowledgedCount).toBe(totals.memberCount);
        expect(total(totals.responses, ({ count }) => count)).toBe(totals.acknowledgedCount);
        const cuts: readonly (readonly Counts[])[] = [ledger.byState(), ledger.byKind()];
        for (const cut of cuts) {
          expect(total(cut, ({ memberCount }) => memberCount)).toBe(totals.memberCount);
          expect(total(cut, ({ silentCount }) => silentCount)).toBe(totals.silentCount);
          expect(total(cut, ({ sentCount }) => sentCount)).toBe(totals.sentCount);
          expect(total(cut, ({ acknowledgedCount }) => acknowledgedCount)).toBe(totals.acknowledgedCount);
          expect(total(cut, ({ openedCount }) => openedCount)).toBe(total(others, ({ opened }) => opened));
        }
        const states = ledger.byState().map(({ state }) => state);
        expect(new Set(states).size).toBe(states.length);
        expect(states.indexOf(null)).toBe(states.includes(null) ? states.length - 1 : -1);
      }),
    );
  });
});

describe('the reach of a publication', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let wisconsin: string;
  let dane: string;
  let rock: string;
  let releaser: string;
  let analyst: string;
  let clerks: string[];
  let author: string;

  beforeEach(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    wisconsin = await community.member('STATE', '55', 'Wisconsin');
    dane = await community.member('LOCAL', '55025', 'Dane');
    rock = await community.member('LOCAL', '55105', 'Rock');
    const agency = await community.member('FEDERAL', 'US', 'Agency');
    releaser = await community.person(wisconsin, 'RELEASER');
    analyst = await community.person(await community.member('HUB', 'US', 'Hub'), 'ANALYST');
    author = await community.person(dane, 'AUTHOR');
    clerks = [await community.person(dane, 'VIEWER'), await community.person(rock, 'VIEWER')];
    for (const personId of [author, ...clerks]) await community.subscribe(personId);
    await community.subscribe(await community.person(agency, 'VIEWER'));
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const reading = () => hub.get(ReadReach);
  const publish = async (tlp: Tlp = 'GREEN', audience: object = { regions: ['55'] }) => {
    const id = await community.publish(releaser, { tlp, audience });
    await hub.planner.catchUp();
    return id;
  };
  const ledgerFor = async (personId: string, id: string) => {
    const me = await community.as(personId);
    const publication = await hub.get(Publications).one(me, id);
    return publication && reading().of(me, publication);
  };

  const page = (id: string, wish: Parameters<ReadReach['page']>[1]) =>
    reading().page({ id, originId: wisconsin }, wish);
  const names = ({ edges }: Awaited<ReturnType<typeof page>>) => edges.map(({ node }) => node.member.name);
  const named = async (id: string, wish: Parameters<ReadReach['page']>[1] = {}) =>
    names(await page(id, wish));

  it('counts people and members, who opened it and who answered', async () => {
    const id = await publish();
    await community.mark(clerks[0] as string, 'READ', id);
    await community.mark(clerks[0] as string, 'UNREAD', id);
    await community.answer(author, id, 'NEED_HELP');
    const ledger = await ledgerFor(releaser, id);
    expect(ledger?.totals()).toEqual({
      notifiedCount: 4,
      sentCount: 0,
      failedCount: 0,
      openedCount: 2,
      memberCount: 3,
      acknowledgedCount: 1,
      silentCount: 2,
      responses: [
        { response: 'NEED_HELP', count: 1 },
        { response: 'ACTING', count: 0 },
        { response: 'NOT_AFFECTED', count: 0 },
      ],
    });
    expect(ledger?.byState()).toMatchObject([
      { state: '55', memberCount: 2, openedCount: 1, acknowledgedCount: 1 },
      { state: null, memberCount: 1, openedCount: 0, acknowledgedCount: 0 },
    ]);
    expect(ledger?.byKind()).toMatchObject([
      { kind: 'LOCAL', memberCount: 2, openedCount: 1, acknowledgedCount: 1 },
      { kind: 'FEDERAL', memberCount: 1, openedCount: 0, acknowledgedCount: 0 },
    ]);
  });

  it('counts the origin’s own people among those told, and not its member among those to answer', async () => {
    const colleague = await community.person(wisconsin, 'VIEWER');
    await community.subscribe(colleague);
    const id = await publish();
    const ledger = await ledgerFor(releaser, id);
    expect(ledger?.totals()).toMatchObject({ notifiedCount: 5, memberCount: 3 });
    expect(await named(id)).toEqual(['Agency', 'Dane', 'Rock']);
  });

  it('names nobody who could not see it', async () => {
    const id = await publish('AMBER', { regions: ['55025'] });
    expect((await ledgerFor(releaser, id))?.totals()).toMatchObject({ memberCount: 1, notifiedCount: 2 });
    expect(await named(id)).toEqual(['Dane']);
  });

  it('is for the origin’s authors, releasers and coordinators and for hub analysts, and for nobody else', async () => {
    const id = await publish();
    const roles = ['AUTHOR', 'RELEASER', 'COORDINATOR'] as const;
    for (const role of roles) {
      expect(await ledgerFor(await community.person(wisconsin, role), id)).toBeInstanceOf(ReachLedger);
      expect(await ledgerFor(await community.person(dane, role), id)).toBeNull();
    }
    expect(await ledgerFor(analyst, id)).toBeInstanceOf(ReachLedger);
    expect(await ledgerFor(await community.person(wisconsin, 'VIEWER'), id)).toBeNull();
    const traced = { id, originId: wisconsin, tlp: 'GREEN' } as const;
    expect(await reading().of(ANONYMOUS, traced)).toBeNull();
    const byKey: Principal = { ...(await community.as(releaser)), scopes: ['PUBLISH'] };
    expect(await reading().of(byKey, traced)).toBeNull();
    const shared: Principal = { ...(await community.as(releaser)), viewer: null };
    expect(await reading().of(shared, traced)).toBeNull();
  });

  it('of a red one is for its origin’s own people who see it: not even for an analyst whom it names', async () => {
    const coordinator = await community.person(wisconsin, 'COORDINATOR');
    const id = await publish('RED', { personIds: [clerks[0] as string, analyst] });
    expect((await ledgerFor(releaser, id))?.totals()).toMatchObject({ notifiedCount: 2, memberCount: 2 });
    expect(await ledgerFor(coordinator, id)).toBeNull();
    expect(await ledgerFor(analyst, id)).toBeNull();
    expect(await ledgerFor(clerks[0] as string, id)).toBeNull();
    const remind = async (personId: string) =>
      hub.get(RemindSilent).perform(await community.as(personId), { publicationId: id });
    await expect(remind(analyst)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(remind(releaser)).rejects.toThrow('This hub sends no mail.');
  });

  it('lists its members by name, a page at a time; the silent ones too, while they answer', async () => {
    const id = await publish();
    const first = await page(id, { silentOnly: true, first: 2 });
    expect(names(first)).toEqual(['Agency', 'Dane']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    await community.answer(author, id);
    const after = first.pageInfo.endCursor;
    const next = await page(id, { silentOnly: true, first: 2, after });
    expect(names(next)).toEqual(['Rock']);
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect(await named(id, { silentOnly: true })).toEqual(['Agency', 'Rock']);
    expect(await named(id)).toEqual(['Agency', 'Dane', 'Rock']);
    for (const [other, cursor] of [
      [crypto.randomUUID(), after],
      [id, 'x'],
    ] as const) {
      await expect(page(other, { after: cursor })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        field: ['after'],
      });
    }
    await expect(page(id, { first: 101 })).rejects.toMatchObject({ code: 'BAD_INPUT', field: ['first'] });
  });

  it('tells of each member when it was opened first and what it answered', async () => {
    const id = await publish();
    hub.clock.advance(60_000);
    await community.mark(clerks[0] as string, 'READ', id);
    hub.clock.advance(60_000);
    await community.answer(author, id, 'NOT_AFFECTED');
    const { edges } = await page(id, {});
    const told = edges.map(({ node }) => [node.member.name, node.openedAt, node.answer?.response]);
    expect(told).toEqual([
      ['Agency', null, undefined],
      ['Dane', '2026-11-03T12:01:00.000Z', 'NOT_AFFECTED'],
      ['Rock', null, undefined],
    ]);
  });
});
