import { randomBytes } from 'node:crypto';
import { startPostgres } from '../postgres.mjs';

/**
 * Before the `postgres` tests: one server for the whole run, unless WATCHFIRE_TEST_POSTGRES_URL names one already.
 * The URL's user may create databases; each test file makes its own, most of them as copies of migrated ones.
 */
export default async function setup() {
  process.env.WATCHFIRE_TEST_TEMPLATES = `template_${randomBytes(6).toString('hex')}`;
  if (process.env.WATCHFIRE_TEST_POSTGRES_URL) return;
  globalThis.watchfirePostgres = await startPostgres({ inMemory: true });
  process.env.WATCHFIRE_TEST_POSTGRES_URL = globalThis.watchfirePostgres.url;
}
