import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyDatabase, openTestDatabase, type Place, testDialect } from '../support/database.js';
import { startHub } from '../support/hub.js';
import { startHubProcess } from '../support/hub-process.js';

const SECRET = 'a secret that is used in this test alone';
/** Far more than a stop takes, and less than what the server waits for connections. */
const LONG = 8_000;
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }';

describe('starting and stopping', () => {
  let place: Place;
  beforeEach(async () => {
    place = await emptyDatabase();
  });
  afterEach(() => place.remove());

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s it finishes what is under way, leaves the database tidy and exits with 0',
    async (signal) => {
      const hub = await startHubProcess(place);
      const input = { email: 'nobody@office.example', password: 'a password that is not right' };
      const underWay = fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: SIGN_IN, variables: { input } }),
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const code = hub.end(signal);
      const answer = await underWay;
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      // A connection that stayed open would hold up the stop for as long as its client likes.
      expect(answer.headers.get('connection')).toBe('close');
      expect(await code).toBe(0);
      if (place.database.dialect === 'sqlite') {
        const log = `${place.database.file}-wal`;
        expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
      }
      await expect(fetch(`${hub.url}/healthz`)).rejects.toThrow();
    },
    180_000,
  );

  it('comes up again on what it left', async () => {
    for (let time = 0; time < 2; time += 1) {
      const hub = await startHubProcess(place);
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
      expect(await hub.end('SIGTERM')).toBe(0);
    }
  }, 180_000);

  it('refuses production without a secret, and names the variable', async () => {
    await expect(startHubProcess(place, { NODE_ENV: 'production' })).rejects.toThrow(
      /WATCHFIRE_SECRET must be set/,
    );
  }, 180_000);

  it('refuses production with a weak secret, without showing it', async () => {
    const start = startHubProcess(place, { NODE_ENV: 'production', WATCHFIRE_SECRET: 'hunter2-hunter2' });
    await expect(start).rejects.toThrow(/WATCHFIRE_SECRET/);
    await expect(start).rejects.not.toThrow(/hunter2/);
  }, 180_000);

  it('refuses to seed the demo community in production', async () => {
    const env = { NODE_ENV: 'production', WATCHFIRE_SECRET: SECRET, WATCHFIRE_DEMO: 'on' };
    await expect(startHubProcess(place, env)).rejects.toThrow(/WATCHFIRE_DEMO must not be on/);
  }, 180_000);

  it('starts in production with a secret, and says nothing of accounts', async () => {
    const hub = await startHubProcess(place, { NODE_ENV: 'production', WATCHFIRE_SECRET: SECRET });
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
    expect(hub.output()).not.toMatch(/sign in:|password/i);
    expect(hub.output()).not.toContain(SECRET);
    await hub.end('SIGTERM');
  }, 180_000);
});

describe('a connection on which nothing was asked yet', () => {
  it('does not hold up the stop', async () => {
    const hub = await startHub();
    const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const ended = once(socket, 'close');
    const stopped = hub.close().then(() => 'stopped');
    expect(await Promise.race([stopped, sleep(LONG, 'held up', { ref: false })])).toBe('stopped');
    await ended;
  }, 60_000);
});

/** An SQLite file that was opened cannot be taken away. */
const onPostgres = testDialect() === 'postgres' ? describe : describe.skip;

onPostgres('a database that is no longer there', () => {
  it('makes the hub not ready, while it stays alive', async () => {
    const test = await openTestDatabase();
    const hub = await startHubProcess({ database: test.config.database, remove: async () => {} });
    await test.close();
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(503);
    await hub.end('SIGKILL');
  }, 180_000);
});
