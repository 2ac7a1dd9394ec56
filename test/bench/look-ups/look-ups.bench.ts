import { principalOf, type Viewer } from '#access';
import { AddIndicators, LookUp, readDetails, readSubject, type ToAdd } from '#indicators';
import { Database, readConfig } from '#platform';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { community } from '../data/community.js';
import { fill } from '../data/fill.js';
import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';
import { openBareJoin } from './bare-join.js';
import { openIndicators } from './open-indicators.js';

const PROMISE = 0.4;
const ASKED = 10_000;
const AT_ONCE = 1_000;
const NOW = '2026-11-03T12:00:00.000Z';
const WHOLE = { indicators: 100_000, rounds: 40 };
const QUICK = { indicators: 20_000, rounds: 10 };

interface Cell {
  readonly engine: string;
  readonly found: number;
  /** Milliseconds of each round. */
  readonly join: number[];
  readonly own: number[];
}

/** Ten thousand values looked up in one call, of which half are known, beside one indexed join; in turns, in one process. */
export const bench: Bench = async (options) => {
  const plan = options.quick ? QUICK : WHOLE;
  const cells: Cell[] = [];
  for (const engine of options.engines) cells.push(await onEngine(engine, plan, options));
  return reportOf(cells, plan);
};

/** An address that is public, and the same for the same number. */
const address = (index: number): string =>
  `${45 + (index >> 22)}.${(index >> 14) & 255}.${(index >> 6) & 255}.${((index & 63) << 2) | 1}`;

async function onEngine(engine: BenchEngine, plan: typeof WHOLE, { say }: BenchOptions): Promise<Cell> {
  const place = await engine.place();
  try {
    const config = readConfig({ NODE_ENV: 'test', WATCHFIRE_DEMO: 'off', ...place.env });
    const people = community(100);
    await fill({ config, community: people, publications: 1_000, whole: false });
    const app = await openIndicators(config);
    const bare = await openBareJoin(config.database);
    try {
      const releaser = people.readers.find(({ viewer }) => viewer.roles.includes('RELEASER'));
      const viewer = releaser?.viewer as Viewer;
      const principal = principalOf(viewer);
      const adding = app.get(AddIndicators, { strict: false });
      const audience = { regions: [viewer.member.jurisdiction[0] ?? 'US'] };
      for (let from = 0; from < plan.indicators; from += AT_ONCE)
        await adding.together(principal, { audience }, some(from));
      if (config.database.dialect === 'postgres')
        await app.get(Database, { strict: false }).write((tx) => tx.manager.query('ANALYZE'));
      say(`${engine.name}: ${plan.indicators.toLocaleString('en')} indicators`);
      const looking = app.get(LookUp, { strict: false });
      const step = (2 * plan.indicators) / ASKED;
      const values = Array.from({ length: ASKED }, (_, index) => address(Math.floor(index * step)));
      const cell: Cell = { engine: engine.name, found: await bare.lookUp(values), join: [], own: [] };
      for (let turn = 0; turn < plan.rounds; turn += 1) {
        cell.join.push(await timed(() => bare.lookUp(values)));
        cell.own.push(await timed(() => looking.of(principal, values)));
      }
      return cell;
    } finally {
      await bare.close();
      await app.close();
    }
  } finally {
    await place.remove();
  }
}

const some = (from: number): ToAdd[] =>
  Array.from({ length: AT_ONCE }, (_, index) => ({
    subject: readSubject({ value: address(from + index) }, []),
    details: readDetails({}, [], NOW),
    dated: true,
  }));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function reportOf(cells: readonly Cell[], { indicators, rounds }: typeof WHOLE): Report {
  return {
    name: 'look-ups',
    title: `${ASKED.toLocaleString('en')} look-ups in one call among ${indicators.toLocaleString('en')} indicators`,
    notes: [
      'Beside one indexed SQL join of the same values by hand, which asks nothing of who may see what; both in one process, in turns.',
      `Medians of ${rounds} rounds. Half of the values are known.`,
    ],
    tables: [
      {
        title: 'Milliseconds',
        columns: ['', 'found', 'join', 'looked up', 'look-ups a second'],
        rows: cells.map(({ engine, found, join, own }) => [
          engine,
          found,
          round(median(join)),
          round(median(own)),
          Math.round((ASKED / median(own)) * 1_000),
        ]),
      },
    ],
    promises: cells.map(({ engine, join, own }) => {
      const measured = round(median(join) / median(own));
      return {
        what: `${engine}: look-ups a second, beside the join`,
        promise: `at least ${PROMISE}`,
        measured,
        kept: measured >= PROMISE,
      };
    }),
    charts: [],
    raw: { cells },
  };
}
