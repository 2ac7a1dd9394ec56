import { COMMON } from './common.js';

/** Effort in halves of an unforeseen character. */
const FORESEEN = 2;
const DIGIT = 1;
const OTHER = 2;
const ENOUGH = 12;

const SHORTEST_PIECE = 3;

const SEPARATORS = /[\s\-_.,:;/|+*'"()]+/gu;

/** Runs of a keyboard, by rows and slanting columns; each also backwards. */
const WALKS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  '1234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

const STAND_INS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '6': 'g',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
  '2': 'z',
};

/**
 * Whether a password is of the kind that is tried first: nothing but words and phrases that are common or that belong to its
 * owner, rows of characters, repetitions and years, whatever the case, the stand-ins (`P@ssw0rd`) and what stands between them.
 * It judges the whole: a password may well hold such pieces if enough is added to them. (NIST SP 800-63B-4, section 3.1.1.2:
 * common, expected and compromised values, compared as a whole.)
 * @param own words of its owner's surroundings: names, address, place
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const text = fold(password);
  const words = [...new Set([...COMMON, ...own.flatMap(piecesOf)])];
  const period = periodOf(text);
  const effort =
    period < text.length ? effortOf(text.slice(0, period), words) + FORESEEN : effortOf(text, words);
  return effort < ENOUGH;
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(SEPARATORS, '');

const undressed = (text: string): string =>
  [...text].map((character) => STAND_INS[character] ?? character).join('');

/** A name as a whole and each of its words. */
const piecesOf = (name: string): string[] =>
  [name, ...name.split(/[^\p{L}\p{N}]+/u)].map(fold).filter((piece) => piece.length >= SHORTEST_PIECE);

/** The least effort with which a text is put together from its start. */
function effortOf(text: string, words: readonly string[]): number {
  const plain = undressed(text);
  const pieces = words.map((word) => [word, undressed(word)] as const);
  const least = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  const reach = (end: number, effort: number) => {
    least[end] = Math.min(least[end] ?? effort, effort);
  };
  for (let at = 0; at < text.length; at += 1) {
    const sofar = least[at] ?? 0;
    reach(at + 1, sofar + (/\d/.test(text[at] ?? '') ? DIGIT : OTHER));
    for (const [word, bare] of pieces) {
      if (text.startsWith(word, at) || plain.startsWith(bare, at)) reach(at + word.length, sofar + FORESEEN);
    }
    for (let end = at + SHORTEST_PIECE; end <= at + rowFrom(text, at); end += 1) reach(end, sofar + FORESEEN);
    if (/^(19|20)\d\d/.test(text.slice(at, at + 4))) reach(at + 4, sofar + FORESEEN);
  }
  return least[text.length] ?? 0;
}

/** How many characters from here stand in a row: alike, up or down the alphabet, or along the keyboard. */
function rowFrom(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  let length = 1;
  if (Math.abs(step) <= 1) {
    while (text.charCodeAt(at + length) - text.charCodeAt(at + length - 1) === step) length += 1;
  }
  for (const walk of WALKS) length = Math.max(length, sharedFrom(walk, text, at));
  return length;
}

function sharedFrom(walk: string, text: string, at: number): number {
  const start = walk.indexOf(text.slice(at, at + SHORTEST_PIECE));
  if (start < 0 || at + SHORTEST_PIECE > text.length) return 0;
  let length = SHORTEST_PIECE;
  while (start + length < walk.length && walk[start + length] === text[at + length]) length += 1;
  return length;
}

/** The length of the shortest beginning whose repetition, perhaps cut off at the end, is the text; its length if none is. */
function periodOf(text: string): number {
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (text.slice(period) === text.slice(0, text.length - period)) return period;
  }
  return text.length;
}
