import { createClient as createEventClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws/client';
import { sessionEnded } from './ask.js';
import type { Document } from './document.js';

export type LiveState = 'connecting' | 'live' | 'offline';

export interface Listening<R, V> {
  /** What to ask with, asked for anew before each connection. */
  readonly variables: () => Promise<V>;
  readonly next: (data: R) => void;
  readonly state: (state: LiveState) => void;
}

/** The hub's close codes that say that the session is over. */
const ENDED = [4401, 4403];
/** What will be refused again however often it is asked. */
const FINAL = ['NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT'];
/** So many sockets in a row that did not open, and the network is taken not to let them through. */
const TRIES = 3;
const LONGEST_PAUSE = 20_000;
/** A proxy that neither lets a socket through nor refuses it says nothing at all. */
const OPENS_WITHIN = 8_000;
const PING_EVERY = 25_000;
/** A line that answers no ping is dead, though nobody has closed it: a phone that was carried out of reach. */
const PONG_WITHIN = 10_000;

/**
 * Listens over a WebSocket or, where a network blocks those, over server-sent events; after a break it asks again.
 * @returns how to stop
 */
export function keepListening<R, V extends object>(
  document: Document<R, V>,
  listening: Listening<R, V>,
): () => void {
  const stop = new AbortController();
  void keep(document, listening, stop.signal);
  return () => stop.abort();
}

async function keep<R, V extends object>(
  document: Document<R, V>,
  { variables, next, state }: Listening<R, V>,
  stopped: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!stopped.aborted) {
    state('connecting');
    try {
      const connect = failures < TRIES ? overSocket : overEvents;
      const asked = { query: document, variables: await variables() };
      if (stopped.aborted) return;
      await connect(asked, stopped, {
        open: () => {
          failures = 0;
          state('live');
        },
        next: (data) => next(data as R),
      });
    } catch (error) {
      if (ended(error)) return sessionEnded();
      if (FINAL.includes(codeOf(error))) return state('offline');
    }
    failures += 1;
    if (stopped.aborted) return;
    state('offline');
    await pause(Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.5 + Math.random() / 2), stopped);
  }
}

interface Asked {
  readonly query: string;
  readonly variables: object;
}

interface Reception {
  readonly open: () => void;
  readonly next: (data: unknown) => void;
}

interface Result {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Of a close, of a refusal before the stream began, or of the errors of the subscription. */
function codeOf(error: unknown): string {
  const [one] = Array.isArray(error) ? error : [error];
  const { code, extensions } = (one ?? {}) as { code?: unknown; extensions?: { code?: unknown } };
  return String(extensions?.code ?? code ?? '');
}

const ended = (error: unknown): boolean =>
  codeOf(error) === 'UNAUTHENTICATED' || ENDED.some((code) => codeOf(error) === String(code));

const received =
  ({ next }: Reception, fail: (error: unknown) => void) =>
  ({ data, errors }: Result): void => {
    if (data) next(data);
    else if (errors) fail(errors);
  };

/** Resolves or rejects when the stream is over. */
function overSocket({ query, variables }: Asked, stopped: AbortSignal, reception: Reception): Promise<void> {
  const address = new URL('/graphql', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const client: Client = createClient({
    url: address.href,
    lazy: true,
    retryAttempts: 0,
    keepAlive: PING_EVERY,
    on: {
      connected: () => {
        clearTimeout(silence);
        reception.open();
      },
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      closed: () => clearTimeout(silence),
    },
  });
  let silence = setTimeout(() => client.terminate(), OPENS_WITHIN);
  return new Promise((resolve, reject) => {
    const end = client.subscribe(
      { query, variables: { ...variables } },
      { next: received(reception, reject), error: reject, complete: resolve },
    );
    // Whoever ends the client itself while it connects has it speak on a socket that is closing.
    stopped.addEventListener('abort', end, { once: true });
  });
}

function overEvents({ query, variables }: Asked, stopped: AbortSignal, reception: Reception): Promise<void> {
  const client = createEventClient({ url: '/graphql/stream', retryAttempts: 0, credentials: 'same-origin' });
  stopped.addEventListener('abort', () => client.dispose(), { once: true });
  return new Promise((resolve, reject) => {
    client.subscribe(
      { query, variables: { ...variables } },
      { next: received(reception, reject), error: reject, complete: resolve },
      { connected: reception.open },
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
