import { chmodSync, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, since } from './run.mjs';
import { digest, readStamp, root, textOf, treeDigest, writeStamp } from './stamp.mjs';

const stampFile = 'dist/.watchfire-build.json';
const consoleStamp = 'dist/.watchfire-console.json';
const cli = join(root, 'dist/apps/cli/src/main.js');

function sources() {
  return digest(
    treeDigest(
      ['apps', 'libs', 'tsconfig.base.json', 'tsconfig.build.json'],
      (path) => !path.endsWith('.spec.ts') && !path.startsWith('apps/console/'),
    ),
    textOf('package-lock.json'),
    textOf('scripts/lib/bundle.mjs'),
  );
}

function consoleSources() {
  return digest(
    treeDigest(['apps/console'], (path) => !/\.spec\.tsx?$/.test(path)),
    textOf('package-lock.json'),
  );
}

/**
 * Compiles apps and libs into dist/, puts the hub together in dist/start/, and bundles the console into dist/console/, each
 * unless nothing that goes into it has changed since.
 */
export async function ensureBuilt() {
  await ensureHub();
  await ensureConsole();
}

/** The threads alone, for tests that run from the sources. What is built besides is of other sources then, and is built anew when it is asked for. */
export async function ensureThreads() {
  if (readStamp(stampFile).sources === sources()) return;
  writeStamp(stampFile, {});
  const { bundleThreads } = await import('./bundle.mjs');
  await bundleThreads(root);
}

async function ensureHub() {
  const current = sources();
  if (readStamp(stampFile).sources === current) return;
  const start = performance.now();
  console.log('Building ...');
  for (const part of ['apps', 'libs', '.tsbuildinfo'])
    await rm(join(root, 'dist', part), { recursive: true, force: true });
  const code = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  if (code !== 0) throw new Error('the build failed');
  if (existsSync(cli)) chmodSync(cli, 0o755);
  // A start that builds nothing need not wait for the bundler.
  const { bundleHub, bundleThreads } = await import('./bundle.mjs');
  await Promise.all([bundleHub(), bundleThreads(root)]);
  writeStamp(stampFile, { sources: current });
  console.log(`Built in ${since(start)}.`);
}

async function ensureConsole() {
  const current = consoleSources();
  if (readStamp(consoleStamp).sources === current) return;
  const start = performance.now();
  console.log('Building the console ...');
  const code = await run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    'apps/console',
    '--configLoader',
    'native',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error('the build of the console failed');
  writeStamp(consoleStamp, { sources: current });
  console.log(`Built the console in ${since(start)}.`);
}
