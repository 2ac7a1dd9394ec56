import { chmodSync, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, since } from './run.mjs';
import { digest, readStamp, root, textOf, treeDigest, writeStamp } from './stamp.mjs';

const stampFile = 'dist/.watchfire-build.json';
const cli = join(root, 'dist/apps/cli/src/main.js');

function sources() {
  return digest(
    treeDigest(
      ['apps', 'libs', 'tsconfig.base.json', 'tsconfig.build.json'],
      (path) => !path.endsWith('.spec.ts'),
    ),
    JSON.stringify(JSON.parse(textOf('package.json')).dependencies),
  );
}

/** Compiles apps and libs into dist/, unless nothing that goes into it has changed since. */
export async function ensureBuilt() {
  const current = sources();
  if (readStamp(stampFile).sources === current) return;
  const start = performance.now();
  console.log('Building ...');
  await rm(join(root, 'dist'), { recursive: true, force: true });
  const code = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  if (code !== 0) throw new Error('the build failed');
  if (existsSync(cli)) chmodSync(cli, 0o755);
  writeStamp(stampFile, { sources: current });
  console.log(`Built in ${since(start)}.`);
}
