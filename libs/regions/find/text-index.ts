import { REGION_LEVELS, type Region } from '../region.js';
import { readings, score } from './match.js';
import type { Entry } from './names.js';
import { canonical, typedForms } from './normalize.js';

export interface Hit {
  readonly region: Region;
  /** Smaller is better. */
  readonly score: number;
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The wider region first, then by name and code, so that the same question always has the same answer. */
const byRank = ({ region: one }: Entry, { region: other }: Entry): number =>
  REGION_LEVELS.indexOf(one.level) - REGION_LEVELS.indexOf(other.level) ||
  compare(one.fullName, other.fullName) ||
  compare(one.code, other.code);

/** The numbers of the entries in which a word stands: as a part of a name's own, or otherwise. */
interface Kept {
  readonly own: number[];
  readonly other: number[];
}

/** Finds entries by the beginnings of their words. It never changes. */
export class TextIndex {
  readonly #entries: readonly Entry[];
  readonly #kept = new Map<string, Kept>();
  /** The words under which entries are kept, in order. */
  readonly #words: readonly string[];

  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries].sort(byRank);
    const contextWords = new Map<Entry['contexts'], Set<string>>();
    for (const [number, { names, contexts }] of this.#entries.entries()) {
      for (const { words, own } of names) {
        for (const [at, word] of words.entries()) {
          this.#keep(word, at >= own[0] && at < own[1] ? 'own' : 'other', number);
        }
      }
      const around = contextWords.get(contexts) ?? new Set(contexts.flat());
      contextWords.set(contexts, around);
      for (const word of around) this.#keep(word, 'other', number);
    }
    this.#words = [...this.#kept.keys()].sort(compare);
  }

  /** Numbers come in rising order, so that a number that is kept already is the last. */
  #keep(word: string, as: keyof Kept, number: number): void {
    for (const form of typedForms(word)) {
      const kept = this.#kept.get(form) ?? { own: [], other: [] };
      if (kept[as].at(-1) !== number) kept[as].push(number);
      this.#kept.set(form, kept);
    }
  }

  /** What answers to all the typed words, in the order of rank but not yet of score. */
  find(typed: readonly string[]): Hit[] {
    const read = readings(typed);
    return this.#candidates(typed)
      .map((entry) => ({ region: entry.region, score: score(read, entry) }))
      .filter((hit) => hit.score < Number.POSITIVE_INFINITY);
  }

  /** The entries that have, for each typed word, one that begins with it, and for one of them one of its own. */
  #candidates(typed: readonly string[]): Entry[] {
    const matched = new Uint8Array(this.#entries.length);
    const touched = new Uint8Array(this.#entries.length);
    typed.forEach((word, at) => {
      for (const { own, other } of this.#keptUnder(word)) {
        for (const number of own) {
          touched[number] = 1;
          if (matched[number] === at) matched[number] = at + 1;
        }
        for (const number of other) if (matched[number] === at) matched[number] = at + 1;
      }
    });
    return this.#entries.filter((_, number) => touched[number] === 1 && matched[number] === typed.length);
  }

  *#keptUnder(typed: string): Iterable<Kept> {
    for (const form of new Set([typed, canonical(typed)])) {
      for (let next = this.#firstFrom(form); this.#words[next]?.startsWith(form); next += 1) {
        const kept = this.#kept.get(this.#words[next] ?? '');
        if (kept) yield kept;
      }
    }
  }

  #firstFrom(word: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
