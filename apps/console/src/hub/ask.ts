import type { Document } from './document.js';
import { Refused, refusalOf } from './refused.js';

/** Longer than the hub gives a request itself, so that its own refusal arrives first. Milliseconds. */
const PATIENCE = 25_000;

const endings = new Set<() => void>();

/** Calls `listener` when the hub says that nobody is signed in, or no longer. @returns how to stop listening */
export function onSessionEnded(listener: () => void): () => void {
  endings.add(listener);
  return () => endings.delete(listener);
}

export function sessionEnded(): void {
  for (const listener of endings) listener();
}

/** Asks the hub. The session cookie goes with it; no script can read that. @throws Refused */
export async function ask<R, V>(document: Document<R, V>, variables: V): Promise<R> {
  const answer = await send(document, variables);
  const [error] = answer.errors ?? [];
  if (error) {
    const refused = refusalOf(error);
    if (refused.code === 'UNAUTHENTICATED') sessionEnded();
    throw refused;
  }
  return answer.data as R;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly Parameters<typeof refusalOf>[0][];
}

async function send(query: string, variables: unknown): Promise<Answer> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return (await response.json()) as Answer;
  } catch (cause) {
    throw new Refused('OFFLINE', String(cause));
  }
}
