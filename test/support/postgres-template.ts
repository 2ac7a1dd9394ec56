import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DatabaseOptions } from '#platform';

type Migrations = DatabaseOptions['migrations'];

/** What this file of tests has made or found already. */
const known = new Map<string, Promise<string>>();

/**
 * A database that only serves to be copied: migrated once for all tests of a run, whoever comes first, since a copy takes a tenth
 * of the time. Its name begins with WATCHFIRE_TEST_TEMPLATES.
 * @param prepare migrates the database of this name
 */
export function templateOf(
  prefix: string,
  migrations: Migrations,
  admin: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>,
  prepare: (name: string) => Promise<void>,
): Promise<string> {
  const name = `${prefix}_${createHash('sha256').update(migrations.map(String).join('\n')).digest('hex').slice(0, 20)}`;
  const made = known.get(name) ?? admin((client) => make(client, name, () => prepare(name)));
  known.set(name, made);
  return made;
}

/** Under a lock, and open to connections only while it is made: one that was left half-way is made anew. */
async function make(client: pg.Client, name: string, prepare: () => Promise<void>): Promise<string> {
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  const { rows } = await client.query('SELECT datistemplate AS whole FROM pg_database WHERE datname = $1', [
    name,
  ]);
  if (rows[0]?.whole) return name;
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${name}"`);
  await prepare();
  await client.query(`ALTER DATABASE "${name}" IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  return name;
}
