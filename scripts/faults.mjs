import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyCheckout } from '../test/faults/run/copy.mjs';
import { withFault } from '../test/faults/run/match.mjs';
import { runSuite } from '../test/faults/run/suite.mjs';
import { FAULTS } from '../test/faults/table.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { since } from './lib/run.mjs';
import { root } from './lib/stamp.mjs';

/*
 * npm run faults                    puts each fault into a copy of the checkout by itself, and runs the tests that must notice it
 * npm run faults -- --only TEXT     only the faults whose name has this text in it; may be given more than once
 * npm run faults -- --list          names them
 * npm run faults -- --jobs N        works on N copies at once; 1 by default
 * The last line is `N caught, N survived`; the command fails unless all are caught.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    jobs: { type: 'string', default: '1' },
  },
});
const chosen = FAULTS.filter(({ name }) => !values.only || values.only.some((text) => name.includes(text)));
const jobs = Number(values.jobs);

/** Whether a suite passes without any fault, asked once for each: one that fails anyway would notice everything. */
const sound = new Map();
function passesWithout(folder, suite) {
  if (!sound.has(suite)) sound.set(suite, runSuite(folder, suite));
  return sound.get(suite);
}

/** What became of a fault: `caught` by which test, or why it was not. */
async function tryOut(folder, fault) {
  for (const suite of fault.caughtBy) {
    const { failed, broken } = await passesWithout(folder, suite);
    if (failed ?? broken) return { why: `${suite} does not pass without it: ${failed ?? broken}` };
  }
  const file = join(folder, fault.file);
  const whole = readFileSync(file, 'utf8');
  let why = 'every test passed';
  try {
    writeFileSync(file, withFault(whole, fault));
    for (const suite of fault.caughtBy) {
      const { failed, broken } = await runSuite(folder, suite);
      if (failed) return { caught: `${suite}: ${failed}` };
      if (broken) why = `${suite} did not run: ${broken}`;
    }
  } catch (error) {
    why = error.message;
  } finally {
    writeFileSync(file, whole);
  }
  return { why };
}

async function work(queue, total) {
  const copy = copyCheckout(root);
  process.once('exit', copy.remove);
  try {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const start = performance.now();
      const { caught, why } = await tryOut(copy.folder, fault);
      total[caught ? 'caught' : 'survived'] += 1;
      console.log(
        `${caught ? 'caught  ' : 'SURVIVED'} ${fault.name}\n         ${caught ?? why} (${since(start)})`,
      );
    }
  } finally {
    copy.remove();
  }
}

if (values.list) for (const { name, file } of chosen) console.log(`${name}\n         ${file}`);
else if (chosen.length === 0 || !(jobs >= 1)) {
  console.error(chosen.length === 0 ? 'There is no fault of that name.' : 'Give --jobs a number from 1.');
  process.exitCode = 2;
} else {
  await ensureInstalled({ dev: true });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const total = { caught: 0, survived: 0 };
  const queue = [...chosen];
  await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, () => work(queue, total)));
  console.log(`\n${total.caught} caught, ${total.survived} survived`);
  process.exitCode = total.survived > 0 ? 1 : 0;
}
