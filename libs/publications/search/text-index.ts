import sql, { type Sql } from 'sql-template-tag';
import type { Dialect, WriteTx } from '#platform';
import { wordsOf } from './words.js';

/** PostgreSQL counts positions up to this. */
const LAST_POSITION = 16_383;

/** Puts a publication's text into the index of words in place of what was there under its previous release. */
export async function indexText(
  tx: WriteTx,
  previous: number | null,
  sequence: number,
  text: string,
): Promise<void> {
  const words = wordsOf(text);
  if (tx.dialect === 'sqlite') {
    if (previous !== null) await tx.execute(sql`DELETE FROM publication_text WHERE rowid = ${previous}`);
    await tx.execute(
      sql`INSERT INTO publication_text (rowid, words) VALUES (${sequence}, ${words.join(' ')})`,
    );
    return;
  }
  if (previous !== null) await tx.execute(sql`DELETE FROM publication_text WHERE sequence = ${previous}`);
  await tx.execute(sql`
    INSERT INTO publication_text (sequence, words) VALUES (${sequence}, ${tsvectorOf(words)}::tsvector)`);
}

/** Words consist of letters and digits only, so nothing in them needs to be escaped. */
function tsvectorOf(words: readonly string[]): string {
  const positions = new Map<string, number[]>();
  words.forEach((word, index) => {
    const at = positions.get(word) ?? [];
    if (index < LAST_POSITION) at.push(index + 1);
    positions.set(word, at);
  });
  return [...positions]
    .map(([word, at]) => (at.length > 0 ? `'${word}':${at.join(',')}` : `'${word}'`))
    .join(' ');
}

/** What a text asks for: each term is words in a row, and all must occur; the last word may be only begun. */
export interface TextQuery {
  readonly terms: readonly (readonly string[])[];
  /** Whether the last word may go on. */
  readonly open: boolean;
}

/** A search text as terms: what is written without a space in between must occur in a row. */
export function textQuery(text: string): TextQuery {
  const terms = text
    .split(/\s+/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const last = terms.at(-1)?.at(-1) ?? '';
  return { terms, open: [...last].length > 1 };
}

/** `t` in FROM, joined to the sequences that match; the query's operators are ours, the user's words are quoted. */
export function matchingText(
  dialect: Dialect,
  query: TextQuery,
): { readonly sequence: Sql; readonly where: Sql } {
  const last = query.terms.length - 1;
  if (dialect === 'sqlite') {
    const expression = query.terms.map(
      (words, index) => `"${words.join(' ')}"${query.open && index === last ? ' *' : ''}`,
    );
    return { sequence: sql`t.rowid`, where: sql`t.words MATCH ${expression.join(' AND ')}` };
  }
  const expression = query.terms.map((words, index) => {
    const quoted = words.map((word) => `'${word}'`);
    if (query.open && index === last) quoted.push(`${quoted.pop()}:*`);
    return `(${quoted.join(' <-> ')})`;
  });
  return { sequence: sql`t.sequence`, where: sql`t.words @@ ${expression.join(' & ')}::tsquery` };
}
