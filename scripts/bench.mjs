import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';

/*
 * npm run bench                    every bench, in half an hour or so
 * npm run bench -- feed            one of them: feed, http, live
 * npm run bench -- http --quick    a short form, for a look
 * npm run bench -- http --profile  and where the hub's time goes
 * npm run bench -- --engine sqlite one engine only
 * Tables go to the terminal, numbers and charts to reports/bench/. What is promised is told beside what was measured; nothing fails
 * by being slow.
 */
const args = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'watchfire-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
// The benches stop what they started, and the folder goes with this process.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});

let postgres;
try {
  await ensureInstalled({ dev: true });
  await ensureBuilt();
  if (
    (await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/bench/tsconfig.json'])) !== 0
  )
    throw new Error('The benches do not compile.');
  const { startPostgres } = await import('./postgres.mjs');
  postgres = await startPostgres();
  const env = { ...process.env, WATCHFIRE_BENCH_DIR: folder, WATCHFIRE_BENCH_POSTGRES_URL: postgres.url };
  process.exitCode = await run(process.execPath, ['dist/test/bench/main.js', ...args], { env });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}
