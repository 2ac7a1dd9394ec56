import BetterSqlite3 from 'better-sqlite3';
import type { Sql } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Schema } from './migration.js';
import { bindable, type RowMaker, rowMaker } from './sql.js';

export type SqliteHandle = BetterSqlite3.Database;

/** How long opening waits for a lock, and with it the whole process. Milliseconds. */
const BUSY_TIMEOUT = 5000;
const STATEMENTS_KEPT = 500;

/** One connection to the file: TypeORM's data source, and plain SQL with prepared statements beside it. */
export class SqliteConnection {
  private readonly prepared = new Map<string, Prepared>();

  private constructor(
    readonly source: DataSource,
    readonly handle: SqliteHandle,
  ) {}

  static async open(file: string, schema: Schema, mode: 'writer' | 'reader'): Promise<SqliteConnection> {
    let handle: SqliteHandle | undefined;
    const source = new DataSource({
      type: 'better-sqlite3',
      driver: BetterSqlite3,
      database: file,
      readonly: mode === 'reader',
      timeout: BUSY_TIMEOUT,
      // Heard only under DEBUG=typeorm:*; else it would write to the console past the hub's log.
      logger: 'debug',
      entities: [...schema.entities],
      migrations: [...schema.migrations],
      // TypeORM's enableWAL is not used: it leaves synchronous at NORMAL, where a power cut takes back what was acknowledged.
      prepareDatabase: (opened: SqliteHandle) => {
        handle = opened;
        if (mode === 'writer') prepareWriter(opened);
      },
    });
    await source.initialize();
    return new SqliteConnection(source, handle as SqliteHandle);
  }

  rows<R>(statement: Sql): R[] {
    return this.run(statement).rows as R[];
  }

  execute(statement: Sql): number {
    return this.run(statement).changed;
  }

  private run(sql: Sql): { rows: unknown[]; changed: number } {
    const { statement, made } = this.prepare(sql.sql);
    const values = bindable(sql.values);
    if (made === null) return { rows: [], changed: statement.run(...values).changes };
    const rows = (statement.all(...values) as unknown[][]).map(made);
    return { rows, changed: rows.length };
  }

  private prepare(text: string): Prepared {
    const prepared = this.prepared.get(text) ?? prepare(this.handle, text);
    // Set anew, so that the map's order is the order of use.
    this.prepared.delete(text);
    this.prepared.set(text, prepared);
    if (this.prepared.size > STATEMENTS_KEPT)
      this.prepared.delete(this.prepared.keys().next().value as string);
    return prepared;
  }
}

interface Prepared {
  readonly statement: BetterSqlite3.Statement;
  /** Makes the rows that it returns; `null` if it returns none. */
  readonly made: RowMaker | null;
}

function prepare(handle: SqliteHandle, text: string): Prepared {
  const statement = handle.prepare(text);
  if (!statement.reader) return { statement, made: null };
  return { statement: statement.raw(), made: rowMaker(statement.columns().map(({ name }) => name)) };
}

function prepareWriter(handle: SqliteHandle): void {
  const mode = handle.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal')
    throw new Error(`The data folder cannot hold a database in WAL mode; it stays in mode ${String(mode)}.`);
  // After the journal mode, which brings its own default. FULL: an fsync before each commit is acknowledged.
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  // From here on nothing waits inside SQLite, which would stop the whole process; see `beginImmediate`.
  handle.pragma('busy_timeout = 0');
}
