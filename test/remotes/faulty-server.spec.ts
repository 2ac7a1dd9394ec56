import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sql from 'sql-template-tag';
import { Database, ManualClock } from '#platform';
import { PollRemotes } from '#remotes';
import type { Told } from '../indicators/office.js';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';
import { indicator, TAXII } from '../taxii/client.js';

const ADD =
  'mutation ($input: AddRemoteCollectionInput!) { addRemoteCollection(input: $input) { collection { id } } }';
const STATE = `query ($id: ID!) { remoteCollection(id: $id) { failures lastFailure said failingSince nextPollAt lastPolledAt readUpTo
  takenCount refusedCount } }`;

type Answering = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** Real HTTP that answers as it is told to. */
describe('a remote server that is not as it should be', () => {
  const clock = new ManualClock('2026-11-03T12:00:00.000Z');
  let hub: TestHub;
  let desks: Record<Desk, Someone>;
  let server: Server;
  let answer: Answering;
  let asked: URL[];
  let id: string;

  beforeAll(async () => {
    hub = await startHub({
      clock,
      env: {
        WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8',
        WATCHFIRE_WORKER: 'off',
        WATCHFIRE_TOKEN_MINUTES: '1440',
      },
    });
    desks = await openOffices(hub);
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://here');
      asked.push(url);
      answer(request, response, url);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 60_000);
  afterAll(async () => {
    await hub.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(async () => {
    asked = [];
    clock.advance(60_000);
    id = await add();
  });
  afterEach(() => hub.app.get(Database).write((tx) => tx.execute(sql`DELETE FROM remote_collection`)));

  const operator = async (query: string, variables: Record<string, unknown>): Promise<Told> => {
    const { data, errors } = await ask<Told>(hub.url, desks.operator.token, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const add = async (more: object = {}): Promise<string> => {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/feeds/collections/one/`;
    const input = { name: 'One', url, personId: desks.federal.personId, regions: ['55'], ...more };
    const { addRemoteCollection } = await operator(ADD, { input });
    return addRemoteCollection.collection.id;
  };
  /** Reads what is due at this moment. */
  const poll = async (): Promise<Told> => {
    await hub.app.get(PollRemotes, { strict: false }).catchUp(new AbortController().signal);
    return (await operator(STATE, { id })).remoteCollection;
  };
  const minutesUntilNext = ({ nextPollAt }: Told) =>
    (Date.parse(nextPollAt) - clock.now().getTime()) / 60_000;
  const envelope =
    (body: object, headers: Record<string, string> = {}): Answering =>
    (_, response) => {
      response.writeHead(200, { 'content-type': TAXII, ...headers }).end(JSON.stringify(body));
    };
  const status =
    (code: number, headers: Record<string, string> = {}): Answering =>
    (_, response) => {
      response.writeHead(code, headers).end();
    };
  const some = (n: number) =>
    indicator(`3b3c3d3e-${String(n).padStart(4, '0')}-4111-8111-111111111111`, '2026-01-01T00:00:00.000Z');

  it('is asked as the specification says', async () => {
    let accept: string | undefined;
    answer = (request, response, url) => {
      accept = request.headers.accept;
      envelope({})(request, response, url);
    };
    expect(await poll()).toMatchObject({ failures: 0, lastFailure: null, takenCount: 0 });
    expect(accept).toBe(TAXII);
    expect(asked.map(({ pathname, search }) => pathname + search)).toEqual([
      '/feeds/collections/one/objects/?limit=1000',
    ]);
    expect(await poll()).toMatchObject({ failures: 0 });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a refusal', status(401), 'NOT_ADMITTED', 'HTTP 401'],
    ['an unknown collection', status(404), 'NOT_FOUND', 'HTTP 404'],
    ['a failure', status(500), 'SERVER_ERROR', 'HTTP 500'],
    [
      'a redirect, which is not followed',
      status(302, { location: '/elsewhere/' }),
      'WRONG_ANSWER',
      'HTTP 302',
    ],
    ['another media type', envelope({}, { 'content-type': 'application/json' }), 'WRONG_ANSWER', undefined],
    [
      'another version',
      envelope({}, { 'content-type': 'application/taxii+json;version=2.0' }),
      'WRONG_ANSWER',
      undefined,
    ],
    ['a list', envelope([]), 'WRONG_ANSWER', undefined],
    ['objects that are none', envelope({ objects: {} }), 'WRONG_ANSWER', undefined],
    ['more without a place', envelope({ more: true }), 'WRONG_ANSWER', undefined],
    [
      'pages in a circle',
      envelope({ more: true, next: 'again' }),
      'WRONG_ANSWER',
      'Its pages lead in a circle.',
    ],
    [
      'what is no JSON',
      ((_, response) => response.writeHead(200, { 'content-type': TAXII }).end('{')) as Answering,
      'WRONG_ANSWER',
      undefined,
    ],
    [
      'too much',
      ((_, response) =>
        response
          .writeHead(200, { 'content-type': TAXII })
          .end(`{"x":"${'y'.repeat(17_000_000)}"}`)) as Answering,
      'UNREACHABLE',
      undefined,
    ],
    [
      'a connection that breaks off',
      ((request) => request.socket.destroy()) as Answering,
      'UNREACHABLE',
      undefined,
    ],
  ])('%s is a failure that takes nothing in and is tried again', async (_, answering, failure, said) => {
    answer = answering;
    const state = await poll();
    expect(state).toMatchObject({ failures: 1, lastFailure: failure, takenCount: 0, readUpTo: null });
    if (said) expect(state.said).toBe(said);
    expect(minutesUntilNext(state)).toBeGreaterThanOrEqual(1);
    expect(minutesUntilNext(state)).toBeLessThanOrEqual(1.2);
    clock.advance(2 * 60_000);
    answer = envelope({ objects: [some(1)] });
    expect(await poll()).toMatchObject({ failures: 0, lastFailure: null, failingSince: null });
  });

  it('waits longer after each failure, and as long as a busy server wants', async () => {
    answer = status(503);
    for (const least of [1, 2, 4, 8]) {
      const wait = minutesUntilNext(await poll());
      expect(wait).toBeGreaterThanOrEqual(least);
      expect(wait).toBeLessThanOrEqual(least * 1.2);
      clock.advance(wait * 60_000 + 1);
    }
    answer = status(429, { 'retry-after': '7200' });
    const state = await poll();
    expect(state).toMatchObject({ lastFailure: 'BUSY', failures: 5 });
    expect(minutesUntilNext(state)).toBe(120);
  });

  it('is read on from the page before which it failed, and nothing comes twice', async () => {
    const pages: Record<string, Answering> = {
      '': envelope({ more: true, next: 'two', objects: [some(11), { type: 'nonsense' }] }),
      two: status(500),
    };
    answer = (request, response, url) => pages[url.searchParams.get('next') ?? '']?.(request, response, url);
    expect(await poll()).toMatchObject({ failures: 1, takenCount: 0 });
    pages.two = envelope(
      { objects: [some(12)] },
      { 'x-taxii-date-added-last': '2026-11-03T10:00:00.123456Z' },
    );
    clock.advance(2 * 60_000);
    expect(await poll()).toMatchObject({
      ...{ failures: 0, takenCount: 2, refusedCount: 1, readUpTo: '2026-11-03T10:00:00.123456Z' },
    });
    clock.advance(20 * 60_000);
    asked = [];
    answer = envelope({ objects: [some(11), some(12)] });
    expect(await poll()).toMatchObject({ failures: 0, takenCount: 2 });
    expect(asked[0]?.searchParams.get('added_after')).toBe('2026-11-03T10:00:00.123456Z');
  });

  it('is read in parts where it has very much', async () => {
    answer = (request, response, url) => {
      const page = Number(url.searchParams.get('next') ?? 0);
      const more = page < 44 ? { more: true, next: String(page + 1) } : {};
      const headers = { 'x-taxii-date-added-last': '2026-11-03T11:00:00.000001Z' };
      envelope({ objects: [some(1000 + page)], ...more }, headers)(request, response, url);
    };
    expect(await poll()).toMatchObject({
      failures: 0,
      takenCount: 45,
      readUpTo: '2026-11-03T11:00:00.000001Z',
    });
    expect(asked).toHaveLength(45);
  });

  it('is left to another process while one reads it, until that is given up for dead', async () => {
    const lease = (at: string) =>
      hub.app
        .get(Database)
        .write((tx) =>
          tx.execute(sql`UPDATE remote_collection SET leased_by = 'another', leased_until = ${at}`),
        );
    answer = envelope({});
    await lease(new Date(clock.now().getTime() + 60_000).toISOString());
    await poll();
    expect(asked).toHaveLength(0);
    clock.advance(60_001);
    expect(await poll()).toMatchObject({ failures: 0 });
    expect(asked).toHaveLength(1);
  });

  it('is not connected to where its name leads into the hub’s own network', async () => {
    const open = await startHub({ clock, env: { WATCHFIRE_WORKER: 'off', WATCHFIRE_TOKEN_MINUTES: '1440' } });
    try {
      const offices = await openOffices(open);
      const url = 'https://localhost:1/feeds/collections/one/';
      const input = { name: 'One', url, personId: offices.federal.personId };
      const { data } = await ask<Told>(open.url, offices.operator.token, ADD, { input });
      await open.app.get(PollRemotes, { strict: false }).catchUp(new AbortController().signal);
      const variables = { id: data?.addRemoteCollection.collection.id };
      const { data: told } = await ask<Told>(open.url, offices.operator.token, STATE, variables);
      expect(told?.remoteCollection).toMatchObject({ lastFailure: 'ADDRESS_REFUSED' });
    } finally {
      await open.close();
    }
  });
});
