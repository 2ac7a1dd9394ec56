import { widthOfText } from './width.js';

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOfText(text)));

const LEAST_ROOM = 20;

/** Breaks lines between words so that they fit into `width` columns, and indents all but the first. A longer word, such as an address, stays whole. */
export function wrapped(text: string, width: number, indent = 0): string {
  const room = Math.max(LEAST_ROOM, width - indent);
  const lines = text.split('\n').flatMap((line) => broken(line, room));
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** A line in pieces; those after the first begin where the line's text began. */
function broken(line: string, room: number): string[] {
  if (widthOfText(line) <= room) return [line];
  const margin = /^\s*([-*>]\s+|\d+\.\s+)?/.exec(line)?.[0] ?? '';
  const pieces: string[] = [];
  let piece = margin;
  let filled = widthOfText(margin);
  let empty = true;
  for (const word of line.slice(margin.length).split(' ')) {
    const taken = widthOfText(word);
    if (!empty && filled + 1 + taken > room) {
      pieces.push(piece);
      piece = ' '.repeat(margin.length);
      filled = margin.length;
      empty = true;
    }
    piece += empty ? word : ` ${word}`;
    filled += taken + (empty ? 0 : 1);
    empty = false;
  }
  return [...pieces, piece];
}

/** Rows in columns, each as wide as its widest cell; the last cell of a row is wrapped into what is left of `width`. */
export function columns(rows: readonly (readonly string[])[], width: number, gap = 2): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.max(0, count - 1) }, (_, at) =>
    Math.max(...rows.map((row) => (at < row.length - 1 ? widthOfText(row[at] ?? '') : 0))),
  );
  return rows.map((row) => rowText(row, widths, width, gap)).join('\n');
}

function rowText(row: readonly string[], widths: readonly number[], width: number, gap: number): string {
  const last = row.length - 1;
  const before = widths.slice(0, last).reduce((sum, column) => sum + column + gap, 0);
  const cells = row.map((cell, at) =>
    at < last ? padded(cell, (widths[at] ?? 0) + gap) : wrapped(cell, width, before),
  );
  return cells.join('').trimEnd();
}

/** Names and what they stand for, one a line; what is empty is left out. */
export function facts(
  rows: readonly (readonly [string, string | null | undefined | false])[],
  width: number,
): string {
  return columns(
    rows.flatMap(([name, value]) => (value ? [[`${name}:`, value]] : [])),
    width,
  );
}
