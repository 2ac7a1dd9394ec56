import sql from 'sql-template-tag';
import { DeliveryWorker, Lateness, Planner } from '#delivery';
import { Sessions } from '#identity';
import { Database, ManualClock } from '#platform';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';
import { type Receiver, startReceiver } from '../support/webhook-receiver.js';
import { contentOf } from './hub.js';

const HEALTH = `{ deliveryHealth { unplannedCount oldestUnplannedSeconds late { what seconds } endpointCount failingEndpointCount
  disabledEndpointCount channels { channel waitingCount laterCount deadCount dead { cause count } oldestWaitingSeconds sentPerMinute
  failures { cause count } } failingEndpoints { host state lastFailure member { name } } } }`;
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
  secret endpoint { id name url owner state interest { regions { code } severityAtLeast } } } }`;

describe('how delivery does', () => {
  let hub: TestHub;
  let clock: ManualClock;
  let offices: Record<Desk, Someone>;
  let receiver: Receiver;
  let ill = 503;
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
    receiver = await startReceiver(({ path }) => (path === '/well' ? 204 : ill));
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
    expect(await webhook()).toMatchObject({
      waitingCount: 0,
      laterCount: 0,
      deadCount: 1,
      dead: [{ cause: 'SERVER_ERROR', count: 1 }],
    });
  });

  describe('dead letters', () => {
    const REPLAY =
      'mutation ($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) { count } }';
    const LETTERS = `query ($causes: [DeliveryCause!], $channels: [DeliveryChannel!], $first: Int, $after: Cursor) {
      deadLetters(causes: $causes, channels: $channels, first: $first, after: $after) {
        edges { cursor node { id host replayable member { name } person { id } delivery { id state cause tries publication { title } } } }
        pageInfo { hasNextPage } } }`;
    interface Letters {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
    }
    const letters = async (variables = {}) =>
      (await as('operator')(LETTERS, variables)).data?.deadLetters as unknown as Letters;
    const replay = async (input: object, desk: Desk = 'operator') => {
      const { data, errors } = await as(desk)(REPLAY, { input });
      const count = (data as { replayDeadLetters?: { count: number } } | null)?.replayDeadLetters?.count;
      return errors?.[0]?.extensions ?? count;
    };
    const execute = (statement: ReturnType<typeof sql>) =>
      hub.app.get(Database).write((tx) => tx.execute(statement));
    const renew = async (desk: Desk) => {
      const { personId } = offices[desk];
      const opened = await hub.app
        .get(Database)
        .write((tx) => hub.app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null }));
      offices[desk] = { ...offices[desk], token: opened.secret };
    };

    beforeAll(async () => {
      for (const desk of ['operator', 'clerk'] as const) await renew(desk);
    });

    it('are listed across members with why they are, to operators alone', async () => {
      expect((await letters()).edges.map(({ node }) => node)).toEqual([
        {
          id: expect.any(String),
          host: new URL(receiver.url).host,
          replayable: true,
          member: { name: 'Dane County Election Office' },
          person: { id: offices.clerk.personId },
          delivery: {
            id: expect.any(String),
            state: 'FAILED',
            cause: 'SERVER_ERROR',
            tries: 10,
            publication: { title: 'Pollbooks are down' },
          },
        },
      ]);
      expect((await letters({ causes: ['SERVER_ERROR'], channels: ['WEBHOOK'] })).edges).toHaveLength(1);
      for (const none of [{ causes: ['GONE'] }, { channels: ['EMAIL'] }])
        expect((await letters(none)).edges).toEqual([]);
      expect((await as('clerk')(LETTERS)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      expect(await replay({ all: true }, 'clerk')).toMatchObject({ code: 'FORBIDDEN' });
      expect((await ask(hub.url, null, LETTERS)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      const [first] = (await letters()).edges;
      expect((await letters({ after: first?.cursor })).edges).toEqual([]);
      for (const wish of [{ after: 'x' }, { after: first?.cursor, causes: ['GONE'] }, { first: 101 }])
        expect((await as('operator')(LETTERS, wish)).errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
    });

    it('are not told, one by one or by number, to whoever does not see what they are about', async () => {
      const [letter] = (await letters()).edges;
      await execute(
        sql`DELETE FROM person_role WHERE person_id = ${offices.operator.personId} AND role = 'ANALYST'`,
      );
      expect((await letters()).edges).toEqual([]);
      expect(await replay({ ids: [letter?.node.id] })).toBe(0);
      expect((await webhook()).deadCount).toBe(1);
      expect(await replay({ all: true, causes: ['SERVER_ERROR'] })).toBe(0);
      expect((await webhook()).deadCount).toBe(0);
      for (let hour = 0; hour < 100; hour += 1) {
        clock.advance(60 * 60_000);
        await hub.app.get(DeliveryWorker).drained();
      }
      await execute(
        sql`INSERT INTO person_role (person_id, role) VALUES (${offices.operator.personId}, 'ANALYST')`,
      );
    });

    it('are sent again, one or all; nothing to an endpoint that is disabled', async () => {
      await renew('operator');
      for (const [input, field] of [
        [{}, ['input']],
        [{ ids: [], all: true }, ['input']],
        [{ ids: [], causes: ['GONE'] }, ['input', 'causes']],
        [{ ids: Array.from({ length: 101 }, () => 'x') }, ['input', 'ids']],
      ] as const)
        expect(await replay(input)).toMatchObject({ code: 'BAD_INPUT', field });
      const [letter] = (await letters()).edges;
      expect(letter?.node).toMatchObject({ replayable: false });
      expect(await replay({ ids: [letter?.node.id, 'x'] })).toBe(0);
      await execute(
        sql`UPDATE webhook_endpoint SET state = 'ACTIVE', disabled_because = NULL, disabled_at = NULL`,
      );
      ill = 204;
      expect(await replay({ ids: [letter?.node.id, letter?.node.id, 'x'] })).toBe(1);
      expect(await replay({ all: true })).toBe(0);
      await hub.app.get(DeliveryWorker).drained();
      expect((await letters()).edges).toEqual([]);
      expect(receiver.at('/ill').at(-1)?.headers['webhook-id']).toBe(letter?.node.id);
    });
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
