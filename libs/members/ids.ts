import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '#platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether something could be an id at all; what could not is absent, and no database is asked. */
export const isId = (text: string): boolean => UUID.test(text);

/** The ids worth asking for, each once. */
export const askable = (ids: Iterable<string>): string[] => [...new Set(ids)].filter(isId);

/** What follows `column` to find it among these ids: one text of SQL however many there are. */
export const amongIds = (tx: Tx, ids: readonly string[]): Sql =>
  tx.dialect === 'postgres'
    ? sql`= ANY(${ids})`
    : sql`IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Ends a SELECT so that the rows stay as they are until the transaction ends; on SQLite the one writer is the lock. */
export const forUpdate = (tx: Tx): Sql => (tx.dialect === 'postgres' ? sql`FOR UPDATE` : sql``);
