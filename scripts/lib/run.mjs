import { spawn } from 'node:child_process';
import { root } from './stamp.mjs';

/**
 * Runs a program in the checkout with this process's stdio.
 * Resolves to its exit code (128 + signal number's place is taken by 1 when a signal ended it).
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Runs npm itself: the one that started this script where there is one. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  return cli ? run(process.execPath, [cli, ...args], options) : run('npm', args, options);
}

/** '12.3 s' since a `performance.now()` reading. */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
