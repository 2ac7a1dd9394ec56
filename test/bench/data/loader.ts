import type { Config } from '#platform';
import { loadPostgres } from './postgres-loader.js';
import { loadSqlite } from './sqlite-loader.js';
import type { Loader, Table } from './tables.js';

/** Indexes and foreign keys of these tables are put aside until the end: to build them at once is several times as fast. */
export const openLoader = (database: Config['database'], tables: readonly Table[]): Promise<Loader> =>
  database.dialect === 'sqlite' ? loadSqlite(database.file, tables) : loadPostgres(database.url, tables);
