import type { Entry, Name } from './names.js';
import { begins, means } from './normalize.js';

/** How well a name answers to what was typed; smaller is better. */
const OWN_NAME = 0;
const COMMON_NAME = 1;
const FIRST_WORDS = 2;
const FIRST_LETTERS = 3;
const WORDS_IN_ORDER = 4;

type Words = readonly string[];

/** Where in a name a typed word is found, not before `from`. */
const foundAt = (typed: string, words: Words, from: number): number =>
  words.findIndex((word, at) => at >= from && begins(typed, word));

/** `carroll` in `East Carroll Parish`: the first of what was typed must be one of the name's own words. */
function inOrder(typed: Words, { words, own: [from, to] }: Name): boolean {
  let at = from - 1;
  for (const [number, word] of typed.entries()) {
    at = foundAt(word, words, at + 1);
    if (at < 0 || (number === 0 && at >= to)) return false;
  }
  return true;
}

/** Whether all words but the last are the same; the last may still be being typed. */
function startAlike(typed: Words, words: Words): boolean {
  for (let at = 0; at < typed.length - 1; at += 1) if (!means(typed[at] ?? '', words[at] ?? '')) return false;
  return true;
}

function nameScore(typed: Words, name: Name): number {
  const { words, own, common } = name;
  const last = typed.length - 1;
  const touchesOwn = last >= own[0];
  if (!touchesOwn || typed.length > words.length) return Number.POSITIVE_INFINITY;
  if (startAlike(typed, words)) {
    if (means(typed[last] ?? '', words[last] ?? '')) {
      if (typed.length < words.length) return FIRST_WORDS;
      return common ? COMMON_NAME : OWN_NAME;
    }
    if (begins(typed[last] ?? '', words[last] ?? '')) return FIRST_LETTERS;
  }
  return inOrder(typed, name) ? WORDS_IN_ORDER : Number.POSITIVE_INFINITY;
}

/** 0 when all of a context was typed, 1 when only its beginning was. */
function contextScore(typed: Words, contexts: readonly Words[]): number {
  if (typed.length === 0) return 0;
  let best = Number.POSITIVE_INFINITY;
  const last = typed.length - 1;
  for (const context of contexts) {
    if (!startAlike(typed, context) || !begins(typed[last] ?? '', context[last] ?? '')) continue;
    if (context.length === typed.length && means(typed[last] ?? '', context[last] ?? '')) return 0;
    best = 1;
  }
  return best;
}

/** A reading of what was typed: a name, and what stands beside it. */
export interface Reading {
  readonly name: Words;
  readonly context: Words;
}

/** Every reading as a name with a context behind or before it: `dane wi`, `wisconsin dane`. */
export function readings(typed: Words): Reading[] {
  const behind = typed.map((_, at) => ({ name: typed.slice(0, at + 1), context: typed.slice(at + 1) }));
  const before = typed.map((_, at) => ({ name: typed.slice(at), context: typed.slice(0, at) }));
  return [...behind, ...before.slice(1)];
}

/** How well an entry answers to the best reading; smaller is better, infinite when it does not. */
export function score(typed: readonly Reading[], entry: Entry): number {
  let best = Number.POSITIVE_INFINITY;
  for (const { name, context } of typed) {
    const beside = contextScore(context, entry.contexts);
    if (beside === Number.POSITIVE_INFINITY) continue;
    for (const candidate of entry.names) best = Math.min(best, nameScore(name, candidate) * 2 + beside);
  }
  return best;
}
