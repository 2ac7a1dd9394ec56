import WebSocket from 'ws';
import { Sessions } from '#identity';
import { Database } from '#platform';
import type { End } from './listen.js';
import { LiveOffice } from './office.js';

let office: LiveOffice;
beforeAll(async () => {
  office = await LiveOffice.open({
    env: {
      WATCHFIRE_PUBLIC_URL: 'https://hub.example',
      WATCHFIRE_ALLOWED_ORIGINS: 'https://console.example',
    },
  });
});
afterAll(() => office.close());
afterEach(() => office.stopListening());

const errorsOf = ({ errors }: End) => errors?.map(({ extensions }) => extensions);
const deep = `{ publication { ${'supersedes { '.repeat(12)} id ${'} '.repeat(12)} } }`;
const aliases = `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: cursor`).join(' ')} }`;
describe.each(['WebSocket', 'events'] as const)('over %s', (over) => {
  it.each([
    ['a cursor that is none', { after: 'abc' }, [{ code: 'BAD_INPUT', field: ['after'] }]],
    ['a cursor that no hub sealed', { after: 'A'.repeat(48) }, [{ code: 'BAD_INPUT', field: ['after'] }]],
    ['a filter of an unknown region', { filter: { regions: ['99999'] } }, [{ code: 'BAD_INPUT' }]],
    ['a filter of an unknown kind', { filter: { kinds: ['NEWS'] } }, [{ code: 'BAD_USER_INPUT' }]],
    [
      'a field that there is not',
      { query: 'subscription { releases { nothing } }' },
      [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
    ],
    ['what is no GraphQL', { query: 'subscription {' }, [{ code: 'GRAPHQL_PARSE_FAILED' }]],
    ['a query', { query: '{ hub { name } }' }, [{ code: 'BAD_INPUT', field: ['query'] }]],
    [
      'a mutation',
      { query: 'mutation { signOut { __typename } }' },
      [{ code: 'BAD_INPUT', field: ['query'] }],
    ],
    [
      'too many aliases',
      { query: `subscription { releases ${aliases} }` },
      [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
    ],
    [
      'what is nested too deep',
      { query: `subscription { releases ${deep} }` },
      [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
    ],
  ])('%s is refused with a code', async (_, wish, codes) => {
    const one = office.begin({ token: office.desks.clerk.token, over, ...wish });
    expect(errorsOf(await one.ended())).toMatchObject(codes);
  });
});

describe('a page in a browser', () => {
  const upgrade = (headers: Record<string, string>) =>
    new Promise<number | WebSocket>((resolve) => {
      const url = `${office.hub.url.replace('http', 'ws')}/graphql`;
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
      socket.on('error', () => {});
      socket.once('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
      socket.once('open', () => resolve(socket));
    });

  it.each([
    ['https://hub.example', true],
    ['https://console.example', true],
    ['https://hub.example.evil.example', false],
    ['http://hub.example', false],
    ['null', false],
  ])('of %s may connect: %s', async (origin, may) => {
    const answer = await upgrade({ origin });
    if (answer instanceof WebSocket) answer.terminate();
    expect(answer instanceof WebSocket ? 101 : answer).toBe(may ? 101 : 403);
    const stream = await fetch(`${office.hub.url}/graphql/stream`, {
      method: 'POST',
      headers: { origin, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'subscription { releases { cursor } }' }),
    });
    expect(stream.status).toBe(may ? 200 : 403);
    await stream.body?.cancel();
  });

  it('is signed in by its cookie', async () => {
    const { personId } = office.desks.clerk;
    const sessions = office.hub.app.get(Sessions);
    const opened = await office.hub.app
      .get(Database)
      .write((tx) => sessions.open(tx, 'COOKIE', { personId, era: 0, userAgent: null }));
    const socket = await upgrade({
      origin: 'https://hub.example',
      cookie: `__Host-watchfire=${opened.secret}`,
    });
    if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`);
    const messages: {
      type: string;
      payload?: { data?: { releases: { publication: { title: string } } } };
    }[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    const until = async (type: string) => {
      while (!messages.some((message) => message.type === type))
        await new Promise((resolve) => setTimeout(resolve, 5));
      return messages.find((message) => message.type === type);
    };
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await until('connection_ack');
    const query = 'subscription { releases { publication { title } } }';
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    while (office.live.figures.listenersInStep < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await office.publish('clerk', { title: 'Near', tlp: 'AMBER', audience: { regions: ['55025'] } });
    expect((await until('next'))?.payload?.data?.releases.publication.title).toBe('Near');
    socket.terminate();
  });

  it('finds no other socket', async () => {
    const url = `${office.hub.url.replace('http', 'ws')}/elsewhere`;
    const status = await new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.on('error', () => {});
      socket.once('unexpected-response', (_, { statusCode }) => resolve(statusCode));
    });
    expect(status).toBe(404);
  });
});
