import { ask } from './ask.js';
import type { Document } from './document.js';
import { asRefused, type Refused } from './refused.js';

/** What is known of one question: the last answer, what went wrong since, and whether it is being asked. */
export interface Known<R> {
  readonly data: R | undefined;
  readonly error: Refused | undefined;
  readonly loading: boolean;
}

interface Entry {
  known: Known<unknown>;
  readonly listeners: Set<() => void>;
  /** Counts askings, so that a late answer does not replace a newer one. */
  turn: number;
  readonly refresh: () => Promise<void>;
}

/** Answers that no page shows are forgotten, but for so many that were asked for last: a page may be about to show them. */
const KEPT = 60;
const NOTHING: Known<never> = { data: undefined, error: undefined, loading: true };

/**
 * The answers that pages show, by question. In memory alone: nothing confidential is left behind in the browser. A page shows what
 * was known at once and what is new when it comes.
 */
class Store {
  private readonly entries = new Map<string, Entry>();

  entry<R, V>(document: Document<R, V>, variables: V): Entry {
    const key = `${document}\n${JSON.stringify(variables)}`;
    const present = this.entries.get(key);
    if (present) return this.asLast(key, present);
    const made: Entry = {
      known: NOTHING,
      listeners: new Set(),
      turn: 0,
      refresh: () => this.load(made, document, variables),
    };
    this.entries.set(key, made);
    this.forgetOld();
    return made;
  }

  /** The map's order is that of asking. */
  private asLast(key: string, entry: Entry): Entry {
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }

  /** Asks anew whatever is shown just now; the rest is forgotten. */
  refreshAll(): void {
    for (const [key, entry] of [...this.entries]) {
      if (entry.listeners.size > 0) void entry.refresh();
      else this.entries.delete(key);
    }
  }

  /** Forgets everything: somebody else may sign in at this browser. */
  clear(): void {
    this.entries.clear();
  }

  private async load<R, V>(entry: Entry, document: Document<R, V>, variables: V): Promise<void> {
    entry.turn += 1;
    const { turn } = entry;
    this.tell(entry, { ...entry.known, loading: true });
    try {
      const data = await ask(document, variables);
      if (turn === entry.turn) this.tell(entry, { data, error: undefined, loading: false });
    } catch (error) {
      if (turn === entry.turn)
        this.tell(entry, { data: entry.known.data, error: asRefused(error), loading: false });
    }
  }

  private tell(entry: Entry, known: Known<unknown>): void {
    entry.known = known;
    for (const listener of entry.listeners) listener();
  }

  private forgetOld(): void {
    let older = this.entries.size - KEPT;
    for (const [key, entry] of this.entries) {
      if (older <= 0) return;
      older -= 1;
      if (entry.listeners.size === 0) this.entries.delete(key);
    }
  }
}

export const store = new Store();
