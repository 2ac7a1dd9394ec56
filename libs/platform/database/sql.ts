import type { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

export type Dialect = 'sqlite' | 'postgres';

/**
 * What reads. Inside `Database.read` each statement sees what was committed when it began, and two statements may see
 * different moments; inside `Database.write` it also sees what that transaction has written.
 */
export interface Tx {
  readonly dialect: Dialect;
  /** TypeORM's manager, for repositories and query builders; not to be kept beyond the call. */
  readonly manager: EntityManager;
  /**
   * Rows of one statement, keyed by column. Booleans are bound as 0 and 1, dates as RFC 3339 text.
   * @example tx.rows<{ name: string }>(sql`SELECT name FROM region WHERE code = ${code}`)
   */
  rows<R>(statement: Sql): Promise<R[]>;
}

export interface WriteTx extends Tx {
  /**
   * Ends a SELECT whose answer decides what is written: `sql`SELECT … WHERE id = ${id} ${tx.forUpdate}``. On PostgreSQL two
   * transactions could else both read a row and the second undo the first; on SQLite, where one writes at a time, it is empty.
   */
  readonly forUpdate: Sql;
  /** Runs one statement. @returns how many rows it changed */
  execute(statement: Sql): Promise<number>;
  /**
   * The next number of a named sequence, from 1. It holds the sequence until the end of the transaction, so numbers come in
   * the order of commits and without gaps: whoever has seen n has seen all before it.
   * @param count how many are taken at once; the last of them is returned
   */
  nextSequence(name: string, count?: number): Promise<number>;
  /**
   * Runs `work` as the last thing before the commit, in the order given. What takes a sequence that many transactions share
   * goes here, so that all take it last and hold it shortly: audit is always taken last.
   */
  beforeCommit(work: (tx: WriteTx) => Promise<void>): void;
  /** Runs `work` once the commit is durable, outside the transaction. Its failure is reported and changes nothing. */
  afterCommit(work: () => void): void;
  /** After the commit, wakes whoever listens on `channel` in any process of this database. */
  wake(channel: string): void;
}

/** Values as both engines take them; see the column types in migration.ts. */
export function bindable(values: readonly unknown[]): unknown[] {
  return values.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value instanceof Date) return value.toISOString();
    if (value === undefined)
      throw new TypeError('A value in an SQL statement is undefined; null must be meant.');
    return value;
  });
}

/** Makes an object, keyed by column, of a row's values. */
export type RowMaker = (values: readonly unknown[]) => object;

/** By their columns: as many as there are different lists of columns in the code. */
const makers = new Map<string, RowMaker>();

/**
 * Code that writes a row down at once: V8 then gives every row the same shape and the room that it needs, which adding one column
 * after another does not. Both drivers take ten times as long.
 */
export function rowMaker(columns: readonly string[]): RowMaker {
  const list = JSON.stringify(columns);
  const known = makers.get(list);
  if (known) return known;
  const written = columns.map((column, place) => `[${JSON.stringify(column)}]: values[${place}]`);
  const made = new Function('values', `return { ${written.join(', ')} };`) as RowMaker;
  makers.set(list, made);
  return made;
}
