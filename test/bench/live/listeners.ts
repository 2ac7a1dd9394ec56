import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';

/** Sockets to open: one for each token, or so many that say nothing. */
export interface Opening {
  readonly url: string;
  readonly tokens: readonly (string | null)[];
  /** What each subscribes to over graphql-transport-ws; null for a bare WebSocket. */
  readonly query: string | null;
  /** Sets this process's sockets apart from those of others, by the addresses that they say they come from. */
  readonly network: number;
}

/** When the last of a process's sockets had a message, in milliseconds since 1970, and when the first. */
export interface Arrival {
  readonly first: number;
  readonly last: number;
  /** The message that came last. */
  readonly message: string;
}

const AT_ONCE = 20;
const wall = (): number => performance.timeOrigin + performance.now();

let expected = 0;
let came = 0;
let first = 0;

function arrived(data: WebSocket.RawData): void {
  came += 1;
  if (came === 1) first = wall();
  if (came < expected) return;
  came = 0;
  process.send?.({ first, last: wall(), message: String(data) } satisfies Arrival);
}

/** Resolves when the socket is ready to be sent releases, so far as it can tell. */
function open({ url, query, network }: Opening, token: string | null, number: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const from = `10.${network}.${number >> 8}.${number & 255}`;
    const options = { perMessageDeflate: false, headers: { 'x-forwarded-for': from } };
    const socket = new WebSocket(url, query === null ? [] : ['graphql-transport-ws'], options);
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`A socket was closed with ${code} ${reason}.`)));
    if (query === null) {
      socket.on('message', arrived);
      socket.once('open', resolve);
      return;
    }
    const payload = token === null ? {} : { authorization: `Bearer ${token}` };
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.once('message', () => {
      socket.on('message', arrived);
      socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query } }));
      resolve();
    });
  });
}

process.on('message', async (opening: Opening) => {
  expected = opening.tokens.length;
  const rest = opening.tokens.entries();
  const worker = async () => {
    for (const [number, token] of rest) await open(opening, token, number);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    process.send?.({ opened: expected });
  } catch (error) {
    process.send?.({ failed: String(error) });
  }
});
