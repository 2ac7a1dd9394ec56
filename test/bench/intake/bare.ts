import { readFileSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { Config } from '#platform';

const DOCUMENT = '00000000-0000-4000-8000-000000000000';
const COLUMNS = 'document_id, ordinal, object_id, type, about, tlp, needs_marking, rest, body';
const TYPES = 'text, int, text, text, text, int, int, int, text'.split(', ');
const AT_ONCE = 1_000;

interface Parsed {
  readonly id: string;
  readonly type: string;
}

/** Parses a bundle whole and inserts the same rows into the same table, by hand. @returns seconds */
export async function parseAndInsert(
  database: Config['database'],
  file: string,
  memberId: string,
): Promise<number> {
  const into =
    database.dialect === 'sqlite' ? sqlite(database.file, memberId) : await postgres(database.url, memberId);
  const start = performance.now();
  const { objects } = JSON.parse(readFileSync(file, 'utf8')) as { objects: Parsed[] };
  for (let from = 0; from < objects.length; from += AT_ONCE)
    await into.put(objects.slice(from, from + AT_ONCE).map((object, place) => rowOf(object, from + place)));
  const seconds = (performance.now() - start) / 1_000;
  await into.close();
  return seconds;
}

const rowOf = (object: Parsed, ordinal: number): unknown[] => [
  ...[DOCUMENT, ordinal, object.id, object.type, '', 2, 1, 1],
  JSON.stringify(object),
];

interface Into {
  /** In one transaction. */
  put(rows: unknown[][]): Promise<void>;
  close(): Promise<void>;
}

const NOW = '2026-11-03T12:00:00.000Z';

function sqlite(file: string, memberId: string): Into {
  const database = new BetterSqlite(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
    database.pragma(pragma);
  database.prepare('INSERT INTO import_document VALUES (?, ?, ?)').run(DOCUMENT, memberId, NOW);
  const insert = database.prepare(
    `INSERT INTO import_part (${COLUMNS}) VALUES (${TYPES.map(() => '?').join()})`,
  );
  const all = database.transaction((rows: unknown[][]) => {
    for (const row of rows) insert.run(...row);
  });
  return { put: async (rows) => all(rows), close: async () => void database.close() };
}

async function postgres(url: string, memberId: string): Promise<Into> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('INSERT INTO import_document VALUES ($1, $2, $3)', [DOCUMENT, memberId, NOW]);
  const lists = TYPES.map((type, index) => `$${index + 1}::${type}[]`).join();
  const text = `INSERT INTO import_part (${COLUMNS}) SELECT * FROM unnest(${lists})`;
  return {
    put: async (rows) => {
      await client.query({
        name: 'put',
        text,
        values: TYPES.map((_, index) => rows.map((row) => row[index])),
      });
    },
    close: () => client.end(),
  };
}
