import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE } from './copy.mjs';

const FLAGS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
/** A fault that stops everything has been noticed by nobody. Milliseconds. */
const PATIENCE = 180_000;
/** Code that cannot run, or a hook that fails, is not a test that found something. */
const NOT_FOUND_OUT = /^(HookFailure|SyntaxError|ReferenceError)\b/;

/** Jest's report of some tests in a copy of the checkout; null where it ends without one. */
async function reportOf(folder, project, path) {
  const report = join(folder, 'jest.faults.json');
  rmSync(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...['--config', CONFIG_FILE, '--selectProjects', project, '--runInBand', '--bail', '--forceExit'],
      ...['--cacheDirectory', join(folder, '.cache'), '--json', `--outputFile=${report}`],
      ...['--testPathPatterns', path],
    ],
    {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${FLAGS}`.trim() },
      stdio: 'ignore',
    },
  );
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const timer = setTimeout(stop, PATIENCE);
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(timer);
  process.off('exit', stop);
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs the tests of a suite, such as `unit libs/access`, in a copy of the checkout.
 * @returns `passed`: how many did; `failed`: the first test that did not; `broken`: why nothing can be said by it
 */
export async function runSuite(folder, suite) {
  const [project, path] = suite.split(' ');
  const report = await reportOf(folder, project, path);
  if (report === null) return { passed: 0, failed: null, broken: 'it ended without a report' };
  const files = report.testResults;
  const failed = files.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
  const broken = files.find(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  if (broken) return { passed: 0, failed: null, broken: firstLine(broken.message) };
  if (!failed) {
    const nothing = report.numPassedTests === 0 ? 'no such test' : null;
    return { passed: report.numPassedTests, failed: null, broken: nothing };
  }
  const [why = ''] = failed.failureMessages;
  if (NOT_FOUND_OUT.test(why)) return { passed: 0, failed: null, broken: firstLine(why) };
  return { passed: report.numPassedTests, failed: failed.fullName, broken: null };
}

const firstLine = (text) => text.trim().split('\n').slice(0, 3).join(' ').slice(0, 200);
