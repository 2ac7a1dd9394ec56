import pg from 'pg';
import type { Loader, Table, Value } from './tables.js';

interface Constraint {
  readonly on: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f';
  readonly definition: string;
}

/** Before an index come those that others stand on; foreign keys come last. */
const ORDER = ['p', 'u', 'f'];

export async function loadPostgres(url: string, tables: readonly Table[]): Promise<Loader> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SET maintenance_work_mem = '512MB'`);
  const types = await columnTypes(client);
  const names = tables.map(({ name }) => name);
  const constraints = await constraintsOf(client, names);
  for (const { on, name } of [...constraints].reverse())
    await client.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`);
  const indexes = await indexesOf(client, names);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);

  return {
    async put(batch) {
      await client.query('BEGIN');
      for (const [table, rows] of batch) await insert(client, table, rows, types);
      await client.query('COMMIT');
    },
    async run(statement) {
      await client.query(statement);
    },
    async finish() {
      for (const { definition } of indexes) await client.query(definition);
      for (const { on, name, definition } of constraints) {
        await client.query(`ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`);
      }
      await client.query('VACUUM (ANALYZE)');
      await client.end();
    },
  };
}

/** A statement a table: its columns come as arrays. */
async function insert(
  client: pg.Client,
  table: Table,
  rows: readonly (readonly Value[])[],
  types: ReadonlyMap<string, string>,
) {
  const { name, columns } = table;
  const arrays = columns.map(
    (column, place) => `$${place + 1}::${arrayOf(types.get(`${name}.${column}`))}[]`,
  );
  const wanted = columns.map((column) =>
    types.get(`${name}.${column}`) === 'tsvector' ? `${column}::tsvector` : column,
  );
  await client.query({
    text: `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${wanted.join(', ')} FROM unnest(${arrays.join(', ')}) AS t (${columns.join(', ')})`,
    values: columns.map((_, place) => rows.map((row) => row[place])),
  });
}

const arrayOf = (type: string | undefined): string =>
  type === 'bigint' || type === 'integer' ? type : 'text';

async function columnTypes(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  return new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row.data_type]));
}

async function constraintsOf(client: pg.Client, tables: readonly string[]): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `SELECT conrelid::regclass AS on, conname AS name, contype AS kind, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint
     WHERE contype IN ('p', 'u', 'f') AND (conrelid = ANY($1::regclass[]) OR confrelid = ANY($1::regclass[]))`,
    [tables],
  );
  return rows.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

async function indexesOf(client: pg.Client, tables: readonly string[]) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = ANY($1) AND schemaname = 'public'`,
    [tables],
  );
  return rows;
}
