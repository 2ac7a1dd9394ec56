import { type Client, createClient } from 'graphql-ws/client';
import WebSocket from 'ws';
import { Failure } from '../failure.js';
import { socketUrl } from '../hub/hub-url.js';
import { type HubError, refusalOf } from '../hub/refusal.js';
import { Broken, type LiveResult, type Opening, type Transport } from './transport.js';

const ACK_TIMEOUT_MS = 10_000;
const PING_EVERY_MS = 15_000;
const PONG_WITHIN_MS = 10_000;

/** GraphQL over WebSocket, sub-protocol graphql-transport-ws. It resumes nothing itself: whoever opens it does, from a cursor. */
export const websocket: Transport = {
  name: 'websocket',
  async *open(opening) {
    let acknowledged = false;
    const connected = () => {
      acknowledged = true;
      opening.connected();
    };
    const client = clientFor({ ...opening, connected });
    const end = () => client.terminate();
    opening.signal.addEventListener('abort', end, { once: true });
    try {
      const { query, variables } = opening;
      yield* client.iterate({
        query,
        variables: { ...variables },
      }) as AsyncIterable<LiveResult>;
    } catch (error) {
      throw failureOf(error, acknowledged);
    } finally {
      opening.signal.removeEventListener('abort', end);
      await client.dispose();
    }
  },
};

function clientFor({ hub, bearer, client: userAgent, connected }: Opening): Client {
  const authorization = bearer === null ? undefined : `Bearer ${bearer}`;
  class Socket extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, {
        headers: { 'user-agent': userAgent, ...(authorization && { authorization }) },
        handshakeTimeout: ACK_TIMEOUT_MS,
      });
    }
  }
  let silence: NodeJS.Timeout | undefined;
  const client = createClient({
    url: socketUrl(hub),
    webSocketImpl: Socket,
    ...(authorization && { connectionParams: { authorization } }),
    retryAttempts: 0,
    connectionAckWaitTimeout: ACK_TIMEOUT_MS,
    keepAlive: PING_EVERY_MS,
    on: {
      connected,
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), PONG_WITHIN_MS).unref();
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      closed: () => clearTimeout(silence),
    },
  });
  return client;
}

const FORBIDDEN = 4403;

/** Close codes by which the hub says that trying again is of no use (graphql-ws PROTOCOL.md), and what they mean in its errors. */
const FINAL: Readonly<Record<number, string>> = {
  4400: 'BAD_INPUT',
  4401: 'UNAUTHENTICATED',
  [FORBIDDEN]: 'FORBIDDEN',
};

/** `acknowledged`: what was let in and is then forbidden has lost what it signed in with. */
function failureOf(error: unknown, acknowledged: boolean): unknown {
  if (Array.isArray(error)) return refusalOf(error[0] as HubError);
  if (typeof error !== 'object' || error === null) return error;
  if ('code' in error && typeof error.code === 'number') {
    const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : '';
    const code = error.code === FORBIDDEN && acknowledged ? 'UNAUTHENTICATED' : FINAL[error.code];
    if (code)
      return refusalOf({ message: reason || 'The hub refuses this connection.', extensions: { code } });
    return new Broken('The connection was closed.', error);
  }
  return error instanceof Failure ? error : new Broken('The connection failed.', error);
}
