import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run, since } from './run.mjs';
import { root } from './stamp.mjs';

const home = join(root, 'node_modules/better-sqlite3');
const binary = join(home, 'build/Release/better_sqlite3.node');

/** Node's own headers when they lie beside its binary; node-gyp fetches them otherwise. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include/node/node.h')) ? [`--nodedir=${prefix}`] : [];
}

/** npm's own copy of node-gyp. */
function nodeGyp() {
  if (process.env.npm_config_node_gyp) return process.env.npm_config_node_gyp;
  const cli =
    process.env.npm_execpath ??
    join(execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim(), 'npm/bin/npm-cli.js');
  return createRequire(cli).resolve('node-gyp/bin/node-gyp.js');
}

/** A fresh process loads it, so that a half-written or foreign binary shows. */
async function loads() {
  const script = "new (require('better-sqlite3'))(':memory:').exec('SELECT 1')";
  return existsSync(binary) && (await run(process.execPath, ['-e', script], { stdio: 'ignore' })) === 0;
}

/**
 * Compiles better-sqlite3 from the source in its package; its own install script would first try to download a binary.
 * The result is kept in .cache/, because `npm ci` empties node_modules.
 */
export async function buildNative() {
  const { version } = createRequire(join(root, 'package.json'))('better-sqlite3/package.json');
  const { platform, arch, versions } = process;
  const kept = join(
    root,
    `.cache/native/better-sqlite3-${version}-${platform}-${arch}-${versions.modules}.node`,
  );
  if (existsSync(kept)) {
    mkdirSync(dirname(binary), { recursive: true });
    copyFileSync(kept, binary);
  }
  if (await loads()) return;

  const start = performance.now();
  console.log('Compiling SQLite ...');
  const code = await run(process.execPath, [nodeGyp(), 'rebuild', '--release', '--silent', ...headers()], {
    cwd: home,
  });
  if (code !== 0 || !(await loads())) {
    throw new Error('better-sqlite3 does not compile: it needs Python 3, make and a C++20 compiler');
  }
  mkdirSync(dirname(kept), { recursive: true });
  copyFileSync(binary, kept);
  console.log(`Compiled SQLite in ${since(start)}.`);
}
