import { TailReleases } from '../generated/operations.generated.js';
import { release } from '../testing/data.fixture.js';
import { refusal, startTestHub, type TestHub, type TestHubOptions } from '../testing/hub.fixture.js';
import type { Notice } from './follow.js';
import { type FollowingReleases, followReleases } from './releases.js';
import { sse } from './sse.js';
import { websocket } from './websocket.js';

const FIRST_WAIT = 16;
const BREAKS = 5;
/** A wait is spread, from three quarters of what it is said to be. */
const SHORTEST = 0.75;

/** A log of so many releases, and what happens after each entry. */
function log(size: number, after: (nth: number) => unknown = () => undefined) {
  const opened: (string | null)[] = [];
  const bearers: (string | null)[] = [];
  return {
    opened,
    bearers,
    roots: {
      async *releases({ after: cursor }: { after: string | null }, { bearer }: { bearer: string | null }) {
        opened.push(cursor);
        bearers.push(bearer);
        const from = cursor === null ? 0 : Number(cursor.replace('cursor-', ''));
        for (let nth = from + 1; nth <= size; nth += 1) {
          yield { releases: release(nth) };
          await after(nth);
        }
        await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
      },
    },
  };
}

let server: TestHub;
let end: AbortController;
const notices: Notice[] = [];
afterEach(async () => {
  end.abort();
  await server.close();
});

async function start(
  roots: Record<string, unknown>,
  options: TestHubOptions = {},
  over: Partial<FollowingReleases> = {},
) {
  server = await startTestHub(roots, options);
  end = new AbortController();
  notices.length = 0;
  return followReleases({
    hub: server.url,
    client: 'test',
    bearer: async () => 'wfk_x',
    transports: [websocket, sse],
    after: null,
    filter: null,
    signal: end.signal,
    notice: (notice) => notices.push(notice),
    firstWait: 2,
    ...over,
  });
}

async function take(releases: AsyncIterable<{ readonly cursor: string }>, count: number): Promise<string[]> {
  const cursors: string[] = [];
  for await (const { cursor } of releases) {
    cursors.push(cursor);
    if (cursors.length === count) break;
  }
  return cursors;
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => `cursor-${at + 1}`);

describe.each([
  ['WebSocket', [websocket]],
  ['server-sent events', [sse]],
] as const)('following over %s', (_name, transports) => {
  it('hands out what comes, as whoever is signed in', async () => {
    const { roots, bearers } = log(5);
    expect(await take(await start(roots, {}, { transports }), 5)).toEqual(upTo(5));
    expect(bearers).toEqual(['wfk_x']);
  });

  it('goes on after every break without gap or repeat', async () => {
    const cut = () => {
      for (const socket of server.sockets) socket.terminate();
      for (const stream of server.streams) stream.destroy();
    };
    const { roots, opened } = log(30, (nth) =>
      nth % 4 === 0 ? new Promise((resolve) => setTimeout(() => resolve(cut()), 5)) : undefined,
    );
    expect(await take(await start(roots, {}, { transports }), 30)).toEqual(upTo(30));
    expect(opened.length).toBeGreaterThan(5);
  });

  it('goes on when the hub ends it in good order', async () => {
    const roots = {
      async *releases({ after }: { after: string | null }) {
        yield { releases: release(after === null ? 1 : Number(after.replace('cursor-', '')) + 1) };
      },
    };
    expect(await take(await start(roots, {}, { transports }), 4)).toEqual(upTo(4));
  });

  it.each(['FORBIDDEN', 'UNAUTHENTICATED', 'BAD_INPUT', 'NOT_FOUND'])('ends for good at %s', async (code) => {
    const roots = { releases: () => Promise.reject(refusal(code)) };
    await expect(take(await start(roots, {}, { transports }), 1)).rejects.toMatchObject({ code });
  });

  it('tries again at what passes', async () => {
    let tries = 0;
    const roots = {
      async *releases() {
        tries += 1;
        if (tries < 3) throw refusal('UNAVAILABLE');
        yield { releases: release(1) };
      },
    };
    expect(await take(await start(roots, {}, { transports }), 1)).toEqual(['cursor-1']);
    expect(tries).toBe(3);
  });

  it('stops when it is told to', async () => {
    const releases = await start(log(1).roots, {}, { transports });
    const cursors: string[] = [];
    for await (const { cursor } of releases) {
      cursors.push(cursor);
      setTimeout(() => end.abort(), 10);
    }
    expect(cursors).toEqual(['cursor-1']);
  });
});

describe('choosing how to be served', () => {
  it('takes server-sent events where the network lets no WebSocket through', async () => {
    expect(await take(await start(log(3).roots, { noSockets: true }), 3)).toEqual(upTo(3));
    expect(notices).toEqual([
      { what: 'other', by: 'sse' },
      { what: 'connected', by: 'sse' },
    ]);
  });

  it('takes the WebSocket where it can', async () => {
    await take(await start(log(1).roots), 1);
    expect(notices).toEqual([{ what: 'connected', by: 'websocket' }]);
  });

  it('fails where neither ever connects', async () => {
    const releases = await start(log(1).roots);
    await server.close();
    await expect(take(releases, 1)).rejects.toMatchObject({ code: 'UNREACHABLE', exit: 7 });
  });

  it('waits longer after each break, and says so', async () => {
    const roots = { releases: () => Promise.reject(refusal('UNAVAILABLE')) };
    const times: number[] = [];
    const notice = ({ what }: Notice) => {
      if (what === 'lost') times.push(performance.now());
      if (times.length === BREAKS) end.abort();
    };
    const releases = await start(roots, {}, { firstWait: FIRST_WAIT, notice });
    expect(await take(releases, 1)).toEqual([]);
    const waits = times.slice(1).map((time, nth) => time - (times[nth] as number));
    expect(waits).toHaveLength(BREAKS - 1);
    for (const [nth, wait] of waits.entries())
      expect(wait).toBeGreaterThanOrEqual(FIRST_WAIT * 2 ** nth * SHORTEST - 2);
  });
});

it('asks for nothing that is worked out for each viewer, so that the hub can share the answer', () => {
  expect(TailReleases).not.toMatch(/inbox|acknowledgement|releasedBy|persons|groups/);
});
