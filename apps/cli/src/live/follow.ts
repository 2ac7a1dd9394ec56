import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.js';
import type { Document } from '../hub/document.js';
import { refusalOf } from '../hub/refusal.js';
import { Broken, type LiveResult, type Opening, type Transport } from './transport.js';

/** What befalls the connection, for whoever watches. */
export type Notice =
  | { readonly what: 'connected'; readonly by: Transport['name'] }
  | { readonly what: 'lost'; readonly waitSeconds: number }
  | { readonly what: 'other'; readonly by: Transport['name'] };

/** How the hub is listened to. */
export interface Line {
  readonly hub: string;
  readonly client: string;
  /** Asked before each connection, since what it gives may have been renewed. */
  readonly bearer: () => Promise<string | null>;
  /** In the order in which they are tried. */
  readonly transports: readonly Transport[];
  readonly signal: AbortSignal;
  readonly notice: (notice: Notice) => void;
  /** The first wait after a break, in milliseconds; it doubles up to half a minute. */
  readonly firstWait?: number;
}

/** What is listened for. */
export interface Following<D, V> extends Line {
  readonly query: Document<D, V>;
  /** Asked before each connection: it may begin where the last one ended. */
  readonly variables: () => V;
}

const LONGEST_WAIT_MS = 30_000;

/** Failures after which the same request may do: everything else is the hub's last word. */
const PASSING = new Set(['UNREACHABLE', 'UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED', 'INTERNAL']);

const passes = (error: unknown): boolean => error instanceof Failure && PASSING.has(error.code);

/**
 * What a subscription tells, over as many connections as it takes. A transport that never connected gives way to the next; when
 * none ever has, it fails.
 */
export async function* follow<D, V extends object>(following: Following<D, V>): AsyncGenerator<D> {
  const { transports, signal, notice, firstWait = 500 } = following;
  let at = 0;
  let reached = false;
  let breaks = 0;
  while (!signal.aborted) {
    const transport = transports[at] as Transport;
    let connected = false;
    const opening = await openingOf(following, () => {
      notice({ what: 'connected', by: transport.name });
      connected = true;
      reached = true;
    });
    try {
      for await (const result of transport.open(opening)) {
        const data = dataIn(result);
        breaks = 0;
        yield data as D;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!passes(error) || (!reached && at === transports.length - 1)) throw error;
    }
    if (signal.aborted) return;
    if (!reached) {
      at += 1;
      if (at === transports.length) throw new Broken('The hub gives no live connection.');
      notice({ what: 'other', by: (transports[at] as Transport).name });
      continue;
    }
    if (!connected) at = (at + 1) % transports.length;
    const wait = Math.min(LONGEST_WAIT_MS, firstWait * 2 ** breaks) * (0.75 + Math.random() / 2);
    breaks += 1;
    notice({ what: 'lost', waitSeconds: Math.ceil(wait / 1000) });
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}

async function openingOf<D, V extends object>(
  { hub, client, signal, bearer, query, variables }: Following<D, V>,
  connected: () => void,
): Promise<Opening> {
  return { hub, client, signal, connected, bearer: await bearer(), query, variables: variables() };
}

function dataIn({ data, errors }: LiveResult): unknown {
  const [error] = errors ?? [];
  if (error) throw refusalOf(error);
  if (!data) throw new Failure('INTERNAL', 'The hub sent nothing that this command understands.');
  return data;
}
