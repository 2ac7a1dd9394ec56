import type { Canvas, View } from '../context.js';
import { columns } from '../terminal/layout.js';

/** A list's rows under headings, or a sentence where there are none. */
export function table<T>(headings: readonly string[], row: (entry: T) => readonly string[], none: string) {
  return (entries: readonly T[], { style, width }: Canvas): string =>
    entries.length === 0 ? none : columns([headings.map(style.bold), ...entries.map(row)], width);
}

/** A page of something, with how to see more of it. */
export function page<T>(
  view: View<readonly T[]>,
): View<{ readonly entries: readonly T[]; readonly next: string | null }> {
  return ({ entries, next }, canvas) => {
    const more =
      next === null
        ? ''
        : `\n\n${canvas.style.dim(`More follows: --first with a larger number, or --after ${next}`)}`;
    return `${view(entries, canvas)}${more}`;
  };
}
