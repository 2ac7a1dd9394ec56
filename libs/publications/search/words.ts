const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Longer runs are no words; PostgreSQL takes at most 2,046 bytes. */
const LONGEST = 200;

/** Text without case, accents and compatibility forms, so that both engines index alike. */
export const fold = (text: string): string => text.normalize('NFKD').replace(MARKS, '').toLowerCase();

/** The words of a text in order: runs of letters and digits, folded. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(WORD) ?? []).filter((word) => word.length <= LONGEST);
