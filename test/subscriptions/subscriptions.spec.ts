import fc from 'fast-check';
import { type Principal, PUBLICATION_KINDS, principalOf } from '#access';
import { builtInTree } from '#regions';
import { ManageSubscriptions, matches, ReadSubscriptions, Subscriptions, type Topic } from '#subscriptions';
import { Community, hubOn, openHubDatabase } from '../delivery/hub.js';
import type { TestDatabase } from '../support/database.js';

const everything = { regions: [], below: true, above: true, kinds: [], affectedSystems: [], text: null };
const LEVELS: readonly string[] = ['BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE', 'EMERGENCY'];
const ALL = { after: '', until: '~' };
const topic = (said: Partial<Topic> = {}): Topic => ({
  kind: 'ALERT',
  severity: 3,
  systems: [],
  regions: [builtInTree.line('55025')],
  groupIds: [],
  text: 'Pollbooks are down',
  catalogueNews: false,
  ...said,
});

describe('subscriptions', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let dane: string;
  let clerk: string;
  let chief: string;
  let reader: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    await hub.app.init();
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });
  beforeEach(async () => {
    community = new Community(hub);
    dane = await community.member('LOCAL', '55025');
    clerk = await community.person(dane, 'AUTHOR');
    chief = await community.person(dane, 'COORDINATOR');
    reader = await community.person(dane, 'VIEWER');
  });

  const manage = () => hub.get(ManageSubscriptions);
  const listOf = async (personId: string) => hub.get(ReadSubscriptions).list(await community.as(personId));
  const idsOf = async (personId: string) => (await listOf(personId)).map(({ id }) => id);
  const subscribersTo = (about: Topic) =>
    hub.database.read((tx) => hub.get(Subscriptions).to(tx, about, ALL));

  it('are read back as they were asked for', async () => {
    const id = await manage().create(await community.as(clerk), {
      name: ' Pollbooks ',
      owner: 'PERSON',
      interest: {
        regions: ['55', '55', '55025'],
        below: false,
        above: true,
        kinds: ['ALERT', 'ALERT'],
        severityAtLeast: 'HIGH',
        affectedSystems: ['ELECTRONIC_POLLBOOK'],
        text: ' pollbook  outage ',
      },
    });
    expect(await listOf(clerk)).toEqual([
      {
        id,
        name: 'Pollbooks',
        owner: 'PERSON',
        interest: {
          regions: ['55', '55025'],
          below: false,
          above: true,
          kinds: ['ALERT'],
          severityAtLeast: 3,
          systems: ['ELECTRONIC_POLLBOOK'],
          text: 'pollbook  outage',
          newKnownExploited: false,
        },
        createdAt: '2026-11-03T12:00:00.000Z',
      },
    ]);
  });

  it('name the regions of today for a code that went out of use', async () => {
    await community.subscribe(clerk, { regions: ['46113'] });
    const [subscription] = await listOf(clerk);
    expect(subscription?.interest.regions).toEqual(['46102']);
  });

  it('of a person are theirs alone, and of a member known to all its people', async () => {
    const own = await community.subscribe(clerk);
    const shared = await community.subscribe(chief, {}, 'MEMBER');
    expect(await idsOf(clerk)).toEqual([own, shared]);
    expect(await idsOf(reader)).toEqual([shared]);
    const elsewhere = await community.person(await community.member('LOCAL', '55079'), 'COORDINATOR');
    expect(await idsOf(elsewhere)).toEqual([]);
  });

  it('of somebody else are as if absent', async () => {
    const own = await community.subscribe(clerk);
    const elsewhere = await community.person(await community.member('LOCAL', '55079'), 'COORDINATOR');
    for (const personId of [reader, chief, elsewhere]) {
      const stranger = await community.as(personId);
      for (const id of [own, crypto.randomUUID(), 'nonsense']) {
        await expect(manage().update(stranger, { id, name: 'Mine' })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
        await expect(manage().delete(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(hub.get(ReadSubscriptions).get(stranger, id)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
      }
    }
    expect(await idsOf(clerk)).toEqual([own]);
  });

  it('of a member are changed by its coordinators and by nobody else', async () => {
    const shared = await community.subscribe(chief, {}, 'MEMBER');
    await expect(community.subscribe(clerk, {}, 'MEMBER')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const author = await community.as(clerk);
    await expect(manage().update(author, { id: shared, name: 'Ours' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(manage().delete(author, { id: shared })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await manage().update(await community.as(chief), { id: shared, name: 'Ours' });
    expect((await listOf(clerk))[0]?.name).toBe('Ours');
    await manage().delete(await community.as(chief), { id: shared });
    expect(await idsOf(clerk)).toEqual([]);
  });

  it('are for those who read: an auditor, an API key and somebody suspended make none', async () => {
    const auditor = await community.person(await community.member('HUB', 'US'), 'AUDITOR');
    await expect(community.subscribe(auditor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const me = await community.as(clerk);
    const input = { name: 'All', owner: 'PERSON', interest: everything } as const;
    const byKey: Principal = { ...me, scopes: ['READ', 'PUBLISH'] };
    await expect(manage().create(byKey, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const suspended = principalOf({ ...(me.viewer as NonNullable<Principal['viewer']>), active: false });
    await expect(manage().create(suspended, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await idsOf(clerk)).toEqual([]);
  });

  it('are at most fifty of one owner, however many come at once', async () => {
    const made = await Promise.allSettled(Array.from({ length: 55 }, () => community.subscribe(clerk)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    expect(await idsOf(clerk)).toHaveLength(50);
    await expect(community.subscribe(clerk)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'owner'],
    });
    await community.subscribe(reader);
    await community.subscribe(chief, {}, 'MEMBER');
    const [first = ''] = await idsOf(clerk);
    await manage().delete(await community.as(clerk), { id: first });
    await community.subscribe(clerk);
  });

  it.each([
    ['name', { name: '' }, ['input', 'name']],
    ['name', { name: 'x'.repeat(101) }, ['input', 'name']],
    ['name', { name: 'a\u202eb' }, ['input', 'name']],
    [
      'regions',
      { interest: { ...everything, regions: ['55', '99999'] } },
      ['input', 'interest', 'regions', '1'],
    ],
    [
      'regions',
      { interest: { ...everything, regions: Array(101).fill('55') } },
      ['input', 'interest', 'regions'],
    ],
    ['text', { interest: { ...everything, text: 'x'.repeat(201) } }, ['input', 'interest', 'text']],
    ['text', { interest: { ...everything, text: '<!-- -->' } }, ['input', 'interest', 'text']],
  ])('refuse a bad %s and change nothing', async (_, bad, field) => {
    const me = await community.as(clerk);
    const input = { name: 'All', owner: 'PERSON', interest: everything, ...bad } as const;
    await expect(manage().create(me, input)).rejects.toMatchObject({ code: 'BAD_INPUT', field });
    const id = await community.subscribe(clerk);
    const before = await listOf(clerk);
    await expect(manage().update(me, { id, ...bad })).rejects.toMatchObject({ code: 'BAD_INPUT', field });
    expect(await listOf(clerk)).toEqual(before);
  });

  it('answer a repetition with the first result', async () => {
    const me = await community.as(clerk);
    const input = { name: 'All', owner: 'PERSON', interest: everything, idempotencyKey: 'once' } as const;
    expect(await manage().create(me, input)).toBe(await manage().create(me, input));
    expect(await idsOf(clerk)).toHaveLength(1);
  });

  it('are found by the regions that they look at, also after a change', async () => {
    const id = await community.subscribe(clerk, { regions: ['55079'] });
    const finds = async (about: Topic) => (await subscribersTo(about)).memberIds.has(dane);
    expect(await finds(topic())).toBe(false);
    expect(await finds(topic({ regions: [builtInTree.line('55')] }))).toBe(true);
    await manage().update(await community.as(clerk), { id, interest: { ...everything, regions: ['55'] } });
    expect(await finds(topic())).toBe(true);
    await manage().update(await community.as(clerk), {
      id,
      interest: { ...everything, regions: ['55'], below: false },
    });
    expect(await finds(topic())).toBe(false);
    await manage().update(await community.as(clerk), { id, interest: everything });
    expect(await finds(topic())).toBe(true);
    await manage().delete(await community.as(clerk), { id });
    expect(await finds(topic())).toBe(false);
  });

  it('are found by the index exactly where they match', async () => {
    const codes = ['US', 'R05', '55', '17', '55025', '55079', '17031'];
    const interests = fc.record({
      regions: fc.subarray(codes, { maxLength: 3 }),
      below: fc.boolean(),
      above: fc.boolean(),
      kinds: fc.subarray([...PUBLICATION_KINDS]),
      severityAtLeast: fc.option(fc.constantFrom('BASELINE', 'MEDIUM', 'SEVERE')),
      text: fc.constantFrom(null, 'down', 'up'),
      newKnownExploited: fc.boolean(),
    });
    const topics = fc.record({
      kind: fc.constantFrom(...PUBLICATION_KINDS),
      severity: fc.option(fc.nat(5)),
      systems: fc.constant([]),
      regions: fc.subarray(codes, { maxLength: 2 }).map((some) => some.map((code) => builtInTree.line(code))),
      groupIds: fc.subarray(['one', 'two']),
      text: fc.constantFrom('It is down', 'It is up'),
      catalogueNews: fc.boolean(),
    });
    const groups = { one: crypto.randomUUID(), two: crypto.randomUUID() };
    const subscribers = fc.sample(interests, { numRuns: 60, seed: 7 }).map((interest, n) => ({
      interest,
      groupIds: n % 3 === 0 ? [groups.one] : n % 7 === 0 ? [groups.one, groups.two] : [],
      memberId: '',
    }));
    for (const id of Object.values(groups)) await community.group(id, dane);
    for (const subscriber of subscribers) {
      subscriber.memberId = await community.member('LOCAL', '55025');
      for (const id of subscriber.groupIds) await community.join(id, subscriber.memberId);
      await community.subscribe(await community.person(subscriber.memberId, 'VIEWER'), subscriber.interest);
    }

    await fc.assert(
      fc.asyncProperty(topics, async (about) => {
        const addressed = { ...about, groupIds: about.groupIds.map((name) => groups[name as 'one' | 'two']) };
        const found = await subscribersTo(addressed);
        const expected = subscribers.filter(({ interest, groupIds }) => {
          const regions = interest.regions.map((code) => builtInTree.line(code));
          const severityAtLeast = interest.severityAtLeast && LEVELS.indexOf(interest.severityAtLeast);
          return matches({ ...interest, systems: [], regions, severityAtLeast }, addressed, groupIds);
        });
        const ours = subscribers.filter(({ memberId }) => found.memberIds.has(memberId));
        expect(ours.map(({ memberId }) => memberId)).toEqual(expected.map(({ memberId }) => memberId));
      }),
      { numRuns: 150 },
    );
  });

  it('of a member serve all its people, of a person nobody else', async () => {
    await community.subscribe(clerk, { kinds: ['ALERT'] });
    await community.subscribe(chief, { kinds: ['BULLETIN'] }, 'MEMBER');
    const viewerOf = async (personId: string) =>
      (await community.as(personId)).viewer as NonNullable<Principal['viewer']>;
    const alert = await subscribersTo(topic());
    expect([alert.has(await viewerOf(clerk)), alert.has(await viewerOf(reader))]).toEqual([true, false]);
    const bulletin = await subscribersTo(topic({ kind: 'BULLETIN' }));
    expect([bulletin.has(await viewerOf(clerk)), bulletin.has(await viewerOf(reader))]).toEqual([true, true]);
  });
});
