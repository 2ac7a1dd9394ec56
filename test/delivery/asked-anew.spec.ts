import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Attempt,
  type Channel,
  DELIVERY_CHANNELS,
  DeliveryQueue,
  DeliveryWorker,
  ManageEndpoints,
} from '#delivery';
import { Clock, CONFIG, Ids, Wakeups } from '#platform';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

/** Milliseconds: an attempt takes longer than a delivery may wait for it. */
const SLOW = 1_500;
const MOST_WAITED = 1_000;

describe('a delivery that waits for room', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  it('is asked for anew when that takes long, so that rights are never old when it goes', async () => {
    const community = new Community(hub);
    const releaser = await community.person(await community.member('STATE', '55'), 'RELEASER');
    const me = await community.as(await community.person(await community.member('LOCAL', '55025'), 'VIEWER'));
    for (const path of ['a', 'b', 'c'])
      await hub.get(ManageEndpoints).create(me, { name: path, url: `http://127.0.0.1:9/${path}` });
    await community.publish(releaser);
    await hub.planner.catchUp();

    const [webhooks] = hub.app.get<Channel[]>(DELIVERY_CHANNELS).filter(({ name }) => name === 'WEBHOOK');
    const waited: number[] = [];
    let asked = 0;
    /** One at a time, and slowly. */
    const narrow: Channel = {
      ...(webhooks as Channel),
      atOnce: 1,
      plan: async () => [],
      prepare: async (due) => {
        asked += due.length;
        const since = performance.now();
        const attempt: Attempt = async () => {
          waited.push(performance.now() - since);
          await sleep(SLOW);
          return { state: 'SENT' };
        };
        return new Map(due.map(({ id }) => [id, attempt]));
      },
      settled: async () => {},
    };
    const { app } = hub;
    const worker = new DeliveryWorker(
      [narrow],
      app.get(CONFIG),
      app.get(Wakeups),
      app.get(DeliveryQueue),
      app.get(Clock),
      app.get(Ids),
    );
    await worker.drained();
    expect(waited).toHaveLength(3);
    expect(Math.max(...waited)).toBeLessThan((MOST_WAITED + SLOW) / 2);
    expect(asked).toBeGreaterThan(3);
  });
});
