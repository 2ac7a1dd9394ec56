import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm, since } from './run.mjs';
import { digest, readStamp, root, textOf, writeStamp } from './stamp.mjs';

const stampFile = 'node_modules/.watchfire-install.json';

/** What an installation depends on: the lock, what package.json asks for, and the binary interface of this Node. */
function wanted() {
  const { dependencies, devDependencies, overrides } = JSON.parse(textOf('package.json'));
  return digest(
    textOf('package-lock.json'),
    JSON.stringify({ dependencies, devDependencies, overrides }),
    `${process.platform}-${process.arch}-${process.versions.modules}`,
  );
}

/** Records what node_modules now holds, with or without the development packages. */
export function recordInstall() {
  const development = Object.keys(JSON.parse(textOf('package.json')).devDependencies);
  const dev = development.every((name) => existsSync(join(root, 'node_modules', name)));
  writeStamp(stampFile, { wanted: wanted(), dev });
}

/**
 * Installs from the lock file, unless exactly that is installed already. `dev` asks for the development packages too; where they
 * were installed before they are kept.
 */
export async function ensureInstalled({ dev }) {
  const stamp = readStamp(stampFile);
  if (stamp.wanted === wanted() && (stamp.dev || !dev) && existsSync(join(root, 'node_modules'))) return;
  const start = performance.now();
  console.log('Installing packages from the lock file (the first time compiles SQLite; a minute or two) ...');
  const args = ['ci', '--loglevel=error', dev || stamp.dev ? '--include=dev' : '--omit=dev'];
  const code = await npm(args, { env: { ...process.env, NODE_ENV: '' } });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed with exit code ${code}`);
  console.log(`Installed in ${since(start)}.`);
}
