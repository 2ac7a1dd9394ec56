import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';

/*
 * npm run noninterference -- --pairs 50000            compares so many pairs of worlds on SQLite
 * npm run noninterference -- --database postgres      the same on PostgreSQL
 * npm run noninterference -- --seed 7 --pairs 1000    from another world on; a leak names the seed by which to see it again
 */
let postgres;
try {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '50000' },
      seed: { type: 'string', default: '1' },
      database: { type: 'string', default: 'sqlite' },
    },
  });
  if (!['sqlite', 'postgres'].includes(values.database)) throw new Error('--database is sqlite or postgres.');
  await ensureInstalled({ dev: true });
  await ensureBuilt();
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'test/noninterference/tsconfig.json'];
  if ((await run(process.execPath, compiler)) !== 0) throw new Error('The proof does not compile.');
  const env = { ...process.env, WATCHFIRE_TEST_DATABASE: values.database };
  if (values.database === 'postgres' && !env.WATCHFIRE_TEST_POSTGRES_URL) {
    const { startPostgres } = await import('./postgres.mjs');
    postgres = await startPostgres({ inMemory: true });
    env.WATCHFIRE_TEST_POSTGRES_URL = postgres.url;
  }
  const args = ['--enable-source-maps', 'dist/test/noninterference/main.js'];
  process.exitCode = await run(process.execPath, [...args, '--pairs', values.pairs, '--seed', values.seed], {
    env,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}
