/** Long forms of words that names carry shortened. */
const LONG_FORMS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' };
const CANONICAL = new Map([
  ...Object.entries(LONG_FORMS).map(([short, long]) => [long, short] as const),
  ['cnty', 'county'],
  ['cty', 'county'],
  ['twp', 'township'],
  ['boro', 'borough'],
]);

const ASCII = /^[\x20-\x7e]*$/;

/**
 * The words of a text, in lower case without accents: `Doña Ana, N.M.` is `dona ana nm`. Apostrophes and the points of
 * abbreviations go; everything else that is no letter or digit parts words.
 */
export function words(text: string): string[] {
  const plain = ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  const joined = plain
    .toLowerCase()
    .replace(/['’‘ʻ`]/g, '')
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '');
  return joined.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The form under which a word is kept: `saint` is `st`. */
export const canonical = (word: string): string => CANONICAL.get(word) ?? word;

/** Every form under which a kept word can be typed: `st` and `saint`. */
export const typedForms = (word: string): string[] => {
  const long = LONG_FORMS[word];
  return long ? [word, long] : [word];
};

/** Whether what was typed is a kept word. */
export const means = (typed: string, word: string): boolean => canonical(typed) === word;

/** Whether what was typed is the beginning of a kept word. */
export const begins = (typed: string, word: string): boolean =>
  means(typed, word) || typedForms(word).some((form) => form.startsWith(typed));
