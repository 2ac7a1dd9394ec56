const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Text as its bare words, one space before, between and after them: accents, case and punctuation do not count.
 * So one text holds another's words in their order if it holds the other as a piece.
 */
export function wordsOf(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const words = folded.match(WORD) ?? [];
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

/**
 * Whether all words of `wanted` occur in a text. What is written without a space in between, such as `CVE-2026-1234`,
 * must occur as it is written.
 * @param words the text, by `wordsOf`
 */
export const holdsWords = (words: string, wanted: string): boolean =>
  wanted.split(/\s+/u).every((word) => words.includes(wordsOf(word)));
