import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './stamp.mjs';

/** What a process runs beside its main thread, each by the name of its file in dist/threads/. */
const THREADS = { webhooks: 'libs/delivery/webhooks/posting/thread.ts' };

/**
 * What stays in node_modules: what holds a binary or finds its own files beside itself, what loads drivers by their names
 * (TypeORM), and what others that stay load too, as there must be one of it (graphql, fastify).
 */
const APART = [
  '@fastify/static',
  '@node-rs/argon2',
  'altair-static',
  'better-sqlite3',
  'fastify',
  'graphql',
  'pg',
  'typeorm',
  'ws',
];

const isApart = (id) => APART.some((name) => id === name || id.startsWith(`${name}/`));

/** Nest asks for packages that a hub may do without, and goes on where there is none. */
function report(level, log, print) {
  if (log.code !== 'UNRESOLVED_IMPORT') print(level, log);
}

/**
 * Puts the compiled hub and the packages that it loads into a few files, dist/start/: finding, reading and linking more than
 * 3,000 modules one by one takes longer than all else that a start does.
 */
export async function bundleHub() {
  const dir = join(root, 'dist/start');
  await rm(dir, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: { hub: 'dist/apps/hub/src/main.js' },
    platform: 'node',
    external: isApart,
    onLog: report,
  });
  await bundle.write({
    dir,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    keepNames: true,
  });
  await bundle.close();
}

/**
 * Puts each thread's program, with what it loads, into one file, dist/threads/: it starts in no time, and beside sources that are
 * not compiled, as in tests.
 * @param folder the checkout, or a copy
 */
export async function bundleThreads(folder) {
  const bundle = await rolldown({
    cwd: folder,
    input: THREADS,
    platform: 'node',
    resolve: {
      alias: { '#platform/outgoing': join(folder, 'libs/platform/outgoing/index.ts') },
      extensionAlias: { '.js': ['.ts', '.js'] },
    },
  });
  await bundle.write({
    dir: join(folder, 'dist/threads'),
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    keepNames: true,
  });
  await bundle.close();
}
