import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '#platform';
import { createHub } from '../../apps/hub/src/server.js';
import { testDialect } from '../support/database.js';
import type { Release } from './listen.js';
import { LiveOffice } from './office.js';

const SECRET = { WATCHFIRE_SECRET: 'a secret of the tests that is long enough to be taken' };

let office: LiveOffice;
const others: NestFastifyApplication[] = [];

beforeEach(async () => {
  office = await LiveOffice.open({ env: SECRET });
});
afterEach(async () => {
  await office.stopListening();
  for (const one of others.splice(0)) await one.close();
  await office.close();
});

/** One more hub on the same database, as another process would be. @returns where it listens */
async function anotherHub(): Promise<string> {
  const app = await createHub({ config: office.hub.app.get<Config>(CONFIG) });
  others.push(app);
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}

const listen = (url: string, after: string | null, over: 'WebSocket' | 'events' = 'WebSocket') =>
  office.begin({ url, token: office.desks.clerk.token, after, over });

const news = (title: string) =>
  office.publish('federal', { kind: 'BULLETIN', title, tlp: 'CLEAR', audience: { regions: ['US'] } });
const titles = (told: readonly Release[]) => told.map(({ publication }) => publication?.title);

it.each(['WebSocket', 'events'] as const)('over %s, a cursor holds across a restart', async (over) => {
  const first = await news('First');
  await news('While away');
  await office.hub.app.close();
  const url = await anotherHub();
  const resumed = listen(url, first.cursor, over);
  expect(titles(await resumed.until(1))).toEqual(['While away']);
});

it('a hub that stops closes its sockets with a code and where to resume', async () => {
  const one = await office.listen('clerk');
  const { cursor } = await news('Last');
  await one.until(1);
  const closing = office.hub.app.close();
  expect(await one.ended()).toMatchObject({
    code: 1001,
    reason: `The hub is stopping. Resume after ${cursor}`,
  });
  await closing;
});

it('whoever is cut off again and again misses nothing and gets nothing twice', async () => {
  const { cursor } = await news('Begin');
  const told: Release[] = [];
  const expected: string[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const one = listen(office.hub.url, told.at(-1)?.cursor ?? cursor, turn % 2 ? 'events' : 'WebSocket');
    const published = [news(`A ${turn}`), news(`B ${turn}`), news(`C ${turn}`)];
    if (turn % 3) await one.until(1);
    told.push(...one.told);
    one.stop();
    await Promise.all(published);
    expected.push(`A ${turn}`, `B ${turn}`, `C ${turn}`);
  }
  const last = listen(office.hub.url, told.at(-1)?.cursor ?? cursor);
  told.push(...(await last.until(expected.length - told.length)));
  expect(titles(told).sort()).toEqual(expected.sort());
});

const onPostgres = testDialect() === 'postgres' ? describe : describe.skip;

onPostgres('several hubs on one database', () => {
  it('tell the same to whoever listens to any of them, in the same order', async () => {
    const { cursor } = await news('Begin');
    const urls = [office.hub.url, await anotherHub(), await anotherHub()];
    const all = urls.map((url) => listen(url, cursor));
    await Promise.all(Array.from({ length: 20 }, (_, turn) => news(`Number ${turn}`)));
    const [first = [], ...others] = await Promise.all(all.map((one) => one.until(20)));
    expect(new Set(titles(first)).size).toBe(20);
    for (const other of others) expect(other).toEqual(first);
  });

  it('let one move from one to the other with a cursor', async () => {
    const other = await anotherHub();
    const one = await office.listen('clerk');
    await news('Here');
    const [here] = await one.until(1);
    one.stop();
    await news('Meanwhile');
    const moved = listen(other, here?.cursor ?? null);
    expect(titles(await moved.until(1))).toEqual(['Meanwhile']);
    await news('There');
    expect(titles(await moved.until(2))).toEqual(['Meanwhile', 'There']);
  });

  it('all end what was signed in with, wherever it ended', async () => {
    const there = listen(await anotherHub(), null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await fetch(`${office.hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${office.desks.clerk.token}` },
      body: JSON.stringify({ query: 'mutation { signOut { __typename } }' }),
    });
    expect(await there.ended()).toMatchObject({ code: 4403 });
  });
});
