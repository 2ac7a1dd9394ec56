import sql from 'sql-template-tag';
import {
  type Channel,
  DELIVERY_CHANNELS,
  DeliveryQueue,
  type Due,
  type Ended,
  ManageEndpoints,
} from '#delivery';
import { type TestDatabase, testDialect } from '../support/database.js';
import { type Receiver, startReceiver } from '../support/webhook-receiver.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

type Hub = Awaited<ReturnType<typeof hubOn>>;

const ENDPOINTS = 240;
/** With so many of each there is more than one worker takes in a turn. */
const RELEASES = 5;
/** What a dead worker had in hand is to go on within five seconds, and workers look every second. */
const AFTER_A_LEASE = 4_000;
/** The first wait of the schedule with its jitter. */
const AFTER_A_RETRY = 6_000;

/** SQLite serves one process; for several there is PostgreSQL. */
const onPostgres = testDialect() === 'postgres' ? it : it.skip;

describe('workers that share a database', () => {
  let opened: TestDatabase;
  let hubs: Hub[];
  let first: Hub;
  let community: Community;
  let receiver: Receiver;
  let releaser: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    first = await hubOn(opened);
    const others = testDialect() === 'postgres' ? [await opened.again(), await opened.again()] : [];
    hubs = [first];
    for (const database of others) hubs.push(await hubOn(opened, database));
    for (const hub of hubs) hub.clock.set('2026-11-03T12:00:00.000Z');
    receiver = await startReceiver();
    community = new Community(first);
    releaser = await community.person(await community.member('STATE', '55'), 'RELEASER');
    for (let office = 0; office < ENDPOINTS / 20; office += 1) {
      const clerk = await community.person(await community.member('LOCAL', '55025'), 'VIEWER');
      const me = await community.as(clerk);
      for (let n = 0; n < 20; n += 1) {
        await first
          .get(ManageEndpoints)
          .create(me, { name: `Hook ${n}`, url: `${receiver.url}/${office}/${n}` });
      }
    }
  });
  afterAll(async () => {
    for (const hub of hubs) {
      await hub.app.close();
      if (hub !== first) await hub.database.close();
    }
    await receiver.close();
    await opened.close();
  });
  beforeEach(async () => {
    receiver.posted.length = 0;
    await community.publish(releaser);
    await first.planner.catchUp();
  });

  const states = () =>
    first.database.read((tx) =>
      tx.rows<{ state: string; count: number }>(
        sql`SELECT state, count(*) AS count FROM delivery WHERE sequence = (SELECT max(sequence) FROM release) GROUP BY state ORDER BY state`,
      ),
    );
  const passes = (milliseconds: number) => {
    for (const hub of hubs) hub.clock.advance(milliseconds);
  };
  const webhooks = (hub: Hub): Channel =>
    hub.app.get(DELIVERY_CHANNELS).find((one: { name: string }) => one.name === 'WEBHOOK');
  const take = (hub: Hub, worker: string, count: number): Promise<readonly Due[]> =>
    hub.get(DeliveryQueue).take(webhooks(hub), worker, { count, underWay: new Map() });
  const record = (worker: string, ended: readonly Ended[], hub = first): Promise<void> =>
    hub.get(DeliveryQueue).record(webhooks(hub), worker, ended);
  /** A worker that takes this many and is never heard of again. */
  async function dies(hub: Hub, count: number): Promise<void> {
    expect(await take(hub, 'dead', count)).toHaveLength(count);
  }

  onPostgres('send each delivery once, each a part of them', async () => {
    for (let release = 1; release < RELEASES; release += 1) await community.publish(releaser);
    await first.planner.catchUp();
    await Promise.all(hubs.map((hub) => hub.worker.drained()));
    while ((await states()).some(({ state }) => state === 'PENDING')) {
      await Promise.all(hubs.map((hub) => hub.worker.drained()));
    }
    expect(receiver.posted).toHaveLength(RELEASES * ENDPOINTS);
    expect(new Set(receiver.posted.map(({ headers }) => headers['webhook-id'])).size).toBe(
      RELEASES * ENDPOINTS,
    );
    expect(await states()).toEqual([{ state: 'SENT', count: ENDPOINTS }]);
    const workers = await first.database.read((tx) =>
      tx.rows(sql`SELECT DISTINCT worker FROM delivery_tally WHERE state = 'SENT'`),
    );
    expect(workers.length).toBeGreaterThan(1);
  });

  it('leave to a worker what it took, and take it over when it is dead', async () => {
    await dies(hubs.at(-1) as Hub, 50);
    await first.worker.drained();
    expect(receiver.posted).toHaveLength(ENDPOINTS - 50);
    passes(AFTER_A_LEASE);
    await first.worker.drained();
    expect(receiver.posted).toHaveLength(ENDPOINTS);
    expect(await states()).toEqual([{ state: 'SENT', count: ENDPOINTS }]);
    expect(await first.database.read((tx) => tx.rows(sql`SELECT * FROM delivery_queue`))).toEqual([]);
  });

  describe('when an endpoint that is known to be well', () => {
    const another = async () => {
      await community.publish(releaser);
      await first.planner.catchUp();
    };
    const failing = () =>
      first.database.read((tx) =>
        tx.rows(
          sql`SELECT id FROM webhook_endpoint WHERE failing_since IS NOT NULL OR held_until IS NOT NULL`,
        ),
      );
    const failed = (due: Due): Ended => ({ due, outcome: { state: 'RETRY', cause: 'BUSY' } });
    beforeEach(async () => {
      await first.worker.drained();
      await another();
      await first.worker.drained();
      await another();
    });
    const later = async () => {
      passes(AFTER_A_RETRY);
      await first.worker.drained();
    };
    afterEach(later);

    it('fails elsewhere, hold it to be failing until it takes something', async () => {
      const other = hubs.at(-1) as Hub;
      const [due] = (await take(other, 'other', 1)) as [Due];
      await record('other', [failed(due)], other);
      await first.worker.drained();
      expect(await failing()).toEqual([{ id: due.address }]);
      await later();
      expect(await failing()).toEqual([]);
    });

    it('fails, hold it to be well as soon as it takes what was on its way', async () => {
      await another();
      const [one, ...others] = (await take(first, 'slow', ENDPOINTS * 2)) as [Due, ...Due[]];
      const next = others.find(({ address }) => address === one.address) as Due;
      await record('slow', [failed(one)]);
      expect(await failing()).toEqual([{ id: one.address }]);
      await record('slow', [{ due: next, outcome: { state: 'SENT' } }]);
      expect(await failing()).toEqual([]);
    });
  });

  it('wait for no lease where there is but one process, when it starts again', async () => {
    await dies(first, 50);
    await first.get(DeliveryQueue).takeFromTheDead();
    await first.worker.drained();
    expect(receiver.posted).toHaveLength(testDialect() === 'sqlite' ? ENDPOINTS : ENDPOINTS - 50);
    passes(AFTER_A_LEASE);
    await first.worker.drained();
    expect(receiver.posted).toHaveLength(ENDPOINTS);
  });

  it('let nobody who lost a delivery say that it failed, but that it was sent', async () => {
    const [failed, sent] = (await take(first, 'slow', 2)) as [Due, Due];
    passes(AFTER_A_LEASE);
    const others = await take(first, 'second', ENDPOINTS);
    expect(others.map(({ id }) => id)).toEqual(expect.arrayContaining([failed.id, sent.id]));
    const late: Ended[] = [
      { due: failed, outcome: { state: 'FAILED', cause: 'TIMED_OUT' } },
      { due: sent, outcome: { state: 'SENT' } },
    ];
    await record('slow', late);
    expect(await states()).toEqual([
      { state: 'PENDING', count: ENDPOINTS - 1 },
      { state: 'SENT', count: 1 },
    ]);
    const done = others.map((due): Ended => ({ due, outcome: { state: 'SENT' } }));
    await record('second', done);
    expect(await states()).toEqual([{ state: 'SENT', count: ENDPOINTS }]);
  });
});
