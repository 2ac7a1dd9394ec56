import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.js';
import { Unreachable } from './post.js';

/** How long to wait before each further try, in milliseconds. */
export const WAITS: readonly number[] = [500, 1_500, 4_000];

/** Codes with which the hub says that it did nothing, and that the same request may succeed soon. */
const LATER = new Set(['UNAVAILABLE', 'TIMEOUT']);

const mayPass = (error: unknown): boolean =>
  error instanceof Unreachable ? error.sent : error instanceof Failure && LATER.has(error.code);

/** Tries again where the connection broke or the hub was not ready; only for what does no harm when done twice. */
export async function persistently<T>(work: () => Promise<T>, waits: readonly number[] = WAITS): Promise<T> {
  for (const wait of waits) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await pause(wait);
    }
  }
  return work();
}
