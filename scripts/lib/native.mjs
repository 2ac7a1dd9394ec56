import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { since } from './run.mjs';
import { root } from './stamp.mjs';

const home = join(root, 'node_modules/better-sqlite3');
const binary = join(home, 'build/Release/better_sqlite3.node');

/** This Node's own headers when they lie beside its binary, before those that npm is set to; node-gyp fetches them otherwise. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

/** npm's own copy of node-gyp. */
function nodeGyp() {
  if (process.env.npm_config_node_gyp) return process.env.npm_config_node_gyp;
  const cli =
    process.env.npm_execpath ??
    join(execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim(), 'npm/bin/npm-cli.js');
  return createRequire(cli).resolve('node-gyp/bin/node-gyp.js');
}

/**
 * SQLite is one file of 260,000 lines. Optimizing it at link time spreads it over the processors and takes two thirds
 * of the time; where the toolchain cannot, it is compiled plainly. -O2 is what SQLite itself is released with.
 */
const attempts = ['-O2 -flto=auto', '-O2'];

/** A fresh process loads it, so that a half-written or foreign binary shows. */
function loads() {
  const script = "new (require('better-sqlite3'))(':memory:').exec('CREATE VIRTUAL TABLE t USING fts5(x)')";
  const options = { cwd: root, stdio: 'ignore' };
  return existsSync(binary) && spawnSync(process.execPath, ['-e', script], options).status === 0;
}

/**
 * Compiles better-sqlite3 from the source in its package; its own install script would first try to download a binary.
 * The result is kept in .cache/, because `npm ci` empties node_modules.
 */
export function buildNative() {
  const { version } = createRequire(join(root, 'package.json'))('better-sqlite3/package.json');
  const { platform, arch, versions } = process;
  const kept = join(
    root,
    `.cache/native/better-sqlite3-${version}-${platform}-${arch}-${versions.modules}.node`,
  );
  if (existsSync(kept)) {
    mkdirSync(dirname(binary), { recursive: true });
    // Written over in place, it would end every process that has it loaded.
    copyFileSync(kept, `${binary}.new`);
    renameSync(`${binary}.new`, binary);
  }
  if (loads()) return;

  const start = performance.now();
  console.log('Compiling SQLite ...');
  const command = [nodeGyp(), 'rebuild', '--release'];
  let log = '';
  for (const flags of attempts) {
    const env = { ...process.env, ...headers(), CFLAGS: flags, CXXFLAGS: flags, LDFLAGS: flags };
    const result = spawnSync(process.execPath, command, {
      cwd: home,
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
    });
    log = `${result.stdout}${result.stderr}`;
    if (result.status === 0 && loads()) {
      mkdirSync(dirname(kept), { recursive: true });
      copyFileSync(binary, kept);
      console.log(`Compiled SQLite in ${since(start)}.`);
      return;
    }
  }
  throw new Error(
    `better-sqlite3 does not compile; it needs Python 3, make and a C++20 compiler:\n${log.slice(-4000)}`,
  );
}
