import fc from 'fast-check';
import { ANONYMOUS, MEMBER_KINDS, type Principal, type Tlp } from '#access';
import { type Answer, type ReachedMember, ReachLedger, ReadReach } from '#delivery';
import { Publications } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

const anyReached: fc.Arbitrary<ReachedMember[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...MEMBER_KINDS),
      state: fc.constantFrom('55', '17', null),
      people: fc.integer({ min: 1, max: 5 }),
      opened: fc.nat(5),
      response: fc.constantFrom('ACTING', 'NOT_AFFECTED', 'NEED_HELP', null),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ kind, state, people, opened, response }, n) => ({
      member: { id: `m${n}`, name: `Member ${n}`, kind } as ReachedMember['member'],
      state,
      people,
      opened: Math.min(opened, people),
      openedAt: opened > 0 ? '2026-11-03T12:00:00.000Z' : null,
      answer: response && ({ memberId: `m${n}`, response } as Answer),
    })),
  );

type Counts = Record<'memberCount' | 'openedCount' | 'acknowledgedCount', number>;

describe('a ledger of reach', () => {
  const total = <T>(parts: readonly T[], of: (part: T) => number) =>
    parts.reduce((sum, part) => sum + of(part), 0);

  it('adds up, however it is cut', () => {
    fc.assert(
      fc.property(anyReached, (reached) => {
        const ledger = new ReachLedger(reached, 'm0');
        const totals = ledger.totals();
        const others = reached.filter(({ member }) => member.id !== 'm0');
        expect(totals.notifiedCount).toBe(total(reached, ({ people }) => people));
        expect(totals.openedCount).toBe(total(reached, ({ opened }) => opened));
        expect(totals.memberCount).toBe(others.length);
        expect(totals.silentCount).toBe(others.filter(({ answer }) => !answer).length);
        expect(total(totals.responses, ({ count }) => count)).toBe(totals.acknowledgedCount);
        const cuts: readonly (readonly Counts[])[] = [ledger.byState(), ledger.byKind()];
        for (const cut of cuts) {
          expect(total(cut, ({ memberCount }) => memberCount)).toBe(totals.memberCount);
          expect(total(cut, ({ acknowledgedCount }) => acknowledgedCount)).toBe(totals.acknowledgedCount);
          expect(total(cut, ({ openedCount }) => openedCount)).toBe(
            others.filter(({ opened }) => opened > 0).length,
          );
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

  it('counts people and members, who opened it and who answered', async () => {
    const id = await publish();
    await community.mark(clerks[0] as string, 'READ', id);
    await community.mark(clerks[0] as string, 'UNREAD', id);
    await community.answer(author, id, 'NEED_HELP');
    const ledger = await ledgerFor(releaser, id);
    expect(ledger?.totals()).toEqual({
      notifiedCount: 4,
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
    expect(ledger?.byState()).toEqual([
      { state: '55', memberCount: 2, openedCount: 1, acknowledgedCount: 1 },
      { state: null, memberCount: 1, openedCount: 0, acknowledgedCount: 0 },
    ]);
    expect(ledger?.byKind()).toEqual([
      { kind: 'LOCAL', memberCount: 2, openedCount: 1, acknowledgedCount: 1 },
      { kind: 'FEDERAL', memberCount: 1, openedCount: 0, acknowledgedCount: 0 },
    ]);
  });

  it('counts the origin’s own people among those told, and not its member among those to answer', async () => {
    const colleague = await community.person(wisconsin, 'VIEWER');
    await community.subscribe(colleague);
    const ledger = await ledgerFor(releaser, await publish());
    expect(ledger?.totals()).toMatchObject({ notifiedCount: 5, memberCount: 3 });
    expect(ledger?.members.map(({ member }) => member.name)).toEqual(['Agency', 'Dane', 'Rock']);
  });

  it('names nobody who could not see it', async () => {
    const ledger = await ledgerFor(releaser, await publish('AMBER', { regions: ['55025'] }));
    expect(ledger?.members.map(({ member }) => member.name)).toEqual(['Dane']);
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
  });

  it('lists its members by name, a page at a time; the silent ones too, while they answer', async () => {
    const id = await publish();
    const ledger = (await ledgerFor(releaser, id)) as ReachLedger;
    const names = (edges: readonly { node: ReachedMember }[]) => edges.map(({ node }) => node.member.name);
    const first = reading().page(id, ledger, { silentOnly: true, first: 2 });
    expect(names(first.edges)).toEqual(['Agency', 'Dane']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    await community.answer(author, id);
    const then = (await ledgerFor(releaser, id)) as ReachLedger;
    const next = reading().page(id, then, { silentOnly: true, first: 2, after: first.pageInfo.endCursor });
    expect(names(next.edges)).toEqual(['Rock']);
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect(names(reading().page(id, then, { silentOnly: true }).edges)).toEqual(['Agency', 'Rock']);
    expect(names(reading().page(id, then, {}).edges)).toEqual(['Agency', 'Dane', 'Rock']);
    const bad = { code: 'BAD_INPUT', field: ['after'] };
    expect(() => reading().page(crypto.randomUUID(), then, { after: first.pageInfo.endCursor })).toThrow(
      expect.objectContaining(bad),
    );
  });
});
