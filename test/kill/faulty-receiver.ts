import { setTimeout as sleep } from 'node:timers/promises';
import { type Answering, type Receiver, startReceiver } from '../support/webhook-receiver.js';

/** How a receiver behaves: always, or the first time it is asked. */
export const MANNERS = ['well', 'slow', 'resets', 'fails', 'busy', 'redirects', 'hangs', 'gone'] as const;
export type Manner = (typeof MANNERS)[number];

/** A request as its receiver saw it. */
export interface Got {
  readonly path: string;
  readonly id: string;
  readonly publicationId: string;
  /** Whether it was answered with 2xx. */
  readonly taken: boolean;
}

export interface FaultyReceiver {
  readonly receiver: Receiver;
  readonly got: readonly Got[];
}

const FIRST: Record<Exclude<Manner, 'well' | 'slow' | 'gone'>, ReturnType<Answering>> = {
  resets: undefined,
  hangs: undefined,
  fails: 500,
  busy: { status: 429, 'retry-after': '1' },
  redirects: { status: 302, location: 'http://127.0.0.1:9/' },
};

/** Receivers under `/MANNER/NUMBER` that misbehave as the network does, and remember what they got. */
export async function startFaultyReceiver(): Promise<FaultyReceiver> {
  const got: Got[] = [];
  const asked = new Set<string>();
  const receiver = await startReceiver(({ path, headers, body }, response) => {
    const manner = path.split('/')[1] as Manner;
    const first = !asked.has(path);
    asked.add(path);
    const misbehaves = manner === 'gone' || (first && manner in FIRST);
    // What matters of it is in `got`; the rest would fill the memory.
    receiver.posted.length = 0;
    const { data } = JSON.parse(body) as { data: { publication: { id: string } } };
    const id = `${headers['webhook-id']}`;
    got.push({ path, id, publicationId: data.publication.id, taken: !misbehaves });
    if (manner === 'gone') return 410;
    if (manner === 'slow') {
      void sleep(200).then(() => response.writeHead(204).end());
      return undefined;
    }
    if (!misbehaves) return 204;
    if (manner === 'resets') response.socket?.destroy();
    return FIRST[manner as keyof typeof FIRST];
  });
  return { receiver, got };
}
