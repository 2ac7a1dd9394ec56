import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';
import { enginesOf } from './engines.js';
import { benchFeed } from './feed/feed.bench.js';
import { benchHttp } from './http/http.bench.js';
import { publishReport } from './report/report.js';

const BENCHES: Readonly<Record<string, Bench>> = { feed: benchFeed, http: benchHttp };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    engine: { type: 'string' },
  },
});

const chosen = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  throw new Error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
}

const reports = join(process.cwd(), 'reports/bench');
const engines = enginesOf({
  folder: process.env.WATCHFIRE_BENCH_DIR,
  postgresUrl: process.env.WATCHFIRE_BENCH_POSTGRES_URL,
}).filter(({ name }) => !values.engine || name.toLowerCase().startsWith(values.engine));
const began = performance.now();
const say = (what: string) =>
  console.log(`[${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s] ${what}`);

for (const name of chosen) {
  const bench = BENCHES[name] as Bench;
  publishReport(
    await bench({ quick: values.quick, profile: values.profile, engines, reports, say }),
    reports,
  );
}
