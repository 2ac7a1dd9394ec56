import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Jest as in the checkout, except that a file of tests ends with its first failure, which is not made smaller. */
const CONFIG = `
import jest from './jest.config.mjs';
const to = (project) => ({
  ...project,
  testEnvironment: '<rootDir>/test/faults/run/environment.mjs',
  setupFiles: [...(project.setupFiles ?? []), '<rootDir>/test/faults/run/first-example.mjs'],
});
export default { ...jest, projects: jest.projects.map(to) };
`;

export const CONFIG_FILE = 'jest.faults.config.mjs';

/** Copies the checkout as it is now, with what is not committed, into a new folder. @returns the folder, and how to remove it */
export function copyCheckout(root) {
  const folder = mkdtempSync(join(tmpdir(), 'watchfire-faults-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const path of new Set(listed.split('\0'))) {
      if (path === '' || !existsSync(join(root, path))) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(root, path), join(folder, path));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    writeFileSync(join(folder, CONFIG_FILE), CONFIG);
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
