import type { TextQuery } from './text-index.js';
import { wordsOf } from './words.js';

/** A piece of a passage: plain text, and whether it is what was searched for. */
export interface SnippetPiece {
  readonly text: string;
  readonly match: boolean;
}

/** A run of letters and digits as it stands in the text. */
interface Run {
  readonly start: number;
  readonly end: number;
  match: boolean;
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** What Markdown marks emphasis and code with, around words: a snippet is read, not laid out. */
const MARKS = /(?<![\p{L}\p{N}\p{M}])[*`]+|[*`]+(?![\p{L}\p{N}\p{M}])/gu;
/** Characters shown before and after the first match. */
const BEFORE = 60;
const AFTER = 180;

/** The first passage among some texts that has what was searched for; empty if none does. */
export function snippet(texts: readonly (string | null)[], query: TextQuery): SnippetPiece[] {
  for (const text of texts) {
    const plain = text?.replace(MARKS, '') ?? '';
    const runs = marked(plain, query);
    if (runs.some(({ match }) => match)) return pieces(plain, runs);
  }
  return [];
}

/** The runs of a text, with those marked that are part of a term. */
function marked(text: string, { terms, open }: TextQuery): Run[] {
  const runs = [...text.matchAll(RUN)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    match: false,
  }));
  const words = runs.flatMap((run) => wordsOf(text.slice(run.start, run.end)).map((word) => ({ word, run })));
  terms.forEach((term, place) => {
    const begun = open && place === terms.length - 1;
    for (let at = 0; at + term.length <= words.length; at += 1) {
      const fits = term.every((wanted, offset) => {
        const word = words[at + offset]?.word ?? '';
        return begun && offset === term.length - 1 ? word.startsWith(wanted) : word === wanted;
      });
      if (fits) for (const { run } of words.slice(at, at + term.length)) run.match = true;
    }
  });
  return runs;
}

function pieces(text: string, runs: readonly Run[]): SnippetPiece[] {
  const first = runs.find(({ match }) => match) as Run;
  const start = runs.find((run) => run.start >= first.start - BEFORE)?.start ?? 0;
  const end = runs.findLast((run) => run.end <= first.end + AFTER)?.end ?? text.length;
  const found: SnippetPiece[] = start > 0 ? [{ text: '… ', match: false }] : [];
  let at = start;
  const add = (until: number, match: boolean) => {
    const piece = text.slice(at, until).replace(/\s+/gu, ' ');
    at = until;
    const last = found.at(-1);
    if (piece === '') return;
    if (last?.match === match) found.splice(-1, 1, { text: last.text + piece, match });
    else found.push({ text: piece, match });
  };
  for (const run of runs.filter(({ match, start: from, end: to }) => match && from >= start && to <= end)) {
    add(run.start, false);
    add(run.end, true);
  }
  add(end, false);
  return text.slice(end).trim() === '' ? found : [...found, { text: ' …', match: false }];
}
