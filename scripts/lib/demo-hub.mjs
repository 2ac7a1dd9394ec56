import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './stamp.mjs';

const STARTS_WITHIN = 180_000;

/** A port that is free now: pages may connect live only from the address that the hub knows as its own. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function up(hub) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = () => reject(new Error(`The hub did not come up:\n${printed}`));
    const timer = setTimeout(fail, STARTS_WITHIN);
    hub.once('exit', fail);
    for (const stream of [hub.stdout, hub.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
        if (!printed.includes('Watchfire is up')) return;
        clearTimeout(timer);
        hub.off('exit', fail);
        resolve();
      });
  });
}

/** A demo hub of its own, on SQLite in a data folder that goes with it, from the build. What it posts to and reads may be on loopback. */
export async function startDemoHub() {
  const folder = mkdtempSync(join(tmpdir(), 'watchfire-demo-'));
  const port = await freePort();
  const hub = spawn(process.execPath, ['dist/start/hub.mjs'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      WATCHFIRE_DATA_DIR: folder,
      WATCHFIRE_DEMO: 'on',
      WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await up(hub);
  return {
    url: `http://localhost:${port}`,
    folder,
    accounts: JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')),
    end: async () => {
      hub.kill('SIGTERM');
      await once(hub, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
