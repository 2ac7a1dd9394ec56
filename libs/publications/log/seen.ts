import { heldSince, opens, type Principal } from '#access';
import type { LogEntry } from './log-entry.js';

/** What a principal is told of an entry: the release, that the publication is no longer available, or nothing. */
export type SeenAs = 'RELEASE' | 'UNAVAILABLE';

/**
 * An entry is seen by those who hold a key of its own and one of the present ones. Whoever could see the publication until it,
 * by a key held since before, is told that it is no longer available.
 */
export function seenAs(
  { viewer, held }: Principal,
  entry: Pick<LogEntry, 'sequence' | 'keys' | 'lostKeys' | 'presentKeys'>,
): SeenAs | null {
  if (opens(held, entry.keys)) return opens(held, entry.presentKeys) ? 'RELEASE' : null;
  const knew = entry.lostKeys.some((key) => held.has(key) && heldSince(viewer, key) < entry.sequence);
  return knew ? 'UNAVAILABLE' : null;
}
