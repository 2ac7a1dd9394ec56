/** Words and single signs; what lies between them is for the formatter to decide. */
const TOKEN = /[\p{L}\p{N}_$]+|[^\s]/gu;
const WORD = /^[\p{L}\p{N}_$]/u;
const CLOSES = /^[)\]}]$/;

/** Finds a piece of source text however it is broken into lines, and with or without a comma after a list's last entry. */
export function patternOf(find) {
  const tokens = find.match(TOKEN) ?? [];
  const parts = tokens.map((token, place) => {
    const before = tokens[place - 1];
    const gap = before === undefined ? '' : WORD.test(before) && WORD.test(token) ? '\\s+' : '\\s*';
    const comma = CLOSES.test(token) && before !== undefined && before !== ',' ? ',?\\s*' : '';
    return `${gap}${comma}${token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`;
  });
  const start = WORD.test(tokens[0] ?? '') ? '(?<![\\p{L}\\p{N}_$])' : '';
  const end = WORD.test(tokens.at(-1) ?? '') ? '(?![\\p{L}\\p{N}_$])' : '';
  return new RegExp(`${start}${parts.join('')}${end}`, 'gu');
}

/**
 * The text with the fault in it.
 * @throws Error where what the fault replaces does not occur exactly once
 */
export function withFault(text, { file, find, replace }) {
  const found = [...text.matchAll(patternOf(find))];
  if (found.length !== 1) throw new Error(`It occurs ${found.length} times in ${file}, and must once.`);
  const [{ 0: whole, index }] = found;
  return text.slice(0, index) + replace + text.slice(index + whole.length);
}
