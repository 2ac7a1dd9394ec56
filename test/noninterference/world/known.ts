import { PUBLICATION_EXTENSION, TLP_2_EXTENSION, TLP_BY_MARKING } from '#exchange';
import type { Asker, Facts } from '../model/facts.js';
import type { Random } from '../random.js';

/** How many words are used within a few deeds. */
const SOON = 60;

/** Whether somebody may know of a thing, by the facts as they are. */
export type MayKnow = (facts: Facts, asker: Asker) => boolean;

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const WORD = /zq\d+x|CVE-2026-\d{5,}/;
const EMAIL = /[a-z\d]+@office\.example/;
const WORDS = new RegExp(WORD, 'g');
const TOKENS = new RegExp([ID, WORD, EMAIL].map(({ source }) => source).join('|'), 'g');

/** Ids that are the same everywhere, and ids derived from a name (version 5): no ids of the world. */
const STANDING = new Set(
  [...TLP_BY_MARKING.keys(), TLP_2_EXTENSION, PUBLICATION_EXTENSION].map((id) => id.split('--')[1]),
);
const isOfWorld = (token: string): boolean =>
  !STANDING.has(token) && !/^[0-9a-f-]{14}5[0-9a-f]{3}-/.test(token);

/**
 * Every id of the world, and words that occur in one place each, with the rule of who may know them: so an answer that holds
 * one is held against the rule, whatever field it came by.
 */
export class Known {
  private readonly rules = new Map<string, MayKnow[]>();
  private words = 0;

  /** A word that occurs nowhere else, known where what it is written into is known. */
  word(): string {
    this.words += 1;
    return `zq${this.words}x`;
  }

  /** One of the words that were used, or that are about to be. */
  anyWord(random: Random): string {
    return `zq${1 + random.below(this.words + SOON)}x`;
  }

  /** Who may know an id or a word; said twice, either is enough. */
  tell(token: string, mayKnow: MayKnow): void {
    this.rules.set(token, [...(this.rules.get(token) ?? []), mayKnow]);
  }

  /** The same for all words in something that somebody says. */
  tellOf(said: unknown, mayKnow: MayKnow): void {
    for (const [word] of JSON.stringify(said ?? null).matchAll(WORDS)) this.tell(word, mayKnow);
  }

  /** What an answer holds that the asker may not know, or that nobody has spoken of; each with its kind. */
  betrayedIn(answer: string, facts: Facts, asker: Asker): string[] {
    const tokens = new Set([...answer.matchAll(TOKENS)].map(([token]) => token));
    return [...tokens]
      .filter(isOfWorld)
      .filter((token) => !(this.rules.get(token) ?? []).some((mayKnow) => mayKnow(facts, asker)))
      .map((token) => `${kindOf(token, facts)} ${token}`);
  }
}

const kindOf = (token: string, facts: Facts): string =>
  Object.entries(facts).find(([, things]) => token in things)?.[0] ?? 'something with';
