import pg from 'pg';

/** After the `postgres` tests: nothing of theirs is left, also on a server that was there before. */
export default async function teardown() {
  if (globalThis.watchfirePostgres) return globalThis.watchfirePostgres.stop();
  const client = new pg.Client({ connectionString: process.env.WATCHFIRE_TEST_POSTGRES_URL });
  await client.connect();
  const { rows } = await client.query(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [process.env.WATCHFIRE_TEST_TEMPLATES],
  );
  for (const { name } of rows) {
    await client.query(`ALTER DATABASE "${name}" IS_TEMPLATE false`);
    await client.query(`DROP DATABASE "${name}"`);
  }
  await client.end();
}
