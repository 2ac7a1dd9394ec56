import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleThreads } from '../../../scripts/lib/bundle.mjs';
import { CONFIG_FILE } from './copy.mjs';

const FLAGS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
/** A fault that stops everything has been noticed by nobody. Milliseconds. */
const PATIENCE = 180_000;
/** Code that cannot run, or a hook that fails, is not a test that found something. */
const NOT_FOUND_OUT = /^(HookFailure|SyntaxError|ReferenceError)\b/;

/** Jest's report of some tests in a copy of the checkout, or the last that it said where it ends without one. */
async function reportOf(folder, project, path) {
  const report = join(folder, 'jest.faults.json');
  rmSync(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...['--config', CONFIG_FILE, '--selectProjects', project, '--runInBand', '--forceExit'],
      ...['--cacheDirectory', join(folder, '.cache'), '--json', `--outputFile=${report}`],
      ...['--testPathPatterns', path],
    ],
    {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${FLAGS}`.trim() },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (data) => {
    said = (said + data).slice(-2_000);
  });
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const timer = setTimeout(stop, PATIENCE);
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(timer);
  process.off('exit', stop);
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { said };
  }
}

/**
 * Runs the tests of a suite, such as `unit libs/access`, in a copy of the checkout.
 * @returns `failed`: the first test that did not pass, if any; `broken`: why nothing can be said by it
 */
export async function runSuite(folder, suite) {
  const [project, path] = suite.split(' ');
  await bundleThreads(folder);
  const report = await reportOf(folder, project, path);
  if (!report.testResults)
    return { failed: null, broken: `it ended without a report: ${firstLine(report.said)}` };
  const files = report.testResults;
  const failed = files.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
  const broken = files.find(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  if (broken) return { failed: null, broken: firstLine(broken.message) };
  if (!failed) return { failed: null, broken: report.numPassedTests === 0 ? 'no such test' : null };
  const [why = ''] = failed.failureMessages;
  return NOT_FOUND_OUT.test(why)
    ? { failed: null, broken: firstLine(why) }
    : { failed: failed.fullName, broken: null };
}

const firstLine = (text) => text.trim().split('\n').slice(0, 3).join(' ').slice(0, 200);
