import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScenarioFailed } from './screen.mjs';

const MAIN = fileURLToPath(new URL('../../dist/start/hub.mjs', import.meta.url));
/** How long the hub may take to migrate, seed and listen. Milliseconds. */
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 25_000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Starts a hub as a process of its own, on a free port, with a data folder that goes away with it.
 * @param database an empty PostgreSQL database's URL; without one, SQLite
 */
export async function startOwnHub(database) {
  const folder = await mkdtemp(join(tmpdir(), 'watchfire-scenario-'));
  const port = await freePort();
  const { PATH, HOME, LANG } = process.env;
  const env = {
    ...{ PATH, HOME, LANG, NODE_ENV: 'development', PORT: String(port), NO_COLOR: '1' },
    ...{ WATCHFIRE_DATA_DIR: folder, WATCHFIRE_DEMO: 'on' },
    ...(database ? { WATCHFIRE_DATABASE_URL: database } : {}),
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const hub = {
    url: `http://127.0.0.1:${port}`,
    /** What it printed so far. */
    output: () => output,
    accounts: async () => JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')),
    /** @returns its exit code */
    stop: async () => {
      child.kill('SIGTERM');
      const giveUp = setTimeout(kill, STOPPED_WITHIN);
      const code = await ended;
      clearTimeout(giveUp);
      process.off('exit', kill);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
  try {
    await ready(hub.url, ended);
  } catch (error) {
    await hub.stop();
    throw new ScenarioFailed(`${error.message}\n${output}`);
  }
  return hub;
}

async function ready(url, ended) {
  let exit;
  ended.then((code) => {
    exit = code;
  });
  for (const start = performance.now(); ; await sleep(50)) {
    if (exit !== undefined) throw new Error(`The hub ended with ${exit} before it was ready.`);
    if (performance.now() - start > READY_WITHIN) throw new Error('The hub was not ready in time.');
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
