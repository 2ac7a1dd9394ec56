import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Bench } from '../bench.js';
import { median, round } from '../report/statistics.js';

const PROMISE = 5;
const COMMAND = join(process.cwd(), 'dist/apps/cli/src/main.js');
const WHOLE = 40;
const QUICK = 10;

/** How long the command line takes before it can do anything, beside Node starting with nothing to do; in turns. */
export const bench: Bench = async ({ quick, say }) => {
  const rounds = quick ? QUICK : WHOLE;
  const node: number[] = [];
  const own: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    node.push(await timed(['--eval', '0']));
    own.push(await timed([COMMAND, '--help']));
  }
  say(`${rounds} starts of each`);
  const measured = round(median(own) / median(node));
  return {
    name: 'cli',
    title: 'Starting the command line',
    notes: ['`watchfire --help` beside `node --eval 0`, each a process of its own, in turns.'],
    tables: [
      {
        title: 'Milliseconds, median',
        columns: ['node', 'watchfire --help'],
        rows: [[round(median(node)), round(median(own))]],
      },
    ],
    promises: [
      {
        what: 'a start of the command line, in starts of Node',
        promise: `at most ${PROMISE}`,
        measured,
        kept: measured <= PROMISE,
      },
    ],
    charts: [],
    raw: { node, own },
  };
};

async function timed(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}.`);
  return performance.now() - start;
}
