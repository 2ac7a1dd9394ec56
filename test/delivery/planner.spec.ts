import sql from 'sql-template-tag';
import { ManageSubscriptions } from '#subscriptions';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

describe('the planner', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let wisconsin: string;
  let dane: string;
  let cook: string;
  let releaser: string;
  let clerk: string;
  let colleague: string;
  let stranger: string;

  beforeEach(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    wisconsin = await community.member('STATE', '55');
    dane = await community.member('LOCAL', '55025');
    cook = await community.member('LOCAL', '17031');
    releaser = await community.person(wisconsin, 'RELEASER', 'AUTHOR');
    clerk = await community.person(dane, 'VIEWER');
    colleague = await community.person(dane, 'VIEWER');
    stranger = await community.person(cook, 'COORDINATOR');
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const plan = () => hub.planner.catchUp();
  const later = () => hub.clock.advance(60_000);

  it('puts a release before those who subscribe to it', async () => {
    await community.subscribe(clerk, { regions: ['55025'] });
    const id = await community.publish(releaser);
    await plan();
    expect(await community.inbox(clerk)).toEqual([
      {
        publicationId: id,
        state: 'UNREAD',
        arrivedAt: '2026-11-03T12:00:00.000Z',
        readAt: null,
        sequence: 1,
      },
    ]);
    expect(await community.inbox(colleague)).toEqual([]);
  });

  it('puts it once before somebody, however many subscriptions it meets', async () => {
    await community.subscribe(clerk);
    await community.subscribe(clerk, { regions: ['55'] });
    const coordinator = await community.person(dane, 'COORDINATOR');
    await community.subscribe(coordinator, {}, 'MEMBER');
    await community.publish(releaser);
    await plan();
    expect(await community.inbox(clerk)).toHaveLength(1);
    expect(await community.inbox(colleague)).toHaveLength(1);
  });

  it('puts it before nobody who cannot see it, whatever they subscribe to', async () => {
    await community.subscribe(stranger);
    await community.subscribe(stranger, {}, 'MEMBER');
    await community.publish(releaser);
    await plan();
    expect(await rows()).toBe(0);
  });

  it('puts nothing before a person or a member suspended between release and planning', async () => {
    for (const personId of [clerk, colleague]) await community.subscribe(personId);
    await community.publish(releaser);
    await community.suspendPerson(clerk);
    await plan();
    expect(await rows()).toBe(1);
    await community.publish(releaser);
    await community.suspendMember(dane);
    await plan();
    expect(await rows()).toBe(1);
  });

  it('does not tell the one who released it; a colleague is told who subscribes', async () => {
    const other = await community.person(wisconsin, 'VIEWER');
    const silent = await community.person(wisconsin, 'VIEWER');
    for (const personId of [releaser, other]) await community.subscribe(personId);
    await community.publish(releaser, {
      severity: 'EMERGENCY',
      audience: { regions: ['55025'], memberKinds: ['LOCAL'] },
    });
    await plan();
    expect(await community.inbox(releaser)).toEqual([]);
    expect(await community.inbox(other)).toHaveLength(1);
    expect(await community.inbox(silent)).toEqual([]);
  });

  it('tells those whom a red one names, unasked, and nobody else', async () => {
    for (const personId of [colleague, releaser]) await community.subscribe(personId);
    const id = await community.publish(releaser, { tlp: 'RED', audience: { personIds: [clerk] } });
    await plan();
    expect(await community.states(clerk)).toEqual([[id, 'UNREAD']]);
    expect(await rows()).toBe(1);
  });

  it.each(['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'] as const)(
    'tells all to whom a %s emergency is addressed, unasked, and nobody beyond',
    async (tlp) => {
      const analyst = await community.person(await community.member('HUB', 'US'), 'ANALYST');
      const agent = await community.person(await community.member('FEDERAL', 'US'), 'VIEWER');
      const vendor = await community.member('PARTNER', null);
      const engineer = await community.person(vendor, 'VIEWER');
      const group = crypto.randomUUID();
      await community.group(group, wisconsin);
      await community.join(group, vendor);
      const audience = { regions: ['55025'], groupIds: [group] };
      await community.publish(releaser, { tlp, severity: 'EMERGENCY', audience });
      await plan();
      for (const personId of [clerk, colleague, engineer])
        expect(await community.inbox(personId)).toHaveLength(1);
      for (const personId of [analyst, agent, stranger]) expect(await community.inbox(personId)).toEqual([]);
      await community.publish(releaser, { tlp, severity: 'SEVERE', audience });
      await plan();
      expect(await community.inbox(clerk)).toHaveLength(1);
    },
  );

  it('takes what is addressed to a group for addressed to its members, wherever they are', async () => {
    const group = crypto.randomUUID();
    await community.group(group, wisconsin);
    await community.join(group, cook);
    await community.subscribe(stranger, { regions: ['17031'] });
    await community.subscribe(clerk, { regions: ['17031'] });
    await community.publish(releaser, { tlp: 'GREEN', audience: { groupIds: [group] } });
    await plan();
    expect(await community.inbox(stranger)).toHaveLength(1);
    expect(await community.inbox(clerk)).toEqual([]);
  });

  it('makes a revision unread again for all who have it, also if they no longer ask for it', async () => {
    await community.subscribe(clerk, { severityAtLeast: 'HIGH' });
    await community.subscribe(colleague, { severityAtLeast: 'LOW' });
    const id = await community.publish(releaser);
    await plan();
    await community.mark(clerk, 'READ', id);
    later();
    await community.revise(releaser, id, { severity: 'LOW' });
    await plan();
    const item = { publicationId: id, state: 'UNREAD', arrivedAt: '2026-11-03T12:01:00.000Z', readAt: null };
    expect(await community.inbox(clerk)).toMatchObject([item]);
    expect(await community.inbox(colleague)).toMatchObject([item]);
  });

  it('tells of a withdrawal those who have it, and nobody else', async () => {
    await community.subscribe(clerk);
    const id = await community.publish(releaser);
    await plan();
    await community.mark(clerk, 'READ', id);
    await community.subscribe(colleague);
    later();
    await community.withdraw(releaser, id);
    await plan();
    expect(await community.inbox(clerk)).toMatchObject([
      { state: 'UNREAD', arrivedAt: '2026-11-03T12:01:00.000Z' },
    ]);
    expect(await community.inbox(colleague)).toEqual([]);
  });

  it('tells of a withdrawal nobody who was never told of what is withdrawn', async () => {
    const id = await community.publish(releaser, { tlp: 'RED', audience: { personIds: [clerk, colleague] } });
    await community.suspendPerson(clerk);
    await plan();
    await community.suspendPerson(clerk, null);
    await community.withdraw(releaser, id);
    await plan();
    expect(await community.states(colleague)).toEqual([[id, 'UNREAD']]);
    expect(await community.inbox(clerk)).toEqual([]);
  });

  it.each(['SEVERE', 'EMERGENCY'] as const)(
    'tells of a %s one’s end those who had it without being addressed',
    async (severity) => {
      const analyst = await community.person(await community.member('HUB', 'US'), 'ANALYST');
      const subscription = await community.subscribe(analyst);
      const [revised, withdrawn] = [
        await community.publish(releaser, { severity }),
        await community.publish(releaser, { severity }),
      ];
      await plan();
      await community.mark(analyst, 'READ', revised, withdrawn);
      await hub.get(ManageSubscriptions).delete(await community.as(analyst), { id: subscription });
      await community.revise(releaser, revised, { severity });
      await community.withdraw(releaser, withdrawn);
      await plan();
      expect(await community.states(analyst)).toEqual([
        [withdrawn, 'UNREAD'],
        [revised, 'UNREAD'],
      ]);
    },
  );

  it('puts it before those whom a change of audience reaches, and disturbs nobody who has it', async () => {
    for (const personId of [clerk, stranger]) await community.subscribe(personId);
    const id = await community.publish(releaser);
    await plan();
    await community.mark(clerk, 'READ', id);
    const before = await community.inbox(clerk);
    later();
    await community.address(releaser, id, { regions: ['55', '17031'] });
    await plan();
    expect(await community.inbox(clerk)).toEqual(before);
    expect(await community.inbox(stranger)).toMatchObject([
      { state: 'UNREAD', arrivedAt: '2026-11-03T12:01:00.000Z' },
    ]);
  });

  it('brings back unread what somebody missed while it was closed to them', async () => {
    await community.subscribe(clerk);
    const [missed, same] = [await community.publish(releaser), await community.publish(releaser)];
    await plan();
    await community.mark(clerk, 'READ', missed, same);
    for (const id of [missed, same]) await community.address(releaser, id, { regions: ['55079'] });
    await plan();
    expect(await community.inbox(clerk)).toEqual([]);
    await community.revise(releaser, missed, { title: 'All is well', audience: { regions: ['55079'] } });
    await plan();
    later();
    for (const id of [missed, same]) await community.address(releaser, id, { regions: ['55'] });
    await plan();
    expect(await community.states(clerk)).toEqual([
      [missed, 'UNREAD'],
      [same, 'READ'],
    ]);
    const [back] = await community.inbox(clerk);
    expect(back?.arrivedAt).toBe('2026-11-03T12:01:00.000Z');
  });

  it('tells nobody by an old entry who cannot see the publication any more', async () => {
    await community.subscribe(clerk);
    const id = await community.publish(releaser);
    await community.address(releaser, id, { regions: ['55079'] });
    await plan();
    expect(await rows()).toBe(0);
  });

  it('tells by an old entry nobody to whom it was closed, so that nobody learns when it was made', async () => {
    await community.subscribe(stranger);
    const id = await community.publish(releaser);
    later();
    await community.address(releaser, id, { regions: ['55', '17031'] });
    await plan();
    expect(await community.inbox(stranger)).toMatchObject([{ arrivedAt: '2026-11-03T12:01:00.000Z' }]);
  });

  it('leaves as they are those who answered before they were planned', async () => {
    const author = await community.person(dane, 'AUTHOR');
    for (const personId of [clerk, author]) await community.subscribe(personId);
    const id = await community.publish(releaser);
    await community.answer(author, id);
    await plan();
    expect(await community.states(author)).toEqual([[id, 'ACKNOWLEDGED']]);
    expect(await community.states(clerk)).toEqual([[id, 'ACKNOWLEDGED']]);
    await community.revise(releaser, id);
    await plan();
    expect(await community.states(author)).toEqual([[id, 'UNREAD']]);
  });

  async function rows(): Promise<number> {
    const [row] = await hub.database.read((tx) =>
      tx.rows<{ count: number }>(sql`SELECT count(*) AS count FROM inbox_item`),
    );
    return row?.count ?? 0;
  }
});
