import type { Key } from '#access';
import type { Listener } from './connection.js';
import { IndexOf } from './index-of.js';

/**
 * The listeners that are told of entries in step, by the keys that they hold, and how far they have been told.
 * Whoever joins has read the log at least as far; whoever leaves takes along a cursor to read on from.
 * All of it happens between two awaits, so that nobody misses an entry or gets one twice.
 */
export class LiveSet {
  private readonly byKey = new IndexOf<Listener>();
  private members = 0;
  private reached = 0;

  /** @param onFirst called when there is somebody to be told again: what woke the reader meanwhile went unheard */
  constructor(private readonly onFirst: () => void) {}

  get size(): number {
    return this.members;
  }

  /** The sequence of the entry that was chosen for last. */
  get position(): number {
    return this.reached;
  }

  holding(key: Key): Iterable<Listener> {
    return this.byKey.get(key);
  }

  /** @returns false when entries after the listener's cursor have been given out already: it has to read on first */
  join(listener: Listener): boolean {
    if (this.members === 0) this.reached = Math.max(this.reached, listener.cursor);
    if (listener.cursor < this.reached) return false;
    for (const key of listener.connection.standing.principal.held) this.byKey.add(key, listener);
    listener.inStep = true;
    this.members += 1;
    if (this.members === 1) this.onFirst();
    return true;
  }

  leave(listener: Listener): void {
    if (!listener.inStep) return;
    for (const key of listener.connection.standing.principal.held) this.byKey.delete(key, listener);
    listener.inStep = false;
    if (listener.awaiting) listener.awaiting = false;
    else listener.cursor = Math.max(listener.cursor, this.reached);
    this.members -= 1;
  }

  /** Moves on to an entry; `chosen` are those who will be sent it. */
  advance(sequence: number, chosen: Iterable<Listener>): void {
    this.reached = sequence;
    for (const listener of chosen) {
      listener.cursor = sequence - 1;
      listener.awaiting = true;
    }
  }
}
