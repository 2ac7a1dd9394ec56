import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** SHA-256 of the given strings, in hex. */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** A file's text under the checkout, or '' when there is none. */
export function textOf(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * One digest over path, size and modification time of the files below `paths` that `keep` accepts.
 * Cheap enough for every start: no file is read.
 */
export function treeDigest(paths, keep = () => true) {
  const rows = [];
  const visit = (path) => {
    const info = statSync(join(root, path), { throwIfNoEntry: false });
    if (!info) return;
    if (!info.isDirectory()) {
      if (keep(path)) rows.push(`${path}\0${info.size}\0${info.mtimeMs}`);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) {
      if (name !== 'node_modules' && name !== 'dist') visit(`${path}/${name}`);
    }
  };
  for (const path of paths) visit(path);
  return digest(...rows);
}

/** The JSON last written to a stamp file, or {} when it is absent or unreadable. */
export function readStamp(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return {};
  }
}

export function writeStamp(path, value) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}
