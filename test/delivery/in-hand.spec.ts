import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Channel,
  DELIVERY_CHANNELS,
  DeliveryQueue,
  DeliveryWorker,
  type Due,
  ManageEndpoints,
  type Outcome,
} from '#delivery';
import { Clock, CONFIG, Ids, Wakeups } from '#platform';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

/** Milliseconds. */
const MOST_WAITED = 1_000;
const LONGER_THAN_A_LEASE = 5_000;

interface Besides {
  readonly prepare?: (due: readonly Due[]) => void;
  readonly queue?: DeliveryQueue;
}

describe('a delivery that a worker has in hand', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let releaser: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    releaser = await community.person(await community.member('STATE', '55'), 'RELEASER');
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  /** There are so many endpoints more, and so much to be sent to each. */
  async function due(endpoints: number, releases: number): Promise<void> {
    const me = await community.as(await community.person(await community.member('LOCAL', '55025'), 'VIEWER'));
    for (let number = 0; number < endpoints; number += 1)
      await hub.get(ManageEndpoints).create(me, { name: `${number}`, url: `http://127.0.0.1:9/${number}` });
    for (let number = 0; number < releases; number += 1) await community.publish(releaser);
    await hub.planner.catchUp();
  }

  /** Sends all by attempts of this kind, so many at once. */
  async function send(
    atOnce: number,
    attempt: (one: Due, prepared: number) => Promise<Outcome>,
    { prepare = () => {}, queue = hub.get(DeliveryQueue) }: Besides = {},
  ): Promise<void> {
    const [webhooks] = hub.app.get<Channel[]>(DELIVERY_CHANNELS).filter(({ name }) => name === 'WEBHOOK');
    const channel: Channel = {
      ...(webhooks as Channel),
      atOnce,
      plan: async () => [],
      prepare: async (taken) => {
        prepare(taken);
        const since = performance.now();
        return new Map(taken.map((one) => [one.id, () => attempt(one, since)]));
      },
      settled: async () => {},
    };
    const { app } = hub;
    const worker = new DeliveryWorker(
      [channel],
      app.get(CONFIG),
      app.get(Wakeups),
      queue,
      app.get(Clock),
      app.get(Ids),
    );
    await worker.drained();
  }

  it('is asked for anew when room for it takes long, so that rights are never old when it goes', async () => {
    const slow = 1.5 * MOST_WAITED;
    await due(3, 1);
    const waited: number[] = [];
    let asked = 0;
    await send(
      1,
      async (_, prepared) => {
        waited.push(performance.now() - prepared);
        await sleep(slow);
        return { state: 'SENT' };
      },
      {
        prepare: (taken) => {
          asked += taken.length;
        },
      },
    );
    expect(waited).toHaveLength(3);
    expect(Math.max(...waited)).toBeLessThan((MOST_WAITED + slow) / 2);
    expect(asked).toBeGreaterThan(3);
  });

  it('is sent once, also when the process stood still for longer than a lease', async () => {
    await due(17, 3);
    const sent = new Map<string, number>();
    /** Writes down what has ended when the next ones have been taken. */
    class Slow extends DeliveryQueue {
      override async record(...what: Parameters<DeliveryQueue['record']>): Promise<void> {
        await sleep(100);
        await super.record(...what);
      }
    }
    const queue = new Slow(hub.database, hub.clock);
    const attempt = async ({ id }: Due): Promise<Outcome> => {
      sent.set(id, (sent.get(id) ?? 0) + 1);
      hub.clock.advance(LONGER_THAN_A_LEASE);
      return { state: 'SENT' };
    };
    await send(20, attempt, { queue });
    expect(sent.size).toBe(60);
    expect([...sent.values()].filter((count) => count > 1)).toEqual([]);
  });
});
