import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { deliveryEntities, deliveryMigrations } from '#delivery';
import { Database, timestamp } from '#platform';
import { startPostgres, type ThrowAwayPostgres } from '../../scripts/postgres.mjs';
import { emptyDatabase, type Place, testDialect } from '../support/database.js';
import { type Answer, ask } from '../support/graphql.js';
import { type HubProcess, startHubProcess } from '../support/hub-process.js';
import { type FaultyMailboxes, MAIL_MANNERS, startFaultyMailboxes } from './faulty-mailboxes.js';
import { type FaultyReceiver, MANNERS, startFaultyReceiver } from './faulty-receiver.js';
import { furnishTown, type Town } from './town.js';

/** `npm run kill` sets 100 and more, and 2,000 recipients; every run of the tests does a few. */
const KILLS = Number(process.env.WATCHFIRE_KILLS ?? 3);
const LONG = KILLS > 20;
const RECIPIENTS = LONG ? 2_000 : 80;
/** Half by webhook, half by mail. */
const BY_EACH = RECIPIENTS / 2;
/** While more than that is still to be planned or sent, nothing further is released: mail goes out more slowly than hubs are killed. */
const MOST_OPEN = 30 * RECIPIENTS;
const SETTLES_WITHIN = LONG ? 900_000 : 100_000;
const ENV = {
  WATCHFIRE_TOKEN_MINUTES: '1440',
  WATCHFIRE_SECRET: 'a secret for killing hubs in tests only',
  WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8',
};
/** An answer that never comes costs fifteen seconds. */
const tried = <M extends string>(manners: readonly M[]) =>
  manners.filter((manner) => LONG || manner !== 'hangs');

const PUBLISH = `mutation ($content: PublicationContentInput!, $key: String!) {
  publish(input: { content: $content, idempotencyKey: $key }) { publication { id } } }`;

interface Row {
  readonly id: string;
  readonly channel: 'WEBHOOK' | 'EMAIL';
  readonly address: string;
  readonly publicationId: string;
  readonly state: string;
  readonly cause: string | null;
}

