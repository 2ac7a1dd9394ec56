import { ANONYMOUS } from '#access';
import { ReadInbox } from '#delivery';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

describe('an inbox', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let dane: string;
  let releaser: string;
  let clerk: string;
  let author: string;
  let ids: string[];

  beforeEach(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    const wisconsin = await community.member('STATE', '55');
    dane = await community.member('LOCAL', '55025');
    releaser = await community.person(wisconsin, 'RELEASER');
    clerk = await community.person(dane, 'VIEWER');
    author = await community.person(dane, 'AUTHOR');
    for (const personId of [clerk, author]) await community.subscribe(personId);
    ids = [];
    for (let n = 0; n < 5; n += 1)
      ids.push(await community.publish(releaser, { acknowledgeWithinMinutes: 30 }));
    await hub.planner.catchUp();
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const reading = () => hub.get(ReadInbox);
  const counts = async (personId: string) => reading().counts(await community.as(personId));
  const narrow = (id: string) => community.address(releaser, id, { regions: ['55079'] });

  it('is read a page at a time, latest first, without gap or repeat', async () => {
    const me = await community.as(clerk);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await reading().page(me, { first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.publicationId));
      expect(page.pageInfo.hasNextPage).toBe(seen.length < 5);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...ids].reverse());
  });

  it('gives what is unanswered by the member, whoever of it has read or answered it, and as many as are counted', async () => {
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    await community.mark(clerk, 'READ', b);
    await community.answer(author, c);
    await community.withdraw(releaser, d);
    const unanswered = async (first: number) =>
      (await reading().page(await community.as(clerk), { unanswered: true, first })).edges.map(
        ({ node }) => node.publicationId,
      );
    expect(await unanswered(10)).toEqual([e, b, a]);
    expect(await unanswered(2)).toEqual([e, b]);
    expect(await counts(clerk)).toMatchObject({ unanswered: 3 });
    await narrow(a);
    expect(await unanswered(10)).toEqual([e, b]);
  });

  it('is read by state, in one order across states', async () => {
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    await community.mark(clerk, 'READ', b, d);
    await community.answer(author, c);
    const inStates = async (...states: ('UNREAD' | 'READ' | 'ACKNOWLEDGED')[]) =>
      (await community.inbox(clerk, states)).map(({ publicationId }) => publicationId);
    expect(await inStates('UNREAD')).toEqual([e, a]);
    expect(await inStates('READ')).toEqual([d, b]);
    expect(await inStates('ACKNOWLEDGED')).toEqual([c]);
    expect(await inStates('READ', 'UNREAD')).toEqual([e, d, b, a]);
    expect(await inStates()).toEqual([e, d, c, b, a]);
  });

  it('has cursors of one length that are good for this list and this person only', async () => {
    const { pageInfo } = await reading().page(await community.as(clerk), { first: 1 });
    const after = pageInfo.endCursor;
    expect(after).toHaveLength(48);
    const bad = { code: 'BAD_INPUT', field: ['after'] };
    const [me, other] = [await community.as(clerk), await community.as(author)];
    await expect(reading().page(me, { states: ['UNREAD'], after })).rejects.toMatchObject(bad);
    await expect(reading().page(other, { after })).rejects.toMatchObject(bad);
    await expect(reading().page(me, { after: 'x' })).rejects.toMatchObject(bad);
    for (const first of [0, 101]) {
      await expect(reading().page(me, { first })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        field: ['first'],
      });
    }
  });

  it('counts what is unread, and what asks for an answer that the member has not given', async () => {
    expect(await counts(clerk)).toEqual({ unread: 5, unanswered: 5 });
    await community.mark(clerk, 'READ', ids[0] as string);
    await community.answer(author, ids[1] as string);
    await community.withdraw(releaser, ids[2] as string);
    expect(await counts(clerk)).toEqual({ unread: 3, unanswered: 3 });
    await hub.planner.catchUp();
    expect(await counts(clerk)).toEqual({ unread: 3, unanswered: 3 });
    await community.publish(releaser);
    await hub.planner.catchUp();
    expect(await counts(clerk)).toEqual({ unread: 4, unanswered: 3 });
  });

  it('asks the origin’s own people for no answer', async () => {
    const colleague = await community.person(
      (await community.as(releaser)).viewer?.member.id ?? '',
      'VIEWER',
    );
    await community.subscribe(colleague);
    await community.publish(releaser, { acknowledgeWithinMinutes: 30 });
    await hub.planner.catchUp();
    expect(await counts(colleague)).toEqual({ unread: 1, unanswered: 0 });
  });

  it('holds nothing that is not visible now: not in pages, counts, marks', async () => {
    const [closed = '', open = ''] = ids;
    await narrow(closed);
    expect((await community.inbox(clerk)).map(({ publicationId }) => publicationId)).not.toContain(closed);
    expect(await counts(clerk)).toEqual({ unread: 4, unanswered: 4 });
    expect(await community.mark(clerk, 'READ', closed, open, crypto.randomUUID(), 'nonsense')).toEqual([
      open,
    ]);
    expect(await reading().visible(await community.as(clerk), [closed, open])).toMatchObject([
      { publicationId: open },
    ]);
    await community.suspendPerson(clerk);
    expect(await community.inbox(clerk)).toEqual([]);
    expect(await counts(clerk)).toEqual({ unread: 0, unanswered: 0 });
  });

  it('is one’s own: nobody reads or marks another’s', async () => {
    const stranger = await community.person(await community.member('LOCAL', '55025'), 'COORDINATOR');
    expect(await community.inbox(stranger)).toEqual([]);
    expect(await community.mark(stranger, 'READ', ...ids)).toEqual([]);
    expect(await reading().of(await community.as(stranger), ids)).toEqual(new Map());
    expect(await reading().of(ANONYMOUS, ids)).toEqual(new Map());
    expect(await counts(clerk)).toMatchObject({ unread: 5 });
    await expect(hub.get(ReadInbox).page(ANONYMOUS, {})).resolves.toMatchObject({ edges: [] });
  });

  it('marks as read and as unread, in the order asked', async () => {
    hub.clock.advance(60_000);
    const [a = '', b = ''] = ids;
    expect(await community.mark(clerk, 'READ', b, a, b)).toEqual([b, a]);
    const found = await reading().of(await community.as(clerk), ids);
    expect(found.get(a)).toEqual({
      publicationId: a,
      state: 'READ',
      arrivedAt: '2026-11-03T12:00:00.000Z',
      readAt: '2026-11-03T12:01:00.000Z',
    });
    expect(found.size).toBe(5);
    await community.mark(clerk, 'UNREAD', a);
    expect((await reading().of(await community.as(clerk), [a])).get(a)).toMatchObject({
      state: 'UNREAD',
      readAt: null,
    });
    expect(await community.inbox(author, ['READ'])).toEqual([]);
  });

  it('shows what the member has answered as answered, however it is marked', async () => {
    const [id = ''] = ids;
    await community.answer(author, id);
    await community.mark(clerk, 'UNREAD', id);
    expect(await community.inbox(clerk, ['UNREAD'])).toHaveLength(5);
    await community.mark(clerk, 'READ', id);
    expect(await community.inbox(clerk, ['ACKNOWLEDGED'])).toMatchObject([{ publicationId: id }]);
  });

  it('is not marked as answered, nor more than a hundred at once', async () => {
    const bad = (field: string) => ({ code: 'BAD_INPUT', field: ['input', field] });
    await expect(community.mark(clerk, 'ACKNOWLEDGED', ...ids)).rejects.toMatchObject(bad('state'));
    await expect(community.mark(clerk, 'READ', ...Array(101).fill(ids[0]))).rejects.toMatchObject(
      bad('publicationIds'),
    );
    expect(await counts(clerk)).toMatchObject({ unread: 5 });
  });
});
