import { join } from 'node:path';
import config from '../../jest.config.mjs';
import { suitesOf } from './suites.mjs';

const root = join(import.meta.dirname, '../..');

/** A pattern of Jest's that begins in the checkout's folder, as one of paths in it. */
const inCheckout = (pattern) => new RegExp(pattern.replace('<rootDir>/', '^'));

const runsOnDatabase = (path) => path.startsWith('test/') || path.endsWith('.db.spec.ts');

/** Of each project the places of its specs, which of them it leaves out, and its suites in their place. */
function grouped(project) {
  const { displayName, testPathIgnorePatterns } = project;
  if (displayName.startsWith('browser')) return { ...project, rootDir: root };
  const left = testPathIgnorePatterns.map(inCheckout);
  const testMatch = suitesOf({
    root,
    folder: join(root, 'reports/suites', displayName),
    places: ['apps', 'libs', 'test'],
    isOurs: (path) =>
      runsOnDatabase(path) === (displayName !== 'unit') && !left.some((pattern) => pattern.test(path)),
  });
  return {
    ...project,
    rootDir: root,
    testMatch,
    testPathIgnorePatterns: [],
  };
}

/** All tests at once, which loads the code once for several specs: `jest.config.mjs` runs each by itself. */
export default { ...config, rootDir: root, projects: config.projects.map(grouped) };
