import { Acknowledge, IssueToken, ListPublications } from '../generated/operations.generated.js';
import { connection, publication } from '../testing/data.fixture.js';
import {
  type Roots,
  refusal,
  startTestHub,
  type TestHub,
  type TestHubOptions,
} from '../testing/hub.fixture.js';
import { fixed } from './bearers.js';
import { Hub } from './hub.js';

const quick = [5, 5, 5];
const list = { filter: null, first: 1, after: null };
const answer = { publicationId: 'p', response: 'ACTING' } as const;
const acknowledged = {
  publication: publication(),
  acknowledgement: {
    response: 'ACTING',
    note: null,
    at: '2026-11-03T12:00:00.000Z',
    member: { id: 'm', name: 'M' },
    person: null,
  },
};

let server: TestHub;
const hubOf = async (
  roots: Roots,
  options?: TestHubOptions,
  bearer: string | null = 'wft_x',
): Promise<Hub> => {
  server = await startTestHub(roots, options);
  return new Hub(server.url, fixed(bearer), quick);
};
afterEach(() => server.close());

describe('asking the hub', () => {
  it('sends the bearer, and nothing where there is none', async () => {
    const roots = { publications: connection([]) };
    await (await hubOf(roots)).read(ListPublications, list);
    expect(server.asked[0]?.bearer).toBe('wft_x');
    await server.close();
    await (await hubOf(roots, {}, null)).read(ListPublications, list);
    expect(server.asked[0]?.bearer).toBeNull();
  });

  it.each([
    ['UNAUTHENTICATED', 3],
    ['FORBIDDEN', 4],
    ['NOT_FOUND', 5],
    ['CONFLICT', 6],
    ['IDEMPOTENCY_KEY_REUSED', 6],
    ['BAD_INPUT', 2],
    ['TOO_LARGE', 2],
    ['RATE_LIMITED', 1],
    ['INTERNAL', 1],
    ['SOMETHING_NEW', 1],
  ])('gives %s the exit code %i, and asks once', async (code, exit) => {
    const hub = await hubOf({ publications: () => Promise.reject(refusal(code)) });
    await expect(hub.read(ListPublications, list)).rejects.toMatchObject({ code, exit });
    expect(server.asked).toHaveLength(1);
  });

  it('names the field as whoever typed it knows it, and prints nothing hostile', async () => {
    const hub = await hubOf({
      publications: () =>
        Promise.reject(
          refusal('BAD_INPUT', 'Too\nlong.\u001b[2J', ['input', 'content', 'audience', 'regions']),
        ),
    });
    await expect(hub.read(ListPublications, list)).rejects.toThrow('audience.regions: Too long.\ufffd[2J');
  });

  it.each([
    ['a page that is not JSON', 502, '<html>Bad gateway</html>', 'cannot answer now (HTTP 502)'],
    [
      'JSON that is no answer',
      200,
      '{"hello":"world"}',
      'does not answer as a Watchfire hub does (HTTP 200)',
    ],
    ['no data', 200, '{"data":null}', 'answered nothing that this command understands'],
    ['a redirect', 302, '', 'cannot be reached'],
  ])('does not take %s for an answer', async (_what, status, body, sentence) => {
    const hub = await hubOf(
      {},
      { between: (_request, response) => !!response.writeHead(status, { location: '/x' }).end(body) },
    );
    await expect(hub.read(ListPublications, list)).rejects.toThrow(sentence);
  });

  it('says so when nobody is there', async () => {
    const hub = await hubOf({});
    await server.close();
    await expect(hub.read(ListPublications, list)).rejects.toMatchObject({
      code: 'UNREACHABLE',
      exit: 7,
      sent: false,
    });
  });
});

describe('when the connection breaks', () => {
  const breaking = (times: number): TestHubOptions => ({
    between: (request, _response, nth) => {
      if (nth <= times) request.socket.destroy();
      return nth <= times;
    },
  });

  it('reading is tried again', async () => {
    const hub = await hubOf({ publications: connection([]) }, breaking(3));
    await expect(hub.read(ListPublications, list)).resolves.toBeDefined();
  });

  it('a change is tried again under the same key', async () => {
    const keys: unknown[] = [];
    const hub = await hubOf(
      {
        acknowledge: ({ input }: { input: { idempotencyKey: string } }) => {
          keys.push(input.idempotencyKey);
          if (keys.length < 3) throw refusal('UNAVAILABLE');
          return acknowledged;
        },
      },
      breaking(1),
    );
    await expect(hub.perform(Acknowledge, answer)).resolves.toBeDefined();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('two changes have two keys, and a key that is given is used', async () => {
    const hub = await hubOf({ acknowledge: acknowledged });
    await hub.perform(Acknowledge, answer);
    await hub.perform(Acknowledge, answer);
    await hub.perform(Acknowledge, answer, { idempotencyKey: 'mine' });
    const keys = server.asked.map(
      ({ variables }) => (variables.input as { idempotencyKey: string }).idempotencyKey,
    );
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('mine');
  });

  it('a change that stays unknown is told with its key', async () => {
    const hub = await hubOf({}, breaking(99));
    await expect(hub.perform(Acknowledge, answer, { idempotencyKey: 'mine' })).rejects.toThrow(
      /not known whether it was done: repeat the same command with --idempotency-key mine/,
    );
  });

  it('a change that never left is told without', async () => {
    const hub = await hubOf({});
    await server.close();
    await expect(hub.perform(Acknowledge, answer)).rejects.toThrow(/nothing listens there\.$/);
  });

  it('what cannot be repeated is tried once', async () => {
    const hub = await hubOf({}, breaking(1));
    await expect(hub.once(IssueToken, { input: { email: 'a', password: 'b' } })).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
  });
});
