import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';
import { enginesOf } from './engines.js';
import { publishReport } from './report/report.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    engine: { type: 'string', default: '' },
  },
});

/** A bench is a folder NAME with a file `NAME.bench.ts`, which exports `bench`. */
const fileOf = (name: string): string => join(import.meta.dirname, name, `${name}.bench.js`);
const names = readdirSync(import.meta.dirname).filter((name) => existsSync(fileOf(name)));

async function runBenches(chosen: readonly string[]): Promise<void> {
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no bench ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  }
  const { quick, profile, engine } = values;
  const { WATCHFIRE_BENCH_DIR: folder, WATCHFIRE_BENCH_POSTGRES_URL: postgresUrl } = process.env;
  const engines = enginesOf({ folder, postgresUrl }).filter(({ name }) =>
    name.toLowerCase().startsWith(engine),
  );
  const reports = join(process.cwd(), 'reports/bench');
  const began = performance.now();
  const say = (what: string) =>
    console.log(`[${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s] ${what}`);
  for (const name of chosen) {
    const { bench } = (await import(fileOf(name))) as { bench: Bench };
    say(`${name} ...`);
    publishReport(await bench({ quick, profile, engines, reports, say }), reports);
  }
}

// What was started is ended as this process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  await runBenches(positionals.length > 0 ? positionals : names);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
