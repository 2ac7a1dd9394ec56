import BetterSqlite3 from 'better-sqlite3';
import type { Loader, Table } from './tables.js';

/** KiB of pages that SQLite keeps while it loads. */
const CACHE = 1_000_000;

export async function loadSqlite(file: string, tables: readonly Table[]): Promise<Loader> {
  // Without a journal: what fails is thrown away as a whole.
  const handle = new BetterSqlite3(file).unsafeMode();
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    `cache_size = -${CACHE}`,
    'foreign_keys = OFF',
    'temp_store = MEMORY',
  ]) {
    handle.pragma(pragma);
  }
  const names = tables.map(({ name }) => `'${name}'`).join(', ');
  const indexes = handle
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${names})`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) handle.exec(`DROP INDEX ${name}`);
  // One transaction: each commit would write every page that a random id has touched.
  handle.exec('BEGIN');

  return {
    async put(batch) {
      for (const [{ name, columns }, rows] of batch) {
        const places = columns.map(() => '?').join(', ');
        const insert = handle.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`);
        for (const row of rows) insert.run(row);
      }
    },
    async run(statement) {
      handle.exec(statement);
    },
    async finish() {
      for (const { sql } of indexes) handle.exec(sql);
      handle.exec('COMMIT');
      handle.pragma('analysis_limit = 1000');
      handle.exec('ANALYZE');
      handle.pragma('journal_mode = WAL');
      handle.close();
    },
  };
}
