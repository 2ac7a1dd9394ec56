import sql from 'sql-template-tag';
import { DeliveryWorker, Lateness, Planner } from '#delivery';
import { Database, ManualClock } from '#platform';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';
import { type Receiver, startReceiver } from '../support/webhook-receiver.js';
import { contentOf } from './hub.js';

const HEALTH = `{ deliveryHealth { unplannedCount oldestUnplannedSeconds late { what seconds } endpointCount failingEndpointCount
  disabledEndpointCount channels { channel waitingCount laterCount deadCount oldestWaitingSeconds sentPerMinute
  failures { cause count } } failingEndpoints { host state lastFailure member { name } } } }`;
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
  secret endpoint { id name url owner state interest { regions { code } severityAtLeast } } } }`;

describe('how delivery does', () => {
  let hub: TestHub;
  let clock: ManualClock;
  let offices: Record<Desk, Someone>;
  let receiver: Receiver;
  /** An operator’s API key, as a program that watches has it. */
  let key: string;

  const as =
    (desk: Desk) =>
    (query: string, variables: Record<string, unknown> = {}) =>
      ask<Record<string, never>>(hub.url, offices[desk].token, query, variables);
  const health = async () =>
    (await ask<{ deliveryHealth: Health }>(hub.url, key, HEALTH)).data?.deliveryHealth as Health;
  const metrics = (token?: string) =>
    fetch(`${hub.url}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  const publish = () =>
    as('official')(
      'mutation ($content: PublicationContentInput!) { publish(input: { content: $content }) { outcome } }',
      {
        content: contentOf(),
      },
    );
  const webhook = async () => {
    const found = (await health()).channels.find(({ channel }) => channel === 'WEBHOOK');
    return found as Health['channels'][number];
  };

  beforeAll(async () => {
    clock = new ManualClock();
    receiver = await startReceiver(({ path }) => (path === '/well' ? 204 : 503));
    const env = { WATCHFIRE_WORKER: 'off', WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8' };
    hub = await startHub({ clock, env });
    offices = await openOffices(hub);
    const made = await as('operator')(
      'mutation { createApiKey(input: { name: "watch", scopes: [READ], expiresInDays: 365 }) { secret } }',
    );
    key = (made.data as unknown as { createApiKey: { secret: string } }).createApiKey.secret;
  });
  afterAll(async () => {
    await hub.close();
    await receiver.close();
  });

  it('is told to operators alone', async () => {
    expect((await as('clerk')(HEALTH)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await ask(hub.url, null, HEALTH)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await metrics()).status).toBe(401);
    expect((await metrics('wfk_unknown')).status).toBe(401);
    expect((await metrics(offices.clerk.token)).status).toBe(403);
    const answer = await metrics(key);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
  });

  it('tells what waits, what is late, what was sent, what fails and why', async () => {
    for (const path of ['well', 'ill']) {
      const input = { name: path, url: `${receiver.url}/${path}`, idempotencyKey: path };
      const made = await as('clerk')(CREATE, { input });
      expect(made.data?.createWebhookEndpoint).toMatchObject({
        secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
        endpoint: { name: path, owner: 'PERSON', state: 'ACTIVE', interest: null },
      });
      const again = await as('clerk')(CREATE, { input });
      expect(again.data?.createWebhookEndpoint).toMatchObject({ secret: null, endpoint: { name: path } });
    }
    await publish();
    clock.advance(61_000);
    expect(await health()).toMatchObject({
      unplannedCount: 1,
      oldestUnplannedSeconds: 61,
      late: [{ what: 'PLANNING', seconds: 61 }],
      endpointCount: 2,
    });
    await hub.app.get(Planner).catchUp();
    clock.advance(62_000);
    expect(await health()).toMatchObject({ unplannedCount: 0, late: [{ what: 'WEBHOOK', seconds: 62 }] });
    expect(await webhook()).toMatchObject({
      waitingCount: 2,
      laterCount: 0,
      deadCount: 0,
      oldestWaitingSeconds: 62,
    });
    expect(await (await metrics(key)).text()).toContain('watchfire_delivery_late_seconds{what="WEBHOOK"} 62');

    await hub.app.get(DeliveryWorker).drained();
    clock.advance(60_000);
    expect(await health()).toMatchObject({
      failingEndpointCount: 1,
      disabledEndpointCount: 0,
      failingEndpoints: [
        { state: 'ACTIVE', lastFailure: 'SERVER_ERROR', member: { name: 'Dane County Election Office' } },
      ],
    });
    const text = await (await metrics(key)).text();
    for (const line of [
      'watchfire_delivery_outcomes_total{channel="WEBHOOK",state="SENT",cause=""} 1',
      'watchfire_delivery_outcomes_total{channel="WEBHOOK",state="RETRYING",cause="SERVER_ERROR"} 1',
      'watchfire_webhook_endpoints{state="failing"} 1',
    ]) {
      expect(text).toContain(line);
    }
    for (let hour = 0; hour < 100; hour += 1) {
      clock.advance(60 * 60_000);
      await hub.app.get(DeliveryWorker).drained();
    }
    expect(await webhook()).toMatchObject({ waitingCount: 0, laterCount: 0, deadCount: 1 });
  });

  it('keeps its totals when minutes are told apart no more', async () => {
    const rows = () => hub.app.get(Database).read((tx) => tx.rows(sql`SELECT minute FROM delivery_tally`));
    const outcomes = async () => {
      const text = await (await metrics(key)).text();
      return text.split('\n').filter((line) => line.startsWith('watchfire_delivery_outcomes_total'));
    };
    const [before, told] = [await rows(), await outcomes()];
    clock.advance(8 * 24 * 60 * 60_000);
    await hub.app.get(Lateness).catchUp();
    expect((await rows()).length).toBeLessThan(before.length);
    expect(await outcomes()).toEqual(told);
  });
});

interface Health {
  readonly channels: readonly {
    readonly channel: string;
    readonly waitingCount: number;
    readonly deadCount: number;
    readonly failures: readonly object[];
  }[];
}
