import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { principalOf, type Viewer } from '#access';
import { TakeBundle } from '#imports';
import { readConfig } from '#platform';
import type { Bench, BenchEngine } from '../bench.js';
import { community } from '../data/community.js';
import { fill } from '../data/fill.js';
import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';
import { bundleChunks, bundleText } from './bundle.js';
import { openIntake } from './open-intake.js';

const PROMISE = 0.4;
/** The most memory that taking in the larger bundle may need beyond the smaller one. */
const MEMORY_PROMISE = 1.5;
const WHOLE = { objects: 100_000, rounds: 5 };
const QUICK = { objects: 25_000, rounds: 2 };

/** Taking a bundle in beside parsing it whole and inserting the same rows by hand, in turns, in one process, on SQLite. */
export const bench: Bench = async ({ quick, engines, say }) => {
  const { objects, rounds } = quick ? QUICK : WHOLE;
  const engine = engines.find(({ name }) => name === 'SQLite');
  if (!engine) return report(objects, [], [], [1, 1]);
  const bare: number[] = [];
  const own: number[] = [];
  const peaks: [number, number] = [0, 0];
  for (let turn = 0; turn < rounds; turn += 1) {
    bare.push(await timedBare(engine, objects));
    const taken = await timedOwn(engine, objects);
    own.push(taken.seconds);
    peaks[1] = Math.max(peaks[1], taken.peak);
    peaks[0] = Math.max(peaks[0], (await timedOwn(engine, objects / 10)).peak);
    say(`round ${turn + 1} of ${rounds}`);
  }
  return report(objects, bare, own, peaks);
};

async function timedBare(engine: BenchEngine, objects: number): Promise<number> {
  const place = await engine.place();
  const text = bundleText(objects);
  const database = new BetterSqlite(join(place.env.WATCHFIRE_DATA_DIR ?? '', 'bare.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE part (document TEXT, ordinal INTEGER, object_id TEXT, type TEXT, body TEXT, PRIMARY KEY (document, ordinal)); CREATE INDEX part_object ON part (document, object_id)',
  );
  const insert = database.prepare('INSERT INTO part VALUES (?, ?, ?, ?, ?)');
  const start = performance.now();
  const { objects: parsed } = JSON.parse(text) as { objects: { id: string; type: string }[] };
  const put = database.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const object = parsed[at] as { id: string; type: string };
      insert.run('d', at, object.id, object.type, JSON.stringify(object));
    }
  });
  for (let from = 0; from < parsed.length; from += 1_000) put(from, Math.min(parsed.length, from + 1_000));
  const seconds = (performance.now() - start) / 1_000;
  database.close();
  await place.remove();
  return seconds;
}

async function timedOwn(engine: BenchEngine, objects: number): Promise<{ seconds: number; peak: number }> {
  const place = await engine.place();
  const config = readConfig({ NODE_ENV: 'test', WATCHFIRE_DEMO: 'off', ...place.env });
  const people = community(100);
  await fill({ config, community: people, publications: 10, whole: false });
  const { app, close } = await openIntake(config);
  try {
    const { viewer } = people.readers.find((reader) => reader.viewer.roles.includes('AUTHOR')) ?? {};
    const principal = { ...principalOf(viewer ?? null), viewer: viewer as Viewer };
    const settings = {
      dryRun: false,
      release: false,
      tlp: null,
      atLeast: null,
      kind: null,
      regions: [],
      memberKinds: [],
      groupIds: [],
      anonymous: false,
    };
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = 0;
    const start = performance.now();
    for await (const _ of app
      .get(TakeBundle, { strict: false })
      .take(principal, bundleChunks(objects), settings))
      peak = Math.max(peak, process.memoryUsage().rss - before);
    return { seconds: (performance.now() - start) / 1_000, peak };
  } finally {
    await close();
    await place.remove();
  }
}

function report(
  objects: number,
  bare: readonly number[],
  own: readonly number[],
  [small, large]: [number, number],
): Report {
  const count = objects.toLocaleString('en');
  const measured = own.length > 0 ? round(median(bare) / median(own)) : 0;
  const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
  return {
    name: 'intake',
    title: `Taking in a bundle of ${count} objects`,
    notes: [
      'Beside a program that parses the whole bundle and inserts the same rows in transactions of as many; both in one process, in turns, on SQLite.',
      `Medians of ${own.length} rounds. The hub reads the bundle as it arrives, holds each object to the standard, and keeps its text.`,
    ],
    tables: [
      {
        title: 'Seconds',
        columns: ['', 'median', 'objects a second'],
        rows: [
          ['parse and insert', round(median(bare)), Math.round(objects / median(bare))],
          ['taken in', round(median(own)), Math.round(objects / median(own))],
        ],
      },
      {
        title: 'Most memory beyond what it was before, MiB',
        columns: ['a tenth of the objects', 'all'],
        rows: [[megabytes(small), megabytes(large)]],
      },
    ],
    promises: [
      {
        what: 'objects a second, beside parse and insert',
        promise: `at least ${PROMISE}`,
        measured,
        kept: measured >= PROMISE,
      },
      {
        what: 'memory, beside a tenth of the objects',
        promise: `at most ${MEMORY_PROMISE} times`,
        measured: round(large / small),
        kept: large / small <= MEMORY_PROMISE,
      },
    ],
    charts: [],
    raw: { bare, own },
  };
}
