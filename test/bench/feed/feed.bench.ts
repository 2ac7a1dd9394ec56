import { principalOf } from '#access';
import { type Config, readConfig } from '#platform';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { type Community, community, type Reader } from '../data/community.js';
import { fill } from '../data/fill.js';
import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';
import { type OpenFeed, openFeed } from './open-feed.js';

const PROMISE = 1.3;
const PAGE = 20;
/** How many entries lie before the page that is deep in the feed. */
const DEEP = 2000;
const PAGES = ['first page', `after ${DEEP} entries`] as const;
type Page = (typeof PAGES)[number];

interface Plan {
  /** Publications of the small and of the large database. */
  readonly sizes: readonly [number, number];
  /** Connections are opened anew for each sitting: some are slow for as long as they live. */
  readonly sittings: number;
  readonly rounds: number;
  /** Calls of a round, of which the middle one counts. */
  readonly calls: number;
}

const WHOLE: Plan = { sizes: [10_000, 1_000_000], sittings: 5, rounds: 8, calls: 15 };
const QUICK: Plan = { sizes: [10_000, 100_000], sittings: 2, rounds: 4, calls: 9 };

/** One reader's page: microseconds of each round, for the small and for the large database. */
interface Cell {
  readonly engine: string;
  readonly reader: string;
  readonly page: Page;
  readonly small: number[];
  readonly large: number[];
}

/** A page of the feed at two sizes of the database, through the publications library. */
export const bench: Bench = async (options) => {
  const plan = options.quick ? QUICK : WHOLE;
  const people = community(10_000);
  const cells: Cell[] = [];
  for (const engine of options.engines) cells.push(...(await onEngine(engine, people, plan, options)));
  return reportOf(cells, plan);
};

async function onEngine(
  engine: BenchEngine,
  people: Community,
  plan: Plan,
  { say }: BenchOptions,
): Promise<Cell[]> {
  const places = await Promise.all([engine.place(), engine.place()]);
  try {
    const configs: Config[] = [];
    for (const [place, publications] of plan.sizes.entries()) {
      const start = performance.now();
      const config = readConfig({ NODE_ENV: 'test', WATCHFIRE_DEMO: 'off', ...places[place]?.env });
      await fill({ config, community: people, publications, whole: false });
      configs.push(config);
      say(`${engine.name}: ${publications.toLocaleString('en')} publications in ${seconds(start)}`);
    }
    const cells = people.readers.flatMap(({ name }) =>
      PAGES.map((page): Cell => ({ engine: engine.name, reader: name, page, small: [], large: [] })),
    );
    for (let sitting = 1; sitting <= plan.sittings; sitting += 1) {
      say(`${engine.name}: sitting ${sitting} of ${plan.sittings}`);
      await sit(configs as [Config, Config], people.readers, cells, plan);
    }
    return cells;
  } finally {
    for (const place of places) await place.remove();
  }
}

async function sit(
  configs: readonly [Config, Config],
  readers: readonly Reader[],
  cells: readonly Cell[],
  plan: Plan,
): Promise<void> {
  const feeds = [await openFeed(configs[0]), await openFeed(configs[1])] as const;
  try {
    const calls = new Map<Cell, readonly [Call, Call]>();
    for (const cell of cells) {
      const reader = readers.find(({ name }) => name === cell.reader) as Reader;
      calls.set(cell, [await callOf(feeds[0], reader, cell.page), await callOf(feeds[1], reader, cell.page)]);
    }
    for (const both of calls.values()) for (const call of both) await timed(call, plan.calls);
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const [cell, [small, large]] of calls) {
        const smallFirst = round % 2 === 0;
        if (smallFirst) cell.small.push(await timed(small, plan.calls));
        cell.large.push(await timed(large, plan.calls));
        if (!smallFirst) cell.small.push(await timed(small, plan.calls));
      }
    }
  } finally {
    for (const { close } of feeds) await close();
  }
}

type Call = () => Promise<unknown>;

async function callOf({ feed }: OpenFeed, { name, viewer }: Reader, page: Page): Promise<Call> {
  const principal = principalOf(viewer);
  let after: string | null = null;
  for (let passed = 0; page !== 'first page' && passed < DEEP; passed += 100) {
    after = (await feed.page(principal, { first: 100, after })).pageInfo.endCursor;
  }
  const wish = { first: PAGE, after };
  const { edges } = await feed.page(principal, wish);
  if (edges.length !== PAGE)
    throw new Error(`The ${name} sees ${edges.length} publications there, not ${PAGE}.`);
  return () => feed.page(principal, wish);
}

/** Microseconds of the middle one of so many calls, one after another. */
async function timed(call: Call, count: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(0)} s`;

function reportOf(cells: readonly Cell[], { sizes, sittings, rounds, calls }: Plan): Report {
  const [small, large] = sizes.map((size) => size.toLocaleString('en')) as [string, string];
  const found = cells.map((cell) => {
    const [a, b] = [median(cell.small), median(cell.large)];
    return { ...cell, a, b, ratio: b / a };
  });
  const engines = [...new Set(cells.map(({ engine }) => engine))];
  const ratioOf = (engine: string) => {
    const first = found.filter((cell) => cell.engine === engine && cell.page === 'first page');
    return round(median(first.map(({ ratio }) => ratio)));
  };
  return {
    name: 'feed',
    title: `A page of ${PAGE} of the feed at ${small} and at ${large} publications`,
    notes: [
      'Through the publications library: the statement for the page, publishers and regions, views; no HTTP.',
      `Medians of ${sittings * rounds} rounds of ${calls} calls, sizes taken in turns, connections opened anew ${sittings} times.`,
    ],
    tables: [
      {
        title: 'Microseconds a page',
        columns: ['engine', 'reader', 'page', small, large, 'ratio'],
        rows: found.map(({ engine, reader, page, a, b, ratio }) => [
          engine,
          reader,
          page,
          Math.round(a),
          Math.round(b),
          round(ratio),
        ]),
      },
    ],
    promises: engines.map((engine) => {
      const measured = ratioOf(engine);
      const what = `${engine}: first page at ${large} over ${small}, median of the readers`;
      return { what, promise: `at most ${PROMISE}`, measured, kept: measured <= PROMISE };
    }),
    charts: [
      {
        title: `A page of ${PAGE} of the feed`,
        unit: 'microseconds',
        series: [small, large],
        groups: found
          .filter(({ page }) => page === 'first page')
          .map(({ engine, reader, a, b }) => ({ name: `${engine}, ${reader}`, values: [a, b] })),
      },
    ],
    raw: cells,
  };
}
