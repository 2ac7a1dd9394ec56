import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';

/*
 * npm run kill [-- COUNT]: kills hubs in the middle of writes, and hubs and workers in the middle of deliveries, 100
 * times by default, on SQLite and on PostgreSQL.
 */
const kills = process.argv[2] ?? '100';
await ensureInstalled({ dev: true });
await ensureBuilt();
for (const engine of ['sqlite', 'postgres']) {
  const code = await run(
    process.execPath,
    ['scripts/test.mjs', '--selectProjects', engine, '--testPathPatterns', 'test/kill'],
    {
      env: { ...process.env, WATCHFIRE_KILLS: kills },
    },
  );
  if (code !== 0) process.exit(code);
}
