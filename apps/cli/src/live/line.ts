import type { Context } from '../context.js';
import { CLIENT, type Hub } from '../hub/hub.js';
import type { Line, Notice } from './follow.js';
import type { Transport } from './transport.js';

export type Wanted = 'auto' | Transport['name'];

/** Listens to a hub until it is over or somebody stops the command, and says on standard error how the connection does. */
export async function onLine(
  { io }: Context,
  hub: Hub,
  wanted: Wanted,
  work: (line: Line) => Promise<void>,
): Promise<void> {
  const end = new AbortController();
  const stop = () => end.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await work({
      hub: hub.url,
      client: CLIENT,
      bearer: () => hub.bearers.forReading(),
      transports: await transportsFor(wanted),
      signal: end.signal,
      notice: (notice) => io.stderr.write(`${told(notice, hub.url)}\n`),
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function transportsFor(wanted: Wanted): Promise<readonly Transport[]> {
  const websocket = async () => (await import('./websocket.js')).websocket;
  const sse = async () => (await import('./sse.js')).sse;
  if (wanted === 'auto') return Promise.all([websocket(), sse()]);
  return [await (wanted === 'sse' ? sse() : websocket())];
}

const NAMES: Record<Transport['name'], string> = { websocket: 'WebSocket', sse: 'server-sent events' };

function told(notice: Notice, hub: string): string {
  if (notice.what === 'connected') return `Watching ${hub} over ${NAMES[notice.by]}.`;
  if (notice.what === 'other') return `No connection; trying ${NAMES[notice.by]}.`;
  return `The connection ended; going on in ${notice.waitSeconds} s where it was.`;
}
