import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Client, createClient, type FormattedExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';
import { clerk } from './harness.fixture.js';
import type { LiveLimits } from './limits.js';
import { RELEASES, TestServer } from './server.fixture.js';

interface Data {
  readonly releases: {
    readonly cursor: string;
    readonly what: string;
    readonly publication: { readonly title: string } | null;
  };
}
type Results = AsyncIterableIterator<FormattedExecutionResult<Data, unknown>>;

let server: TestServer;
const clients: Client[] = [];

async function serve(limits: Partial<LiveLimits> = {}): Promise<TestServer> {
  server = await new TestServer(limits).start([clerk('p1'), clerk('p2')]);
  return server;
}

function client(person?: string, options: Partial<Parameters<typeof createClient>[0]> = {}): Client {
  const made = createClient({
    url: `ws://${server.url}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    onNonLazyError: () => {},
    ...(person ? { connectionParams: { authorization: `Bearer ${person}` } } : {}),
    ...options,
  });
  clients.push(made);
  return made;
}

const subscribe = (of: Client, after?: string): Results =>
  of.iterate<Data>({ query: RELEASES, variables: { after: after ?? null } });

async function next(results: Results): Promise<Data['releases']> {
  const { value } = await results.next();
  return (value.data as Data).releases;
}

/** A socket that speaks the protocol by hand. */
async function socket(headers: Record<string, string> = {}, protocol = 'graphql-transport-ws') {
  const made = new WebSocket(`ws://${server.url}/graphql`, protocol, { headers });
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  made.on('message', (data) => messages.push(JSON.parse(String(data))));
  const closed = new Promise<[number, string]>((resolve) => {
    made.once('close', (code, reason) => resolve([code, String(reason)]));
  });
  await once(made, 'open');
  const send = (message: unknown) =>
    made.send(typeof message === 'string' ? message : JSON.stringify(message));
  const until = async (type: string) => {
    for (;;) {
      const found = messages.find((message) => message.type === type);
      if (found) return found;
      await once(made, 'message');
    }
  };
  const init = async (payload = {}) => {
    send({ type: 'connection_init', payload });
    await until('connection_ack');
  };
  return { made, messages, closed, send, until, init };
}

const refused = (headers: Record<string, string>, protocol = 'graphql-transport-ws') =>
  new Promise<number | string | undefined>((resolve) => {
    const made = new WebSocket(`ws://${server.url}/graphql`, protocol, { headers });
    made.once('unexpected-response', (_, { statusCode }) => {
      resolve(statusCode);
      made.terminate();
    });
    made.on('error', ({ message }) => resolve(message));
    made.once('open', () => resolve(101));
  });

afterEach(async () => {
  for (const one of clients.splice(0)) await one.dispose();
  await server.stop();
});

describe('the official client', () => {
  it('gets what it missed and then what happens, without gap or repeat', async () => {
    await serve();
    for (const publication of [1, 2, 3]) server.publish(publication, ['public']);
    const results = subscribe(client('p1'), server.cursor(1));
    expect((await next(results)).publication?.title).toBe('Number 2');
    expect((await next(results)).publication?.title).toBe('Number 3');
    server.publish(4, ['at:55025']);
    const live = await next(results);
    expect(live).toEqual({
      cursor: server.cursor(4),
      what: 'PUBLISHED',
      publication: { id: '4', title: 'Number 4' },
    });
    const resumed = subscribe(client('p2'), server.cursor(3));
    expect(await next(resumed)).toEqual(live);
  });

  it('gets nothing that its keys do not open', async () => {
    await serve();
    const [named, nobody] = [
      subscribe(client('p1'), server.cursor(0)),
      subscribe(client(), server.cursor(0)),
    ];
    server.publish(1, ['at:55025']);
    server.publish(2, ['public']);
    expect((await next(named)).publication?.title).toBe('Number 1');
    expect((await next(nobody)).publication?.title).toBe('Number 2');
  });

  it('runs several subscriptions on one connection, and ends each by itself', async () => {
    await serve();
    const one = client('p1');
    const [first, second] = [subscribe(one, server.cursor(0)), subscribe(one, server.cursor(0))];
    server.publish(1, ['public']);
    await next(first);
    await next(second);
    await first.return?.();
    server.publish(2, ['public']);
    expect((await next(second)).publication?.title).toBe('Number 2');
  });

  it('is closed when the session ends, and is sent nothing more', async () => {
    await serve();
    const titles: (string | undefined)[] = [];
    const closed = new Promise<unknown>((resolve) => {
      client('p1').subscribe<Data>(
        { query: RELEASES, variables: { after: server.cursor(0) } },
        {
          next: ({ data }) => titles.push(data?.releases.publication?.title),
          error: resolve,
          complete: () => {},
        },
      );
    });
    server.publish(1, ['public']);
    while (titles.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    server.world.endSession('p1');
    server.publish(2, ['public']);
    expect(await closed).toMatchObject({ code: 4403 });
    expect(titles).toEqual(['Number 1']);
  });

  it('is told where to resume when the hub stops', async () => {
    await serve();
    const { made, send, closed, init } = await socket();
    await init();
    send({
      id: '1',
      type: 'subscribe',
      payload: { query: RELEASES, variables: { after: server.cursor(0) } },
    });
    while (server.hub.figures.listenersInStep < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.stop();
    expect(await closed).toEqual([1001, `The hub is stopping. Resume after ${server.cursor(0)}`]);
    expect(made.readyState).toBe(made.CLOSED);
    await serve();
  });
});

describe('what is refused', () => {
  const FILTERED = 'subscription ($filter: PublicationFilter) { releases(filter: $filter) { cursor } }';
  const subscription = (query: string, variables?: unknown) => ({
    id: '1',
    type: 'subscribe',
    payload: { query, variables },
  });

  it.each([
    ['a cursor that the hub did not give', RELEASES, { after: 'x'.repeat(48) }, 'BAD_INPUT'],
    ['a query', '{ hub { name } }', undefined, 'BAD_INPUT'],
    ['a mutation', 'mutation { signOut { __typename } }', undefined, 'BAD_INPUT'],
    ['variables of the wrong kind', FILTERED, { filter: { kinds: ['NEWS'] } }, 'BAD_USER_INPUT'],
  ])('%s, with a code', async (_, query, variables, code) => {
    await serve();
    const { send, until, init } = await socket();
    await init();
    send(subscription(query, variables));
    expect((await until('error')).payload).toMatchObject([{ extensions: { code } }]);
  });

  it('a document that is not valid, or too long', async () => {
    await serve();
    const { send, until, init, messages } = await socket();
    await init();
    send(subscription('subscription { releases { nothing } }'));
    expect((await until('error')).payload).toMatchObject([{ message: expect.stringContaining('nothing') }]);
    messages.length = 0;
    send(subscription(`subscription { releases { ${'cursor '.repeat(600)} } }`));
    expect((await until('error')).payload).toMatchObject([{ message: expect.stringContaining('token') }]);
  });

  it('more subscriptions than a connection may have', async () => {
    await serve({ operations: 2 });
    const { send, until, init } = await socket();
    await init();
    for (const id of ['1', '2', '3']) send({ ...subscription(RELEASES), id });
    expect(await until('error')).toMatchObject({
      id: '3',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
  });

  it('credentials that are not good', async () => {
    await serve();
    const { send, closed } = await socket();
    send({ type: 'connection_init', payload: { authorization: 'Bearer nobody' } });
    expect((await closed)[0]).toBe(4401);
  });

  it('a page of another origin, and takes those of its own', async () => {
    await serve();
    expect(await refused({ origin: 'https://evil.example' })).toBe(403);
    expect(await refused({ origin: 'null' })).toBe(403);
    expect(await refused({ origin: 'https://hub.example' })).toBe(101);
  });

  it('connections beyond those of an address and of a person', async () => {
    await serve({ connectionsPerAddress: 3, connectionsPerPerson: 1 });
    const [first, second] = [await socket(), await socket()];
    await first.init({ authorization: 'Bearer p1' });
    second.send({ type: 'connection_init', payload: { authorization: 'Bearer p1' } });
    expect((await second.closed)[0]).toBe(4429);
    first.made.close();
    await first.closed;
    const third = await socket();
    await third.init({ authorization: 'Bearer p1' });
    await Promise.all([socket(), socket()]);
    expect(await refused({})).toBe(429);
  });

  it('messages that are too long, too many, or none at all', async () => {
    await serve({ messageBytes: 1_000, messagesPerBeat: 5, initMs: 100 });
    const [long, many, silent] = [await socket(), await socket(), await socket()];
    long.send('x'.repeat(1_001));
    for (let count = 0; count < 6; count += 1) many.send({ type: 'ping' });
    expect((await long.closed)[0]).toBe(1009);
    expect((await many.closed)[0]).toBe(1008);
    expect((await silent.closed)[0]).toBe(4408);
  });

  it('what is not the protocol', async () => {
    await serve();
    const [text, early, odd, long] = [await socket(), await socket(), await socket(), await socket()];
    text.send('hello');
    early.send(subscription(RELEASES));
    await odd.init();
    odd.send(subscription(RELEASES, []));
    await long.init();
    long.send({ ...subscription(RELEASES), id: 'x'.repeat(101) });
    expect((await text.closed)[0]).toBe(4400);
    expect((await early.closed)[0]).toBe(4401);
    expect((await odd.closed)[0]).toBe(4400);
    expect((await long.closed)[0]).toBe(4400);
    expect(await refused({}, 'graphql-ws')).toBe('Server sent no subprotocol');
  });
});

describe('a client that stops reading', () => {
  it('holds no more than its buffer in the hub, and goes on where it stopped', async () => {
    await serve({ bufferBytes: 4_096, leastBufferBytes: 4_096 });
    const { made, messages, send, init } = await socket();
    await init();
    const query = RELEASES.replace('title', 'summary');
    send({ id: '1', type: 'subscribe', payload: { query, variables: { after: server.cursor(0) } } });
    made.pause();
    const count = 3_000;
    for (let publication = 0; publication < count; publication += 1)
      server.world.publish(publication, ['public']);
    server.hub.wakeReleases();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const waiting = server.hub.figures.waitingBytes;
    expect(waiting).toBeGreaterThan(0);
    expect(waiting).toBeLessThan(4_096 + 6_000);
    made.resume();
    while (messages.length <= count) await new Promise((resolve) => setTimeout(resolve, 20));
    const cursors = messages.slice(1).map(({ payload }) => (payload as { data: Data }).data.releases.cursor);
    expect(new Set(cursors).size).toBe(count);
    expect(cursors.at(-1)).toBe(server.cursor(count));
  }, 60_000);
});
