import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { Acknowledge, Answers } from '#delivery';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

describe('an acknowledgement', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let dane: string;
  let releaser: string;
  let author: string;
  let clerk: string;
  let stranger: string;
  let id: string;

  beforeEach(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    const wisconsin = await community.member('STATE', '55');
    dane = await community.member('LOCAL', '55025');
    releaser = await community.person(wisconsin, 'RELEASER', 'AUTHOR');
    author = await community.person(dane, 'AUTHOR');
    clerk = await community.person(dane, 'VIEWER', 'RELEASER', 'COORDINATOR');
    stranger = await community.person(await community.member('LOCAL', '17031'), 'AUTHOR');
    await community.subscribe(clerk);
    id = await community.publish(releaser, { acknowledgeWithinMinutes: 30 });
    await hub.planner.catchUp();
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const answerOf = async (memberId: string) => (await hub.get(Answers).ofMember(memberId, [id])).get(id);
  const perform = async (personId: string, input: object) =>
    hub
      .get(Acknowledge)
      .perform(await community.as(personId), { publicationId: id, response: 'ACTING', ...input });
  const audited = () =>
    hub.database.read((tx) =>
      tx.rows(
        sql`SELECT person_id, object_id, detail FROM audit_entry WHERE action = 'publication.acknowledge'`,
      ),
    );

  it('is the member’s, by one of its authors; a later one replaces it, and both stay in the audit log', async () => {
    await perform(author, { response: 'NEED_HELP', note: ' Call us.\r\n' });
    expect(await answerOf(dane)).toEqual({
      publicationId: id,
      memberId: dane,
      response: 'NEED_HELP',
      note: 'Call us.',
      personId: author,
      at: '2026-11-03T12:00:00.000Z',
    });
    hub.clock.advance(60_000);
    const second = await community.person(dane, 'AUTHOR');
    await perform(second, { response: 'NOT_AFFECTED' });
    expect(await answerOf(dane)).toMatchObject({
      response: 'NOT_AFFECTED',
      note: null,
      personId: second,
      at: '2026-11-03T12:01:00.000Z',
    });
    expect(await audited()).toEqual([
      { person_id: author, object_id: id, detail: expect.stringContaining('NEED_HELP') },
      { person_id: second, object_id: id, detail: expect.stringContaining('NOT_AFFECTED') },
    ]);
    expect(JSON.stringify(await audited())).not.toContain('Call us');
  });

  it('marks the inboxes of all the member’s people, and of nobody else', async () => {
    const milwaukee = await community.person(await community.member('LOCAL', '55079'), 'VIEWER');
    await community.subscribe(milwaukee);
    await community.revise(releaser, id, { acknowledgeWithinMinutes: 30 });
    await hub.planner.catchUp();
    await perform(author, {});
    expect(await community.states(clerk)).toEqual([[id, 'ACKNOWLEDGED']]);
    expect(await community.states(milwaukee)).toEqual([[id, 'UNREAD']]);
    expect(await community.inbox(author)).toMatchObject([
      { publicationId: id, state: 'ACKNOWLEDGED', readAt: '2026-11-03T12:00:00.000Z' },
    ]);
  });

  it('keeps whoever answered informed: a revision reaches them', async () => {
    await perform(author, {});
    await community.revise(releaser, id);
    await hub.planner.catchUp();
    expect(await community.states(author)).toEqual([[id, 'UNREAD']]);
    expect(await answerOf(dane)).toMatchObject({ response: 'ACTING' });
  });

  it('is refused alike for what is not visible and for what is not there', async () => {
    await community.address(releaser, id, { regions: ['55079'] });
    const refusals = await Promise.all([
      ...[author, stranger].map((personId) => perform(personId, {}).catch((error) => error)),
      ...[randomUUID(), 'nonsense', ''].map((publicationId) =>
        perform(author, { publicationId }).catch((error) => error),
      ),
    ]);
    expect(
      new Set(refusals.map(({ code, message, field }) => JSON.stringify([code, message, field]))),
    ).toEqual(new Set([JSON.stringify(['NOT_FOUND', refusals[0].message, undefined])]));
    expect(await answerOf(dane)).toBeUndefined();
  });

  it('is for authors: not for other roles, not for an API key that only reads', async () => {
    await expect(perform(clerk, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const byKey = { ...(await community.as(author)), scopes: ['READ'] as const };
    const input = { publicationId: id, response: 'ACTING' } as const;
    await expect(hub.get(Acknowledge).perform(byKey, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await community.suspendPerson(author);
    await expect(perform(author, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await answerOf(dane)).toBeUndefined();
  });

  it('is not for one’s own', async () => {
    await expect(perform(releaser, {})).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'publicationId'],
    });
  });

  it('is not for what has been withdrawn', async () => {
    await community.withdraw(releaser, id);
    await expect(perform(author, {})).rejects.toMatchObject({
      code: 'CONFLICT',
      field: ['input', 'publicationId'],
    });
  });

  it('has a note of at most a thousand characters', async () => {
    const bad = { code: 'BAD_INPUT', field: ['input', 'note'] };
    await expect(perform(author, { note: 'x'.repeat(1_001) })).rejects.toMatchObject(bad);
    await expect(perform(author, { note: 'a\u202eb' })).rejects.toMatchObject(bad);
    await perform(author, { note: 'x'.repeat(1_000) });
  });
});