describe(`kill -9, ${KILLS} times in the middle of releasing, planning and sending to ${RECIPIENTS}`, () => {
  let place: Place;
  /** Its own, since it is restarted under all who use it. */
  let server: ThrowAwayPostgres | null = null;
  let faulty: FaultyReceiver;
  let mail: FaultyMailboxes;
  let env: Record<string, string>;
  let town: Town;
  let hub: HubProcess;
  let worker: ChildProcess | null = null;
  let database: Database;
  const released = new Set<string>();

  beforeAll(async () => {
    if (testDialect() === 'postgres') {
      server = await startPostgres();
      process.env.WATCHFIRE_TEST_POSTGRES_URL = server.url;
    }
    place = await emptyDatabase();
    faulty = await startFaultyReceiver();
    mail = await startFaultyMailboxes();
    env = { ...ENV, WATCHFIRE_SMTP_URL: mail.url };
    town = await furnishTown(place, env, {
      base: faulty.receiver.url,
      inside: Array.from({ length: BY_EACH }, (_, n) => `/${mannerOf(n, tried(MANNERS))}/${n}`),
      outside: ['/well/outside-1', '/well/outside-2'],
      mailboxes: Array.from(
        { length: BY_EACH },
        (_, n) => `${mannerOf(n, tried(MAIL_MANNERS))}.${n}@dane.example`,
      ),
      outsideMailboxes: ['well.outside-1@dade.example', 'well.outside-2@dade.example'],
    });
    database = await Database.open({
      config: { database: place.database, requestTimeoutSeconds: 15 },
      entities: deliveryEntities,
      migrations: deliveryMigrations,
    });
  }, 300_000);
  afterAll(async () => {
    await killWorker();
    await hub.end('SIGKILL');
    await database.close();
    await faulty.receiver.close();
    await mail.close();
    await place.remove();
    await server?.stop();
  });

  /** One in five misbehaves, each manner in its turn. */
  const mannerOf = (n: number, manners: readonly string[]) =>
    n % 5 === 0 ? manners[(n / 5) % manners.length] : 'well';

  function startWorker(): void {
    if (place.database.dialect !== 'postgres') return;
    worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
      env: { PATH: process.env.PATH, ...env, WATCHFIRE_DATABASE_URL: place.database.url },
      stdio: 'ignore',
    });
  }

  /** One that found no server when it started has ended by itself. */
  async function killWorker(): Promise<void> {
    if (worker && worker.exitCode === null && worker.signalCode === null) {
      const ended = once(worker, 'exit');
      worker.kill('SIGKILL');
      await ended;
    }
    worker = null;
  }

  /** Asked again under the same key until it is acknowledged. */
  async function publish(key: string): Promise<void> {
    const { data } = (await ask(hub.url, town.token, PUBLISH, { content: CONTENT, key })) as Answer<{
      publish: { publication: { id: string } };
    }>;
    if (data) released.add(data.publish.publication.id);
    else throw new Error('Not released.');
  }

  const open = async () => {
    const [row] = await database.read((tx) =>
      tx.rows<{ count: number }>(sql`
        SELECT (SELECT count(*) FROM delivery_queue)
          + ${RECIPIENTS} * ((SELECT coalesce(max(sequence), 0) FROM release) - (SELECT sequence FROM plan_cursor)) AS count`),
    );
    return row?.count ?? 0;
  };

  const whatIsOpen = async () =>
    JSON.stringify(
      await database.read((tx) =>
        tx.rows(sql`
          SELECT d.channel, d.state, d.cause, d.tries, q.due_at AS due, q.leased_by AS worker, q.leased_until AS until,
            count(*) AS count
          FROM delivery_queue q JOIN delivery d ON d.id = q.delivery_id GROUP BY 1, 2, 3, 4, 5, 6, 7`),
      ),
      null,
      1,
    );

  /** Waits until nothing is left to send; what is to be tried in minutes or hours is tried now. */
  async function settled(): Promise<void> {
    const end = Date.now() + SETTLES_WITHIN;
    for (; (await open()) > 0; await sleep(250)) {
      if (Date.now() > end) throw new Error(`It does not settle:\n${await whatIsOpen()}\n${hub.output()}`);
      await database
        .write((tx) =>
          tx.execute(sql`
            UPDATE delivery_queue SET due_at = ${timestamp(new Date())}
            WHERE leased_by IS NULL AND due_at > ${timestamp(new Date())}`),
        )
        .catch(() => {});
    }
  }

  /** Each that was released reached all of these but those who are gone. */
  function expectAllReached(rows: readonly Row[], everyone: Iterable<string>): void {
    const there = [...everyone].filter((name) => !/^\/?gone\b/.test(name));
    for (const publicationId of released) {
      const reached = rows.filter((row) => row.publicationId === publicationId && row.state === 'SENT');
      expect(reached).toHaveLength(there.length);
    }
  }

  function expectWebhooks(rows: readonly Row[]): void {
    const paths = new Map([...town.inside, ...town.outside].map(([path, id]) => [id, path]));
    const seen = new Map<string, { times: number; taken: boolean }>();
    for (const { path, id, publicationId, taken } of faulty.got) {
      const one = `${path} ${publicationId} ${id}`;
      const before = seen.get(one) ?? { times: 0, taken: false };
      seen.set(one, { times: before.times + 1, taken: before.taken || taken });
    }
    const told = new Map(
      rows.map((row) => [`${paths.get(row.address)} ${row.publicationId} ${row.id}`, row]),
    );
    expect(faulty.got.filter(({ path }) => town.outside.has(path))).toEqual([]);
    expect([...seen.keys()].filter((one) => !told.has(one))).toEqual([]);
    expectAllReached(rows, town.inside.keys());
    for (const [one, { state, cause }] of told) {
      const { times, taken } = seen.get(one) ?? { times: 0, taken: false };
      expect([one, state]).toEqual([one, taken ? 'SENT' : 'FAILED']);
      if (cause !== null && ANSWERS.includes(cause))
        expect([one, cause, times > 0]).toEqual([one, cause, true]);
    }
  }

  /** What a server took, and could not say so, is sent again under the same Message-ID. */
  function expectMails(rows: readonly Row[]): void {
    const ids = new Map<string, Set<string>>();
    for (const { to, publicationId, messageId } of mail.got) {
      const one = `${town.mailboxes.get(to) ?? to} ${publicationId}`;
      ids.set(one, (ids.get(one) ?? new Set()).add(messageId));
    }
    const told = new Map(rows.map((row) => [`${row.address} ${row.publicationId}`, row]));
    expect([...ids.keys()].filter((one) => !told.has(one))).toEqual([]);
    expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect(new Set([...ids.values()].flatMap((of) => [...of])).size).toBe(ids.size);
    expectAllReached(rows, town.mailboxes.keys());
    for (const [one, { state }] of told)
      expect([one, state]).toEqual([one, ids.has(one) ? 'SENT' : 'FAILED']);
  }

  it(
    'reaches everyone at least once under one id, nobody else, and the ledger says what the receivers saw',
    async () => {
      let key = randomUUID();
      hub = await startHubProcess(place, env);
      startWorker();
      for (let kill = 0; kill < KILLS; kill += 1) {
        const releasing =
          (await open().catch(() => Number.POSITIVE_INFINITY)) > MOST_OPEN
            ? Promise.resolve()
            : publish(key).then(
                () => {
                  key = randomUUID();
                },
                () => {},
              );
        await sleep(Math.random() * 1_200);
        if (kill === Math.floor(KILLS / 2)) await server?.restart();
        if (worker && kill % 2 === 1) {
          await killWorker();
          startWorker();
        } else {
          await hub.end('SIGKILL');
          hub = await startHubProcess(place, env);
        }
        await releasing;
      }
      await publish(key);
      await settled();
      await killWorker();
      expect(await hub.end('SIGTERM')).toBe(0);

      const rows = await database.read((tx) =>
        tx.rows<Row>(sql`
          SELECT id, channel, address, publication_id AS "publicationId", state, cause FROM delivery`),
      );
      const distinct = new Set(rows.map(({ address, publicationId }) => `${address} ${publicationId}`));
      expect(distinct.size).toBe(rows.length);
      expectWebhooks(rows.filter(({ channel }) => channel === 'WEBHOOK'));
      expectMails(rows.filter(({ channel }) => channel === 'EMAIL'));
      expect(released.size).toBeGreaterThan(0);
    },
    120_000 + KILLS * 30_000,
  );
});

/** Causes that only an answer of the receiver can be; one that timed out or was not reached need not have seen anything. */
const ANSWERS = ['BUSY', 'SERVER_ERROR', 'REJECTED', 'GONE'];

const CONTENT = {
  kind: 'ALERT',
  title: 'Pollbooks are down',
  tlp: 'AMBER',
  audience: { regions: ['55025'] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
};
