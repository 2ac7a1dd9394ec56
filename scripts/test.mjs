import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run, since } from './lib/run.mjs';

/*
 * npm test               every check and every test, one stage after another
 * npm test -- ARGUMENTS  Jest alone, with these arguments: a path, --selectProjects sqlite, -t 'name' ...
 * The last line is `N passed, N failed, N skipped`; a check counts as one.
 */
const folder = mkdtempSync(join(tmpdir(), 'watchfire-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

async function check(script, args) {
  const passed = (await run(process.execPath, [script, ...args])) === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs Jest and counts from its own report: a file that does not load is a failure, and so is a Jest that ends badly without one. */
async function jest(args) {
  const report = join(folder, 'jest.json');
  rmSync(report, { force: true });
  const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() };
  const fixed = ['--passWithNoTests', '--json', `--outputFile=${report}`];
  const code = await run(process.execPath, ['node_modules/jest/bin/jest.js', ...fixed, ...args], {
    env,
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

const whole = (...projects) => jest(['--config', 'scripts/jest/whole.mjs', '--selectProjects', ...projects]);

const stages = [
  ['format and lint', () => check('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['types', () => check('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json'])],
  ...['apps/console', 'test/browser', 'test/bench', 'test/noninterference'].map((place) => [
    `types of ${place}`,
    () => check('node_modules/typescript/bin/tsc', ['-p', `${place}/tsconfig.json`, '--noEmit']),
  ]),
  [
    'boundaries',
    () =>
      check('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'libs',
        'test',
      ]),
  ],
  ['contract', () => check('scripts/check-contract.mjs', [])],
  ['documents', () => check('scripts/check-docs.mjs', [])],
  ['unit tests', () => whole('unit')],
  ['in a browser', () => whole('browser')],
  ['end to end on SQLite and on PostgreSQL', () => whole('sqlite', 'postgres')],
];

async function stage(name, work, place) {
  const start = performance.now();
  console.log(`\n== ${place}${name}`);
  const result = await work();
  for (const key of Object.keys(total)) total[key] += result[key];
  console.log(`== ${name}: ${result.failed === 0 ? 'passed' : 'FAILED'} in ${since(start)}`);
}

try {
  await ensureInstalled({ dev: true });
  const chosen = process.argv.slice(2);
  if (chosen.length > 0) {
    await stage('tests', () => jest(chosen), '');
  } else {
    await ensureBuilt();
    for (const [index, [name, work]] of stages.entries())
      await stage(name, work, `${index + 1}/${stages.length} `);
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
