import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import sql from 'sql-template-tag';
import { Webhook } from 'standardwebhooks';
import { ManageEndpoints, ReadEndpoints, ReplayDeliveries, RotateSecret } from '#delivery';
import type { TestDatabase } from '../support/database.js';
import { type Answering, type Posted, type Receiver, startReceiver } from '../support/webhook-receiver.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longer than each wait of the schedule with its jitter. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY];

/** What is posted, as it is promised. */
const conforms = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync('schema/webhook.v1.schema.json', 'utf8')),
);

interface Made {
  readonly id: string;
  readonly secret: string;
  readonly path: string;
  readonly personId: string;
}

describe('webhooks', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let receiver: Receiver;
  const answers = new Map<string, Answering>();
  let paths = 0;

  let county: string;
  let releaser: string;
  let clerk: string;
  let coordinator: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    hub.clock.set(new Date());
    community = new Community(hub);
    receiver = await startReceiver((posted, response) => {
      const answer = answers.get(posted.path);
      return answer ? answer(posted, response) : 204;
    });
    const wisconsin = await community.member('STATE', '55');
    releaser = await community.person(wisconsin, 'RELEASER', 'COORDINATOR');
    county = await community.member('LOCAL', '55025');
    clerk = await community.person(county, 'VIEWER');
    coordinator = await community.person(county, 'COORDINATOR');
  });
  afterAll(async () => {
    for (const { body } of receiver.posted) {
      expect(conforms(JSON.parse(body)) || conforms.errors).toBe(true);
    }
    await hub.app.close();
    await receiver.close();
    await opened.close();
  });
  beforeEach(() => {
    hub.clock.set(new Date());
  });

  async function endpoint(
    personId: string,
    given: { owner?: 'PERSON' | 'MEMBER'; interest?: object; url?: string; answer?: Answering } = {},
  ): Promise<Made> {
    paths += 1;
    const path = `/hook/${paths}`;
    const { answer, ...input } = given;
    if (answer) answers.set(path, answer);
    const me = await community.as(personId);
    const made = await hub
      .get(ManageEndpoints)
      .create(me, { name: `Hook ${paths}`, url: receiver.url + path, ...input });
    return { id: made.id, secret: made.secret ?? '', path, personId };
  }

  async function deliver(): Promise<void> {
    await hub.planner.catchUp();
    await hub.worker.drained();
  }

  const later = async (milliseconds: number): Promise<void> => {
    hub.clock.advance(milliseconds);
    await hub.worker.drained();
  };

  /** What was posted to an endpoint, each found genuine by the official library. */
  const got = ({ path, secret }: Made) =>
    receiver.at(path).map(({ headers, body }) => ({
      id: headers['webhook-id'],
      event: new Webhook(secret).verify(body, headers as Record<string, string>) as {
        type: string;
        data: { publication: Record<string, unknown> };
      },
    }));

  const ledger = async ({ id, personId }: Made) => {
    const page = await hub.get(ReadEndpoints).deliveries(await community.as(personId), id, { first: 100 });
    return page.edges.map(({ node }) => node);
  };
  const state = async ({ id, personId }: Made) =>
    hub.get(ReadEndpoints).get(await community.as(personId), id);
  const rows = ({ id }: Made) =>
    hub.database.read((tx) =>
      tx.rows<{ state: string; cause: string | null }>(
        sql`SELECT state, cause FROM delivery WHERE address = ${id} ORDER BY sequence`,
      ),
    );

  it('go once, signed, to whoever may see a release and asks for it, and to nobody else', async () => {
    const distant = await community.person(await community.member('LOCAL', '12086'), 'VIEWER', 'COORDINATOR');
    const [mine, ours, loud, elsewhere, theirs] = [
      await endpoint(clerk),
      await endpoint(coordinator, { owner: 'MEMBER', interest: { regions: ['55'] } }),
      await endpoint(clerk, { interest: { severityAtLeast: 'SEVERE' } }),
      await endpoint(clerk, { interest: { regions: ['12'] } }),
      await endpoint(distant, { owner: 'MEMBER' }),
    ];
    const id = await community.publish(releaser);
    await deliver();
    await deliver();
    for (const one of [mine, ours]) {
      expect(got(one)).toMatchObject([
        { event: { type: 'publication.published', data: { publication: { id } } } },
      ]);
      expect(await ledger(one)).toMatchObject([
        { state: 'SENT', tries: 1, said: 'HTTP 204', publicationId: id },
      ]);
    }
    for (const one of [loud, elsewhere, theirs]) {
      expect(got(one)).toEqual([]);
      expect(await rows(one)).toEqual([]);
    }
    await community.publish(releaser, { severity: 'EMERGENCY' });
    await deliver();
    expect(got(elsewhere)).toHaveLength(1);
    expect(got(loud)).toHaveLength(1);
    expect(got(theirs)).toEqual([]);
  });

  it('follow a publication to those who have it: revised, addressed anew, withdrawn', async () => {
    const [mine, newcomer] = [
      await endpoint(clerk),
      await endpoint(await community.person(await community.member('LOCAL', '55079'), 'VIEWER')),
    ];
    const id = await community.publish(releaser, { audience: { regions: ['55025'] } });
    await deliver();
    await community.revise(releaser, id, { title: 'More is known', audience: { regions: ['55025'] } });
    await deliver();
    await community.address(releaser, id, { regions: ['55'] });
    await deliver();
    await community.withdraw(releaser, id);
    await deliver();
    const types = (one: Made) => got(one).map(({ event }) => event.type.split('.')[1]);
    expect(types(mine)).toEqual(['published', 'revised', 'withdrawn']);
    expect(types(newcomer)).toEqual(['published', 'withdrawn']);
    expect(got(mine)[2]?.event.data.publication).toMatchObject({
      body: null,
      withdrawal: { reason: 'It was a mistake.' },
    });
  });

  it('tell whoever had it and loses sight of it that it is no longer available, by its id alone', async () => {
    const [kept, lost] = [
      await endpoint(clerk),
      await endpoint(await community.person(await community.member('LOCAL', '55079'), 'VIEWER')),
    ];
    const id = await community.publish(releaser, { audience: { regions: ['55025', '55079'] } });
    await deliver();
    await community.address(releaser, id, { regions: ['55025'] });
    await deliver();
    expect(got(kept)).toHaveLength(1);
    expect(got(lost).map(({ event }) => [event.type, event.data])).toEqual([
      ['publication.published', expect.anything()],
      ['publication.unavailable', { publication: { id } }],
    ]);
  });

  it('never carry red, carry AMBER+STRICT without a title to a person alone, and hide who is anonymous', async () => {
    const [mine, ours] = [await endpoint(clerk), await endpoint(coordinator, { owner: 'MEMBER' })];
    await community.publish(releaser, { tlp: 'RED', audience: { personIds: [clerk, coordinator] } });
    await community.publish(releaser, { tlp: 'AMBER_STRICT', title: 'Do not tell' });
    await deliver();
    expect(got(ours)).toEqual([]);
    expect(got(mine).map(({ event }) => event.data.publication)).toEqual([
      {
        id: expect.any(String),
        url: expect.any(String),
        tlp: 'AMBER_STRICT',
        tlpLabel: 'TLP:AMBER+STRICT',
        status: 'ACTUAL',
        notice: 'Sign in to read it.',
        omitted: [],
      },
    ]);
    const named = await community.publish(releaser, { attribution: 'NAMED', status: 'EXERCISE' });
    const hidden = await community.publish(releaser, { attribution: 'ANONYMOUS' });
    await deliver();
    const told = new Map(got(ours).map(({ event }) => [event.data.publication.id, event.data.publication]));
    expect(told.get(named)).toMatchObject({
      origin: { name: 'STATE 55' },
      title: 'EXERCISE: Pollbooks are down',
    });
    expect(told.get(hidden)).toMatchObject({ origin: null });
    expect(receiver.at(ours.path).at(-1)?.body).not.toContain('STATE 55');
  });

  it('stay below 20 kB, and say what is left out', async () => {
    const mine = await endpoint(clerk);
    await community.publish(releaser, { body: 'é'.repeat(19_000), instructions: 'Call the desk.' });
    await deliver();
    const [{ body = '' } = {}] = receiver.at(mine.path);
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    const [{ event } = {}] = got(mine);
    expect(event?.data.publication).toMatchObject({ omitted: ['body'], instructions: 'Call the desk.' });
    expect(event?.data.publication).not.toHaveProperty('body');
  });

  it('are not sent to whoever lost their rights between planning and sending', async () => {
    const leaver = await community.person(county, 'VIEWER');
    const mover = await community.member('LOCAL', '55105');
    const [mine, lost, kept] = [
      await endpoint(leaver),
      await endpoint(await community.person(mover, 'VIEWER')),
      await endpoint(clerk),
    ];
    const id = await community.publish(releaser, { audience: { regions: ['55025', '55105'] } });
    await hub.planner.catchUp();
    await community.suspendPerson(leaver);
    await community.address(releaser, id, { regions: ['55025'] });
    await deliver();
    expect([got(mine), got(lost)]).toEqual([[], []]);
    expect(await rows(mine)).toEqual([{ state: 'DROPPED', cause: 'DISABLED' }]);
    expect(await rows(lost)).toEqual([{ state: 'DROPPED', cause: 'NOT_VISIBLE' }]);
    expect(await ledger(lost)).toEqual([]);
    expect(got(kept)).toHaveLength(1);
  });

  it('are tried again by the schedule, with the same id, until they are dead letters; and can be replayed', async () => {
    let broken = true;
    const mine = await endpoint(clerk, { answer: () => (broken ? 500 : 200) });
    await community.publish(releaser);
    await deliver();
    for (const wait of WAITS) {
      expect(await ledger(mine)).toMatchObject([
        { state: 'RETRYING', cause: 'SERVER_ERROR', said: 'HTTP 500' },
      ]);
      const tries = receiver.at(mine.path).length;
      await later(wait * 0.99);
      expect(receiver.at(mine.path)).toHaveLength(tries);
      await later(wait * 0.22);
      expect(receiver.at(mine.path)).toHaveLength(tries + 1);
    }
    expect(await ledger(mine)).toMatchObject([{ state: 'FAILED', tries: 10, dueAt: null }]);
    expect(new Set(receiver.at(mine.path).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.at(mine.path).map(({ headers }) => headers['webhook-timestamp'])).size).toBe(10);
    broken = false;
    const me = await community.as(clerk);
    const replay = (input: object) => hub.get(ReplayDeliveries).replay(me, { id: mine.id, ...input });
    expect(await replay({ failed: true })).toMatchObject({ count: 1 });
    await hub.worker.drained();
    expect(await ledger(mine)).toMatchObject([{ state: 'SENT', tries: 1, cause: null }]);
    expect(await replay({ failed: true })).toMatchObject({ count: 0 });
    const [sent] = await ledger(mine);
    expect(await replay({ deliveryIds: [sent?.id, 'another'] })).toMatchObject({ count: 1 });
    await hub.worker.drained();
    expect(await replay({ from: sent?.plannedAt })).toMatchObject({ count: 1 });
    expect(await replay({ from: sent?.plannedAt, until: sent?.plannedAt })).toMatchObject({ count: 0 });
    for (const input of [
      {},
      { failed: true, from: sent?.plannedAt },
      { until: sent?.plannedAt, failed: true },
    ]) {
      await expect(replay(input)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    }
  });

  it('wait as long as a receiver asks', async () => {
    let busy = true;
    const mine = await endpoint(clerk, {
      answer: () => (busy ? { status: 429, 'retry-after': '600' } : 200),
    });
    await community.publish(releaser);
    await deliver();
    busy = false;
    await later(9 * MINUTE);
    expect(receiver.at(mine.path)).toHaveLength(1);
    await later(MINUTE);
    expect(await ledger(mine)).toMatchObject([{ state: 'SENT', tries: 2 }]);
  });

  it('end with 410 Gone, until the endpoint is enabled again', async () => {
    const mine = await endpoint(clerk, { answer: () => 410 });
    await community.publish(releaser);
    await deliver();
    expect(await state(mine)).toMatchObject({ state: 'DISABLED', disabledBecause: 'GONE' });
    await community.publish(releaser);
    await deliver();
    expect(receiver.at(mine.path)).toHaveLength(1);
    expect(await rows(mine)).toEqual([{ state: 'FAILED', cause: 'GONE' }]);
    const told = await hub.database.read((tx) =>
      tx.rows(sql`SELECT address, carries FROM delivery WHERE channel = 'EMAIL' AND reason = 'NOTICE'`),
    );
    expect(told).toEqual([
      { address: clerk, carries: JSON.stringify({ about: 'WEBHOOK_DISABLED', endpointId: mine.id }) },
    ]);
    const me = await community.as(clerk);
    await expect(hub.get(ReplayDeliveries).test(me, { id: mine.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    answers.delete(mine.path);
    await hub.get(ManageEndpoints).update(me, { id: mine.id, enabled: true });
    await hub.get(ReplayDeliveries).replay(me, { id: mine.id, failed: true });
    await deliver();
    expect(receiver.at(mine.path)).toHaveLength(2);
  });

  it('leave alone an endpoint that fails, give it up after five days, and catch up with one that comes back', async () => {
    let down = true;
    const reset: Answering = (_, response) => {
      response.socket?.destroy();
      return undefined;
    };
    const [back, gone, well] = [
      await endpoint(clerk, { answer: (...posted) => (down ? reset(...posted) : 200) }),
      await endpoint(clerk, { answer: reset }),
      await endpoint(clerk),
    ];
    const publish = async () => {
      await community.publish(releaser);
      await deliver();
    };
    await publish();
    await publish();
    expect(await state(back)).toMatchObject({
      state: 'ACTIVE',
      lastFailure: 'UNREACHABLE',
      failingSince: expect.any(String),
    });
    expect(receiver.at(back.path)).toHaveLength(1);
    expect(receiver.at(well.path)).toHaveLength(2);
    down = false;
    await later(6 * SECOND);
    expect(await state(back)).toMatchObject({
      failingSince: null,
      lastFailure: null,
      lastSuccessAt: expect.any(String),
    });
    expect((await ledger(back)).map((one) => one.state)).toEqual(['SENT', 'SENT']);
    for (let day = 0; day < 6; day += 1) await later(DAY);
    expect(await state(gone)).toMatchObject({ state: 'DISABLED', disabledBecause: 'FAILING' });
    expect((await ledger(gone)).map((one) => one.state)).toEqual(['FAILED', 'FAILED']);
  });

  it('follow no redirect', async () => {
    const other = await startReceiver();
    const mine = await endpoint(clerk, { answer: () => ({ status: 307, location: `${other.url}/inside` }) });
    await community.publish(releaser);
    await deliver();
    expect(other.posted).toEqual([]);
    expect(await ledger(mine)).toMatchObject([{ state: 'RETRYING', cause: 'REJECTED', said: 'HTTP 307' }]);
    await other.close();
  });

  it('are signed by two secrets while one takes the place of the other', async () => {
    const mine = await endpoint(clerk);
    const me = await community.as(clerk);
    const { secret } = await hub.get(RotateSecret).rotate(me, { id: mine.id, overlapHours: 24 });
    const send = async (): Promise<Posted> => {
      await hub.get(ReplayDeliveries).test(me, { id: mine.id });
      await hub.worker.drained();
      return receiver.at(mine.path).at(-1) as Posted;
    };
    const genuine = ({ headers, body }: Posted, by: string | null) =>
      new Webhook(by ?? '').verify(body, headers as Record<string, string>);
    const during = await send();
    expect(genuine(during, secret)).toEqual(genuine(during, mine.secret));
    expect((await state(mine)).previousSecretUntil).not.toBeNull();
    hub.clock.advance(25 * HOUR);
    const after = await send();
    expect(after.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
    expect((await state(mine)).previousSecretUntil).toBeNull();
  });

  it('keep secrets out of the database', async () => {
    const mine = await endpoint(clerk);
    const stored = await hub.database.read((tx) =>
      tx.rows(sql`SELECT * FROM webhook_endpoint WHERE id = ${mine.id}`),
    );
    expect(JSON.stringify(stored)).not.toContain(mine.secret.slice('whsec_'.length));
    const told = await hub.database.read((tx) =>
      tx.rows(sql`SELECT * FROM audit_entry WHERE object_id = ${mine.id}`),
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(mine.secret.slice('whsec_'.length));
  });

  it('are run by their person or the member’s coordinators, and do not exist for anybody else', async () => {
    const [mine, ours] = [await endpoint(clerk), await endpoint(coordinator, { owner: 'MEMBER' })];
    const list = async (personId: string) =>
      (await hub.get(ReadEndpoints).list(await community.as(personId))).map(({ id }) => id);
    expect(await list(clerk)).toContain(mine.id);
    expect(await list(clerk)).not.toContain(ours.id);
    expect(await list(coordinator)).toContain(ours.id);
    expect(await list(coordinator)).not.toContain(mine.id);
    const absent = '3f0c8a52-0000-4000-8000-000000000000';
    for (const [personId, id] of [
      [coordinator, mine.id],
      [releaser, mine.id],
      [clerk, ours.id],
      [releaser, ours.id],
      [clerk, absent],
      [clerk, 'no id'],
    ] as const) {
      const me = await community.as(personId);
      const refused = expect.objectContaining({ code: 'NOT_FOUND' });
      await expect(hub.get(ManageEndpoints).update(me, { id, name: 'Mine now' })).rejects.toEqual(refused);
      await expect(hub.get(ManageEndpoints).delete(me, { id })).rejects.toEqual(refused);
      await expect(hub.get(RotateSecret).rotate(me, { id })).rejects.toEqual(refused);
      await expect(hub.get(ReplayDeliveries).test(me, { id })).rejects.toEqual(refused);
      await expect(hub.get(ReplayDeliveries).replay(me, { id, failed: true })).rejects.toEqual(refused);
    }
    await expect(endpoint(clerk, { owner: 'MEMBER' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await hub.get(ManageEndpoints).delete(await community.as(clerk), { id: mine.id });
    expect(await list(clerk)).not.toContain(mine.id);
  });

  it.each([
    ['no url', 'no URL'],
    ['ftp://example.org/x', 'https'],
    ['javascript:alert(1)', 'https'],
    ['https://user:pass@example.org/', 'password'],
    ['https://example.org/#part', '#'],
    ['https://10.0.0.7/', 'network'],
    ['https://2130706433/', null],
    ['https://[::1]/', 'network'],
    ['https://[::ffff:10.0.0.1]/', 'network'],
    ['https://169.254.169.254/latest/meta-data', 'network'],
    ['http://8.8.8.8/', 'https'],
    [`https://example.org/${'x'.repeat(2_000)}`, 'characters'],
  ])('refuse %j', async (url, why) => {
    const made = endpoint(clerk, { url });
    if (why === null) await expect(made).resolves.toBeDefined();
    else {
      await expect(made).rejects.toMatchObject({
        code: 'BAD_INPUT',
        field: ['input', 'url'],
        message: expect.stringContaining(why),
      });
    }
  });

  it('connect to nothing in private networks, whatever a name leads to by then', async () => {
    const strict = await hubOn(opened, opened.database, { webhookNetworks: [] });
    strict.clock.set(new Date());
    const me = await community.as(clerk);
    const { id } = await strict
      .get(ManageEndpoints)
      .create(me, { name: 'Inside', url: `https://localhost:${receiver.port}/inside` });
    await strict.get(ReplayDeliveries).test(me, { id });
    await strict.worker.drained();
    const { edges } = await strict.get(ReadEndpoints).deliveries(me, id, {});
    expect(edges[0]?.node).toMatchObject({ state: 'RETRYING', cause: 'ADDRESS_REFUSED' });
    await expect(
      strict.get(ManageEndpoints).create(me, { name: 'Plain', url: 'http://example.org/' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await strict.app.close();
  });
});
