import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, Database, type DatabaseOptions, newToken, readConfig } from '#platform';
import { roomInMemory } from '../../scripts/lib/memory.mjs';
import { templateOf } from './postgres-template.js';

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
  const place = await preparedDatabase(schema);
  const config = configOf(place);
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

const configOf = ({ database }: Pick<Place, 'database'>): Config => ({
  ...readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off' }),
  database,
});

/** Where a database may be, and how to remove it. */
export interface Place {
  readonly database: Config['database'];
  remove(): Promise<void>;
}

/** A place for a new database, on the engine of WATCHFIRE_TEST_DATABASE; nothing is opened yet. */
export const emptyDatabase = (): Promise<Place> =>
  testDialect() === 'postgres' ? postgresPlace() : sqlitePlace();

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(roomInMemory(), 'watchfire-test-'));
  return {
    database: { dialect: 'sqlite', file: join(folder, 'watchfire.db') },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A place for whoever opens it and migrates: in a run of the tests on PostgreSQL they find that done. */
export async function preparedDatabase({ migrations = [] }: TestSchema): Promise<Place> {
  const prefix = process.env.WATCHFIRE_TEST_TEMPLATES;
  if (testDialect() === 'sqlite' || !prefix) return emptyDatabase();
  const template = await templateOf(prefix, migrations, asAdmin, async (name) => {
    const config = configOf({ database: databaseOf(name) });
    const database = await Database.open({ entities: [], migrations, config });
    await database.migrate().finally(() => database.close());
  });
  return postgresPlace(`TEMPLATE "${template}"`);
}

async function postgresPlace(from = ''): Promise<Place> {
  const name = newToken('test_')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 30);
  await asAdmin((client) => client.query(`CREATE DATABASE "${name}" ${from}`));
  return {
    database: databaseOf(name),
    remove: async () => {
      await asAdmin((client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
    },
  };
}

function adminUrl(): URL {
  const url = process.env.WATCHFIRE_TEST_POSTGRES_URL;
  if (!url)
    throw new Error('WATCHFIRE_TEST_POSTGRES_URL is not set: `npm test` starts a server and sets it.');
  return new URL(url);
}

function databaseOf(name: string): Config['database'] {
  const url = adminUrl();
  url.pathname = `/${name}`;
  return { dialect: 'postgres', url: url.href, pool: 5 };
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl().href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
