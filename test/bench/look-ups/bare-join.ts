import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { Config } from '#platform';

/** Values looked up by one indexed join, by hand, whoever may see what is found. */
export interface BareJoin {
  /** @returns how many rows were found */
  lookUp(values: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

const COLUMNS =
  'a.value, i.id, i.sequence, i.sighting_count, i.first_seen, i.last_seen, i.publication_id, i.tlp';

export async function openBareJoin(database: Config['database']): Promise<BareJoin> {
  if (database.dialect === 'sqlite') {
    const handle = new BetterSqlite(database.file, { readonly: true });
    const join = handle.prepare(
      `SELECT ${COLUMNS} FROM json_each(?) a JOIN indicator i ON i.found_by = a.value`,
    );
    return {
      lookUp: async (values) => join.all(JSON.stringify(values)).length,
      close: async () => void handle.close(),
    };
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const text = `SELECT ${COLUMNS} FROM unnest($1::text[]) a (value) JOIN indicator i ON i.found_by = a.value`;
  return {
    lookUp: async (values) => (await client.query({ name: 'join', text, values: [values] })).rows.length,
    close: () => client.end(),
  };
}
