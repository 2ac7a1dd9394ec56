/**
 * What could move the cursor, retitle the window, reorder what is read or hide in it: controls, format characters
 * (bidirectional overrides among them), line separators and broken surrogates. Line feeds, tabs and the two joiners that
 * scripts and emoji need are kept.
 */
const UNSAFE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text with everything unsafe replaced by a visible mark, so that nobody overlooks that it was there. */
export const safeText = (text: string): string => text.replaceAll('\r\n', '\n').replace(UNSAFE, '\ufffd');

/** Safe text on one line. */
export const safeLine = (text: string): string =>
  safeText(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ');

/** A copy of plain data in which every string is safe to print. */
export function safeData<T>(data: T): T {
  if (typeof data === 'string') return safeText(data) as T;
  if (Array.isArray(data)) return data.map(safeData) as T;
  if (data !== null && typeof data === 'object') {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, safeData(value)])) as T;
  }
  return data;
}

/** JSON that says the same, in which everything unsafe is escaped. */
export function safeJson(data: unknown, indent?: number): string {
  const escaped = (match: string) =>
    Array.from(
      { length: match.length },
      (_, at) => `\\u${match.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join('');
  return JSON.stringify(data, null, indent).replace(UNSAFE, escaped);
}
