import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, Database, type DatabaseOptions, newToken, readConfig } from '#platform';

export interface TestDatabase {
  readonly database: Database;
  /** A whole configuration for tests, without demo, on this database. */
  readonly config: Config;
  /** Opens the same database once more, as another process would. The opener closes it, before `close`. */
  again(): Promise<Database>;
  /** Closes and removes it. */
  close(): Promise<void>;
}

export type TestSchema = Partial<Pick<DatabaseOptions, 'entities' | 'migrations' | 'report'>>;

/** The engine that this run of the tests is for. */
export const testDialect = (): 'sqlite' | 'postgres' =>
  process.env.WATCHFIRE_TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';

/**
 * A new migrated database on the engine of WATCHFIRE_TEST_DATABASE: a file in a folder of its own, or a database on the server
 * of WATCHFIRE_TEST_POSTGRES_URL, whose user may create some.
 */
export async function openTestDatabase(schema: TestSchema = {}): Promise<TestDatabase> {
  const place = await emptyDatabase();
  const config = {
    ...readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off' }),
    database: place.database,
  };
  const options = { entities: [], migrations: [], ...schema, config };
  const database = await Database.open(options);
  await database.migrate();
  return {
    database,
    config,
    again: () => Database.open(options),
    close: async () => {
      await database.close();
      await place.remove();
    },
  };
}

/** Where a database may be, and how to remove it. */
export interface Place {
  readonly database: Config['database'];
  remove(): Promise<void>;
}

/** A place for a new database, on the engine of WATCHFIRE_TEST_DATABASE; nothing is opened yet. */
export const emptyDatabase = (): Promise<Place> =>
  testDialect() === 'postgres' ? postgresPlace() : sqlitePlace();

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'watchfire-test-'));
  return {
    database: { dialect: 'sqlite', file: join(folder, 'watchfire.db') },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const admin = process.env.WATCHFIRE_TEST_POSTGRES_URL;
  if (!admin)
    throw new Error('WATCHFIRE_TEST_POSTGRES_URL is not set: `npm test` starts a server and sets it.');
  const name = newToken('test_')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 30);
  await run(admin, `CREATE DATABASE "${name}"`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    database: { dialect: 'postgres', url: url.href, pool: 5 },
    remove: () => run(admin, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
