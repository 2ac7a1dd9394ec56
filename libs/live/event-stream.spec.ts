import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Client, createClient, type ExecutionResult } from 'graphql-sse';
import { clerk } from './harness.fixture.js';
import type { LiveLimits } from './limits.js';
import { RELEASES, TestServer } from './server.fixture.js';

interface Data {
  readonly releases: { readonly cursor: string; readonly publication: { readonly title: string } | null };
}
type Results = AsyncIterableIterator<ExecutionResult<Data, unknown>>;

let server: TestServer;
const clients: Client[] = [];

async function serve(limits: Partial<LiveLimits> = {}): Promise<void> {
  server = await new TestServer(limits).start([clerk('p1'), clerk('p2')]);
}

function client(person?: string): Client {
  const made = createClient({
    url: `http://${server.url}/graphql/stream`,
    retryAttempts: 0,
    ...(person ? { headers: { authorization: `Bearer ${person}` } } : {}),
  });
  clients.push(made);
  return made;
}

const subscribe = (of: Client, after: string, query = RELEASES): Results =>
  of.iterate<Data>({ query, variables: { after } });

async function title(results: Results): Promise<string | undefined> {
  const { value } = await results.next();
  return value.data?.releases.publication?.title;
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`http://${server.url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

afterEach(async () => {
  for (const one of clients.splice(0)) one.dispose();
  await server.stop();
});

describe('the official client', () => {
  it('gets what it missed and then what happens, and only what is its own', async () => {
    await serve();
    server.publish(1, ['public']);
    const [named, nobody] = [
      subscribe(client('p1'), server.cursor(0)),
      subscribe(client(), server.cursor(0)),
    ];
    expect(await title(named)).toBe('Number 1');
    expect(await title(nobody)).toBe('Number 1');
    server.publish(2, ['at:55025']);
    server.publish(3, ['public']);
    expect(await title(named)).toBe('Number 2');
    expect(await title(named)).toBe('Number 3');
    expect(await title(nobody)).toBe('Number 3');
  });

  it('is told of what is wrong with the subscription, in the stream', async () => {
    await serve();
    const wrong = subscribe(client(), 'x'.repeat(48));
    expect((await wrong.next()).value.errors).toMatchObject([
      { extensions: { code: 'BAD_INPUT', field: ['after'] } },
    ]);
    expect((await wrong.next()).done).toBe(true);
    const query = subscribe(client(), '', '{ hub { name } }');
    expect((await query.next()).value.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });

  it('is told when the session ends, and is sent nothing more', async () => {
    await serve();
    const results = subscribe(client('p1'), server.cursor(0));
    server.publish(1, ['public']);
    expect(await title(results)).toBe('Number 1');
    server.world.endSession('p1');
    server.publish(2, ['public']);
    expect((await results.next()).value.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await results.next()).done).toBe(true);
  });

  it('is cut off when the hub stops, so that it comes back', async () => {
    await serve();
    const results = subscribe(client(), server.cursor(0));
    server.publish(1, ['public']);
    await title(results);
    const end = results.next().catch((error: unknown) => error);
    await server.stop();
    expect(String(await end)).toContain('NetworkError');
    await serve();
  });

  it('leaves nothing behind when it goes', async () => {
    await serve();
    const one = client('p1');
    const results = subscribe(one, server.cursor(0));
    server.publish(1, ['public']);
    await title(results);
    expect(server.hub.figures).toMatchObject({ connections: 1, listenersInStep: 1 });
    one.dispose();
    while (server.hub.figures.connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.hub.figures.listenersInStep).toBe(0);
  });
});

describe('the answer', () => {
  it('is a stream that nothing in between keeps or changes', async () => {
    await serve();
    const response = await post({ query: RELEASES });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    await response.body?.cancel();
  });

  it.each([
    ['another kind of answer asked for', {}, { accept: 'application/json' }, 406],
    [
      'a body that a form could send',
      JSON.stringify({ query: RELEASES }),
      { 'content-type': 'text/plain' },
      415,
    ],
    ['a body that is no JSON', '{', {}, 400],
    ['credentials that are not good', { query: RELEASES }, { authorization: 'Bearer nobody' }, 401],
    ['a page of another origin', { query: RELEASES }, { origin: 'https://evil.example' }, 403],
    ['a body that is too long', { query: 'x'.repeat(70_000) }, {}, 413],
  ])('is a status for %s', async (_, body, headers: Record<string, string>, status) => {
    await serve();
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    await response.body?.cancel();
  });

  it('is a status for more connections than a person or an address may have', async () => {
    await serve({ connectionsPerAddress: 2, connectionsPerPerson: 1 });
    const authorization = 'Bearer p1';
    const first = await post({ query: RELEASES }, { authorization });
    expect([first.status, (await post({ query: RELEASES }, { authorization })).status]).toEqual([200, 429]);
    const second = await post({ query: RELEASES });
    expect([second.status, (await post({ query: RELEASES })).status]).toEqual([200, 429]);
    for (const { body } of [first, second]) await body?.cancel();
  });
});

it('holds no more than its buffer for a client that stops reading, and tells it where to resume', async () => {
  await serve({ bufferBytes: 4_096, leastBufferBytes: 4_096, drainMs: 1_500, pollMs: 100 });
  const [host = '', port] = server.url.split(':');
  const socket = connect(Number(port), host).pause();
  const body = JSON.stringify({
    query: RELEASES.replace('title', 'summary'),
    variables: { after: server.cursor(0) },
  });
  socket.write(
    `POST /graphql/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  while (server.hub.figures.connections < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  for (let publication = 0; publication < 3_000; publication += 1)
    server.world.publish(publication, ['public']);
  server.hub.wakeReleases();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(server.hub.figures.waitingBytes).toBeGreaterThan(0);
  expect(server.hub.figures.waitingBytes).toBeLessThan(4_096 + 6_000);
  while (server.hub.figures.connections > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  let text = '';
  socket.setEncoding('utf8').on('data', (data) => {
    text += data;
  });
  socket.resume();
  while (!text.endsWith('\r\n0\r\n\r\n')) await once(socket, 'data');
  socket.destroy();
  const cursors = [...text.matchAll(/"cursor":"([\w-]{48})"/g)].map(([, cursor]) => cursor);
  expect(/"resumeAfter":"([\w-]{48})"/.exec(text)?.[1]).toBe(cursors.at(-1));
  expect(cursors.length).toBeLessThan(3_000);
}, 30_000);
