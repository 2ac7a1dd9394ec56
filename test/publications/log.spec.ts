import fc from 'fast-check';
import { ANONYMOUS, type Key, type Principal } from '#access';
import { type LogEntry, Publish, ReleaseLog, Releases, type ReleaseView, seenAs } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase, refused } from './hub.js';
import { anyDeed, World } from './random-world.js';
import { sharedPart } from './shown.js';

describe('the release log', () => {
  let place: TestDatabase;
  let hub: Hub;

  beforeEach(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
  });
  afterEach(async () => {
    await hub.close();
    await place.close();
  });

  const whole = () => hub.get(ReleaseLog).since(0, 10_000);

  it('carries in each entry all keys that decide about any shared part of it', async () => {
    const world = await World.in(hub);
    for (const deed of fc.sample(anyDeed, { seed: 3, numRuns: 200 })) await world.do(deed);
    const told = async ({ what, at, publication, revision }: ReleaseView) =>
      JSON.stringify([
        what,
        at,
        await sharedPart(publication),
        revision?.id,
        revision?.title,
        await revision?.number(),
      ]);
    /** One key for each lock that is opened, and all that tell: the least that stands for all who can open the same. */
    const representative = ({ held }: Principal, entry: LogEntry): Key[] => {
      const locks = [entry.keys, entry.presentKeys, ...entry.locks];
      const opening = locks
        .map((keys) => keys.find((key) => held.has(key)))
        .filter((key) => key !== undefined);
      return [...opening, ...entry.tellingKeys.filter((key) => held.has(key))];
    };
    let compared = 0;
    for (const entry of (await whole()).filter(({ sequence }) => sequence % 3 === 0)) {
      for (const who of fc.sample(fc.constantFrom(...world.people), 3)) {
        const principal = await hub.as(who);
        if (seenAs(principal, entry) !== 'RELEASE') continue;
        const shared = { ...ANONYMOUS, held: new Set(representative(principal, entry)) };
        for (const key of shared.held) expect(entry.allKeys).toContain(key);
        const own = await hub.get(Releases).release(entry, 'RELEASE', principal);
        const common = await hub.get(Releases).release(entry, 'RELEASE', shared);
        expect(await told(common)).toBe(await told(own));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(40);
  }, 180_000);

  it('carries the keys of what can be read by way of it', async () => {
    const state = await hub.office('STATE', '55');
    const other = await hub.office('STATE', '17');
    const old = await hub.publish(state, { audience: { regions: ['55025'] }, attribution: 'ANONYMOUS' });
    const input = { content: alert({ tlp: 'GREEN' }), supersedesIds: [old] };
    await hub.get(Publish).perform(await hub.as(state), input);
    const apart = await hub.publish(other, { audience: { regions: ['17'] } });
    await hub.changeAudience(other, apart, { audience: { regions: ['17031'] } });
    const [published, newer, withdrawn, lone, narrowed] = await whole();
    const present = ['above:55', 'analyst', 'at:55025', `origin:${state.memberId}`];
    for (const entry of [newer, withdrawn, published]) {
      expect(entry?.locks.map((keys) => [...keys].sort())).toContainEqual(present);
      expect(entry?.locks.map((keys) => [...keys].sort())).toContainEqual([
        'analyst',
        'community',
        `origin:${state.memberId}`,
      ]);
      expect([...(entry?.tellingKeys ?? [])].sort()).toEqual(['analyst', `origin:${state.memberId}`]);
    }
    for (const entry of [lone, narrowed]) {
      expect(entry?.tellingKeys).toEqual([]);
      expect(entry?.allKeys).toContain('at:17');
      expect(entry?.allKeys).not.toContain('community');
    }
  });

  it('is read in batches, from any place, to its end', async () => {
    const office = await hub.office('STATE', '55');
    for (let n = 0; n < 7; n += 1) await hub.publish(office);
    const log = hub.get(ReleaseLog);
    expect(await log.head()).toBe(7);
    expect((await log.since(0, 3)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect((await log.since(5, 100)).map(({ sequence }) => sequence)).toEqual([6, 7]);
    expect(await log.since(7, 100)).toEqual([]);
  });

  it('tells what each release is about', async () => {
    const office = await hub.office('STATE', '55');
    const group = await hub.group(office.memberId);
    const audience = { regions: ['55025'], groupIds: [group] };
    const id = await hub.publish(office, { audience, cves: ['CVE-2026-1234'], acknowledgeWithinMinutes: 30 });
    await hub.withdraw(office, id);
    const facts = {
      kind: 'ALERT',
      severity: 3,
      systems: ['ELECTRONIC_POLLBOOK'],
      regions: [['55025', '55', 'R05', 'US']],
      groupIds: [group],
      cves: ['CVE-2026-1234'],
      acknowledgeWithinMinutes: 30,
      text: 'Pollbooks down\nPollbooks in two wards do not start.\nThey show **no** sign-in page.\nCVE-2026-1234',
    };
    expect(await whole()).toMatchObject([
      { what: 'PUBLISHED', facts, presentState: 'WITHDRAWN', released: { originId: office.memberId } },
      { what: 'WITHDRAWN', facts, lostKeys: [] },
    ]);
  });

  it('never dates an entry before the one that it follows', async () => {
    const office = await hub.office('STATE', '55');
    await hub.publish(office);
    hub.clock.advance(-3_600_000);
    await hub.publish(office);
    const [first, second] = await whole();
    expect(second?.at).toBe(first?.at);
  });

  it('wakes those who listen', async () => {
    const office = await hub.office('STATE', '55');
    const woken = new Promise<void>((resolve) => hub.database.wakeups.on('release', resolve));
    await hub.publish(office);
    await woken;
  });

  describe('as a viewer sees it', () => {
    let state: Office;
    let county: Office;
    let elsewhere: Office;
    beforeEach(async () => {
      state = await hub.office('STATE', '55');
      county = await hub.office('LOCAL', '55025');
      elsewhere = await hub.office('STATE', '17');
    });
    const page = async (who: Office, wish: object = {}) =>
      hub.get(Releases).connection(await hub.as(who), wish);

    it('goes on where it ended, without gap or repeat', async () => {
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push(await hub.publish(state));
      const first = await page(county, { first: 2 });
      expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      const rest = await page(county, { after: first.pageInfo.endCursor });
      expect([...first.edges, ...rest.edges].map(({ node }) => node.publicationId)).toEqual(ids);
      const none = await page(county, { after: rest.pageInfo.endCursor });
      expect(none).toMatchObject({
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: rest.pageInfo.endCursor },
      });
      ids.push(await hub.publish(state));
      const next = await page(county, { after: none.pageInfo.endCursor });
      expect(next.edges.map(({ node }) => node.publicationId)).toEqual(ids.slice(-1));
    });

    it('gives the empty one a place to go on from', async () => {
      const none = await page(elsewhere);
      await hub.publish(state);
      expect((await page(elsewhere)).pageInfo).toEqual(none.pageInfo);
      const id = await hub.publish(elsewhere, { audience: { regions: ['17'] } });
      const next = await page(elsewhere, { after: none.pageInfo.endCursor });
      expect(next.edges.map(({ node }) => node.publicationId)).toEqual([id]);
    });

    it('has a present end that tells of nothing else', async () => {
      const position = async (who: Office) => hub.get(Releases).position(await hub.as(who));
      const before = await position(elsewhere);
      const id = await hub.publish(state);
      expect(await position(elsewhere)).toBe(before);
      const here = await position(county);
      expect((await page(county, { after: here })).edges).toEqual([]);
      await hub.changeAudience(state, id, { audience: { regions: ['55079'] } });
      expect(await position(county)).not.toBe(here);
      expect((await page(county, { after: here })).edges.map(({ node }) => node.what)).toEqual([
        'UNAVAILABLE',
      ]);
    });

    it('lets a filter hide nothing that takes away what it once let through', async () => {
      const id = await hub.publish(state, { severity: 'SEVERE' });
      await hub.revise(state, id, { content: alert({ severity: 'LOW' }) });
      const other = await hub.publish(state, { severity: 'LOW' });
      await hub.withdraw(state, id);
      const lost = await hub.publish(state, { severity: 'LOW' });
      await hub.changeAudience(state, lost, { audience: { regions: ['55079'] } });
      const told = await hub.log(county, { filter: { severityAtLeast: 'HIGH' } });
      expect(told).toEqual([
        ['WITHDRAWN', id],
        ['UNAVAILABLE', lost],
      ]);
      const standing = await hub.publish(state, { severity: 'SEVERE' });
      await hub.revise(state, standing, { content: alert({ severity: 'LOW' }) });
      await hub.revise(state, standing, { content: alert({ severity: 'BASELINE' }) });
      expect((await hub.log(county, { filter: { severityAtLeast: 'HIGH' } })).slice(2)).toEqual([
        ['PUBLISHED', standing],
        ['REVISED', standing],
      ]);
      expect(told.flat()).not.toContain(other);
    });

    it('is not read with the cursor of another list, or a made up one', async () => {
      for (const after of ['', 'x', 'A'.repeat(48), '1']) {
        await expect(page(county, { after })).rejects.toEqual(refused('BAD_INPUT', 'after'));
      }
      await expect(page(county, { first: 101 })).rejects.toEqual(refused('BAD_INPUT', 'first'));
    });
  });
});
