import { createClient as createEventClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws/client';
import { Live, type LiveSubscription, ReleasePosition, WhoAmI } from '../generated/operations.generated.js';
import { ask, sessionEnded } from './ask.js';

export type News = LiveSubscription['releases'];
export type LiveState = 'connecting' | 'live' | 'offline';

interface Listener {
  readonly news: (news: News) => void;
  readonly state: (state: LiveState) => void;
}

/** The hub's close codes that say that the session is over. */
const ENDED = [4401, 4403];
/** So many sockets in a row that did not open, and the network is taken not to let them through. */
const TRIES = 3;
const LONGEST_PAUSE = 20_000;
/** A proxy that neither lets a socket through nor refuses it says nothing at all. */
const OPENS_WITHIN = 8_000;

/**
 * Follows the release log from now on, over a WebSocket or, where a network blocks those, over server-sent events. After a break
 * it resumes behind the last entry received, so nothing is missed.
 * @param personId who is signed in
 * @returns how to stop
 */
export function followReleases(personId: string, listener: Listener): () => void {
  const stop = new AbortController();
  void follow(personId, listener, stop.signal);
  return () => stop.abort();
}

/** A session that ended before the line stood ends no line: whoever is nobody may listen to what is public. */
async function assertStill(personId: string): Promise<void> {
  const { viewer } = await ask(WhoAmI, {});
  if (viewer?.person.id !== personId) sessionEnded();
}

async function follow(personId: string, listener: Listener, stopped: AbortSignal): Promise<void> {
  let cursor: string | undefined;
  let failures = 0;
  while (!stopped.aborted) {
    listener.state('connecting');
    try {
      cursor ??= (await ask(ReleasePosition, {})).releasePosition;
      const connect = failures < TRIES ? overSocket : overEvents;
      await connect(cursor, stopped, {
        open: () => {
          failures = 0;
          listener.state('live');
          assertStill(personId).catch(() => undefined);
        },
        next: (news) => {
          cursor = news.cursor;
          listener.news(news);
        },
      });
    } catch (error) {
      if (ended(error)) return sessionEnded();
    }
    failures += 1;
    if (stopped.aborted) return;
    listener.state('offline');
    await pause(Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.5 + Math.random() / 2), stopped);
  }
}

interface Reception {
  readonly open: () => void;
  readonly next: (news: News) => void;
}

const isClose = (error: unknown): error is CloseEvent =>
  typeof error === 'object' && error !== null && 'code' in error;

const ended = (error: unknown): boolean =>
  isClose(error) && (ENDED.includes(error.code) || String(error.code) === 'UNAUTHENTICATED');

/** Resolves or rejects when the stream is over. */
function overSocket(after: string, stopped: AbortSignal, { open, next }: Reception): Promise<void> {
  const address = new URL('/graphql', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const client: Client = createClient({
    url: address.href,
    lazy: true,
    retryAttempts: 0,
    keepAlive: 25_000,
    on: {
      connected: () => {
        clearTimeout(late);
        open();
      },
    },
  });
  const late = setTimeout(() => client.terminate(), OPENS_WITHIN);
  stopped.addEventListener('abort', () => void client.dispose(), { once: true });
  return new Promise((resolve, reject) => {
    client.subscribe<LiveSubscription>(
      { query: Live, variables: { after } },
      { next: ({ data }) => data && next(data.releases), error: reject, complete: resolve },
    );
  });
}

function overEvents(after: string, stopped: AbortSignal, { open, next }: Reception): Promise<void> {
  const client = createEventClient({ url: '/graphql/stream', retryAttempts: 0, credentials: 'same-origin' });
  stopped.addEventListener('abort', () => client.dispose(), { once: true });
  return new Promise((resolve, reject) => {
    client.subscribe<LiveSubscription>(
      { query: Live, variables: { after } },
      { next: ({ data }) => data && next(data.releases), error: reject, complete: resolve },
      { connected: open },
    );
  });
}

/** Ends early when the browser is back on the network, or when the page is shown again. */
function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const done = () => {
      over.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const { signal } = over;
    window.addEventListener('online', done, { signal });
    document.addEventListener('visibilitychange', () => !document.hidden && done(), { signal });
    stopped.addEventListener('abort', done, { signal });
  });
}
