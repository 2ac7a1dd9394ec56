import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';
import { root } from './lib/stamp.mjs';

/*
 * npm run bench                    every bench; most of an hour
 * npm run bench -- feed            one of them: cli, console, delivery, feed, http, intake, live, look-ups, taxii
 * npm run bench -- http --quick    a short form, for a look
 * npm run bench -- http --profile  and where the hub's time goes
 * npm run bench -- --engine sqlite one engine only: sqlite, postgresql
 * Tables go to the terminal, numbers and charts to reports/bench/. What is promised is told beside what was measured; nothing fails
 * by being slow.
 */
const folder = mkdtempSync(join(tmpdir(), 'watchfire-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

let benches;
let stopped = false;
// The benches end what they started; then this process does.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
    benches?.kill(signal);
  });
}

async function prepare() {
  await ensureInstalled({ dev: true });
  await ensureBuilt();
  const code = await run(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-p',
    'test/bench/tsconfig.json',
  ]);
  if (code !== 0) throw new Error('The benches do not compile.');
}

let postgres;
try {
  await prepare();
  const { startPostgres } = await import('./postgres.mjs');
  postgres = await startPostgres({ durable: true });
  if (stopped) throw new Error('Stopped.');
  benches = spawn(process.execPath, ['dist/test/bench/main.js', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WATCHFIRE_BENCH_DIR: folder, WATCHFIRE_BENCH_POSTGRES_URL: postgres.url },
  });
  const [code] = await once(benches, 'close');
  process.exitCode = code ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}
