import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureThreads } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run, since } from './lib/run.mjs';
import { root } from './lib/stamp.mjs';

/*
 * npm test               every check and every test, one stage after another
 * npm test -- ARGUMENTS  Jest alone, with these arguments: a path, --selectProjects sqlite, -t 'name' ...; built before, where a
 *                        test may start what is built
 * The last line is `N passed, N failed, N skipped`; a check counts as one.
 */
const TSC = 'node_modules/typescript/bin/tsc';
const folder = mkdtempSync(join(tmpdir(), 'watchfire-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Says what it has to say when it is done: others run beside it. */
async function check(name, script, args) {
  const start = performance.now();
  const said = join(folder, name.replaceAll('/', '-'));
  const file = openSync(said, 'w');
  const code = await run(process.execPath, [script, ...args], { stdio: ['ignore', file, file] });
  closeSync(file);
  process.stdout.write(readFileSync(said));
  console.log(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${since(start)}`);
  total[code === 0 ? 'passed' : 'failed'] += 1;
}

/** One program for each processor. */
async function checkAll() {
  const waiting = [...checks];
  const takeTurns = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns));
}

const JEST = 'node_modules/jest/bin/jest.js';

/** Runs Jest and counts from its own report: a file that does not load is a failure, and so is a Jest that ends badly without one. */
async function jest(args) {
  const report = join(folder, 'jest.json');
  rmSync(report, { force: true });
  const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() };
  const fixed = ['--passWithNoTests', '--json', `--outputFile=${report}`];
  const code = await run(process.execPath, [JEST, ...fixed, ...args], {
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

/** Whether some of the tests are such as may start what is built: all but those that lie beside what they test. */
function needBuild(args) {
  const list = spawnSync(process.execPath, [JEST, '--listTests', ...args], { cwd: root, encoding: 'utf8' });
  return list.stdout.split('\n').some((path) => path.startsWith(join(root, 'test')));
}

const whole = (...args) => jest(['--config', 'scripts/jest/whole.mjs', '--selectProjects', ...args]);

/** The longest first. */
const checks = [
  ['types', TSC, ['-p', 'tsconfig.json']],
  [
    'boundaries',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
  ],
  ...['test/bench', 'test/noninterference', 'apps/console', 'test/browser'].map((place) => [
    `types of ${place}`,
    TSC,
    ['-p', `${place}/tsconfig.json`, '--noEmit'],
  ]),
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
  ['contract', 'scripts/check-contract.mjs', []],
  ['documents', 'scripts/check-docs.mjs', []],
];

/** What is done in a browser waits more than it works. */
const stages = [
  ['unit tests', () => whole('unit')],
  ['in a browser', () => whole('browser', 'browser-changed-over', '--maxWorkers=150%')],
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
    await (needBuild(chosen) ? ensureBuilt() : ensureThreads());
    await stage('tests', () => jest(chosen), '');
  } else {
    await ensureBuilt();
    console.log(`\n== 1/${stages.length + 1} checks`);
    await checkAll();
    for (const [index, [name, work]] of stages.entries())
      await stage(name, work, `${index + 2}/${stages.length + 1} `);
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
