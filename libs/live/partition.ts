import { heldSince, type Key, personKey } from '#access';
import type { Listener } from './connection.js';
import type { LiveSet } from './live-set.js';
import type { LogEntry, Outcome, Selection } from './ports.js';

/** Listeners for whom an entry comes to the same: they select the same, and the keys that they hold open the same parts of it. */
export interface Group {
  readonly selection: Selection;
  readonly outcome: Outcome;
  /** Keys that open what each of them can open; one may stand for another that opens the same. */
  readonly held: ReadonlySet<Key>;
  /** Whether the result may be given to all of them; otherwise each must be told by itself. */
  readonly shared: boolean;
  readonly listeners: Listener[];
}

const OWN_LOCK = 0;
const PRESENT_LOCK = 1;
const PERSONAL = personKey('');

/** What one key does for one entry; keys that do the same are as good as each other. */
interface KeyClass {
  readonly locks: readonly number[];
  /** The key itself, where it makes a difference of its own. */
  readonly telling: readonly Key[];
  readonly lost: boolean;
  readonly personal: boolean;
}

/** What a set of keys, taken one after the other, does for one entry. */
class State {
  readonly next = new Map<KeyClass, State>();
  readonly groups = new Map<Selection, Group>();

  constructor(
    readonly opened: ReadonlySet<number>,
    readonly told: ReadonlySet<Key>,
    readonly lost: boolean,
    readonly personal: boolean,
    readonly held: ReadonlySet<Key>,
  ) {}

  get signature(): string {
    return JSON.stringify([[...this.opened].sort(), [...this.told].sort(), this.lost, this.personal]);
  }

  with(key: Key, does: KeyClass): State {
    return new State(
      new Set([...this.opened, ...does.locks]),
      new Set([...this.told, ...does.telling]),
      this.lost || does.lost,
      this.personal || does.personal,
      new Set([...this.held, key]),
    );
  }
}

/** Who in the live set is told of an entry, in groups that can be served together. */
export function partition(live: LiveSet, entry: LogEntry): Group[] {
  const lost = new Set(entry.lostKeys);
  const groups: Group[] = [];
  for (const [listener, state] of statesOf(live, entry)) {
    if (listener.cursor >= entry.sequence) continue;
    const outcome = outcomeOf(state, () => knewOf(listener, lost, entry.sequence));
    if (outcome === null) continue;
    const known = state.groups.get(listener.selection);
    if (known) {
      known.listeners.push(listener);
      continue;
    }
    const shared = listener.selection.shared && !state.personal;
    const group = { selection: listener.selection, outcome, held: state.held, shared, listeners: [listener] };
    state.groups.set(listener.selection, group);
    groups.push(group);
  }
  return groups;
}

/** The same with no key standing for another: `held` is what all of a group hold of the keys that matter. */
export function byEachKey(live: LiveSet, entry: LogEntry): Group[] {
  const all = [entry.keys, entry.presentKeys, entry.lostKeys, entry.tellingKeys, ...entry.locks].flat();
  return partition(live, { ...entry, tellingKeys: all });
}

function statesOf(live: LiveSet, entry: LogEntry): Map<Listener, State> {
  const begin = new State(new Set(), new Set(), false, false, new Set());
  const bySignature = new Map<string, State>();
  const states = new Map<Listener, State>();
  for (const [key, does] of classesOf(entry)) {
    for (const listener of live.holding(key)) {
      const state = states.get(listener) ?? begin;
      let next = state.next.get(does);
      if (!next) {
        const reached = state.with(key, does);
        next = bySignature.get(reached.signature) ?? reached;
        bySignature.set(next.signature, next);
        state.next.set(does, next);
      }
      states.set(listener, next);
    }
  }
  return states;
}

/** What each key that matters to the entry does; equal classes are one instance. */
function classesOf(entry: LogEntry): Map<Key, KeyClass> {
  const locks = [entry.keys, entry.presentKeys, ...entry.locks].map((keys) => new Set(keys));
  const telling = new Set(entry.tellingKeys);
  const lost = new Set(entry.lostKeys);
  const interned = new Map<string, KeyClass>();
  const classes = new Map<Key, KeyClass>();
  for (const keys of [...locks, telling, lost]) {
    for (const key of keys) {
      if (classes.has(key)) continue;
      const does: KeyClass = {
        locks: locks.flatMap((lock, index) => (lock.has(key) ? [index] : [])),
        telling: telling.has(key) ? [key] : [],
        lost: lost.has(key),
        personal: key.startsWith(PERSONAL),
      };
      const text = JSON.stringify(does);
      classes.set(key, interned.get(text) ?? does);
      interned.set(text, classes.get(key) ?? does);
    }
  }
  return classes;
}

function outcomeOf(state: State, knewOfIt: () => boolean): Outcome | null {
  if (state.opened.has(OWN_LOCK)) return state.opened.has(PRESENT_LOCK) ? 'RELEASE' : null;
  return state.lost && knewOfIt() ? 'UNAVAILABLE' : null;
}

/** Whether a listener could see the publication until this entry, by a key held since before it. */
function knewOf(listener: Listener, lost: ReadonlySet<Key>, sequence: number): boolean {
  const { viewer, held } = listener.connection.standing.principal;
  for (const key of held) if (lost.has(key) && heldSince(viewer, key) < sequence) return true;
  return false;
}
