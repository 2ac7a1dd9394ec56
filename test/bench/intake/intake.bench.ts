import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bench, BenchEngine } from '../bench.js';
import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';
import { bundleChunks } from './bundle.js';
import type { Measured, Turn } from './turn.js';

const PROMISE = 0.4;
/** How much more memory four times as many objects may need. */
const MEMORY_PROMISE = 1.5;
const WHOLE = { objects: 100_000, rounds: 3 };
const QUICK = { objects: 20_000, rounds: 1 };
/** The smaller bundle has a quarter of the objects. */
const SMALLER = 4;

interface OnEngine {
  readonly name: BenchEngine['name'];
  readonly bare: Measured[];
  readonly own: Measured[];
  readonly smaller: Measured[];
}

/** Taking a bundle in, beside parsing it whole and inserting the same rows by hand, in turns. */
export const bench: Bench = async ({ quick, engines, say }) => {
  const { objects, rounds } = quick ? QUICK : WHOLE;
  const folder = mkdtempSync(join(tmpdir(), 'watchfire-intake-'));
  try {
    const [large, small] = [join(folder, 'large.json'), join(folder, 'small.json')];
    await pipeline(Readable.from(bundleChunks(objects)), createWriteStream(large));
    await pipeline(Readable.from(bundleChunks(objects / SMALLER)), createWriteStream(small));
    const found: OnEngine[] = [];
    for (const engine of engines) {
      const on: OnEngine = { name: engine.name, bare: [], own: [], smaller: [] };
      for (let turn = 0; turn < rounds; turn += 1) {
        on.bare.push(await measured(engine, 'parse and insert', large));
        on.own.push(await measured(engine, 'taken in', large));
        on.smaller.push(await measured(engine, 'taken in', small));
        say(`${engine.name}, round ${turn + 1} of ${rounds}`);
      }
      found.push(on);
    }
    return report(objects, rounds, found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function measured(engine: BenchEngine, side: Turn['side'], file: string): Promise<Measured> {
  const place = await engine.place();
  const child = fork(join(import.meta.dirname, 'turn.js'), [], { env: { PATH: process.env.PATH } });
  try {
    const told = once(child, 'message');
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`A measurement ended with ${code}.`);
    });
    child.send({ side, file, env: place.env } satisfies Turn);
    const [result] = (await Promise.race([told, ended])) as [Measured];
    ended.catch(() => {});
    return result;
  } finally {
    child.kill();
    await place.remove();
  }
}

const seconds = (all: readonly Measured[]) => median(all.map((one) => one.seconds));
const peak = (all: readonly Measured[]) => median(all.map((one) => one.peak));
const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);

function report(objects: number, rounds: number, found: readonly OnEngine[]): Report {
  const count = objects.toLocaleString('en');
  return {
    name: 'intake',
    title: `Taking in a bundle of ${count} objects`,
    notes: [
      'Beside a program that parses the whole bundle and inserts the same rows into the same table, in transactions of as many; in turns, each in a process of its own.',
      `Medians of ${rounds} rounds. The hub reads the bundle as it arrives, holds each object to the standard, and keeps its text.`,
    ],
    tables: [
      {
        title: 'Seconds',
        columns: ['', 'parse and insert', 'taken in', 'objects a second'],
        rows: found.map(({ name, bare, own }) => [
          name,
          round(seconds(bare)),
          round(seconds(own)),
          Math.round(objects / seconds(own)),
        ]),
      },
      {
        title: 'Most memory of the process, MiB',
        columns: ['', 'parse and insert', 'taken in', 'taken in, a quarter of the objects'],
        rows: found.map(({ name, bare, own, smaller }) => [
          name,
          ...[bare, own, smaller].map((all) => megabytes(peak(all))),
        ]),
      },
    ],
    promises: found.flatMap(({ name, bare, own, smaller }) => {
      const speed = round(seconds(bare) / seconds(own));
      const memory = round(peak(own) / peak(smaller));
      return [
        {
          what: `${name}: objects a second, beside parse and insert`,
          promise: `at least ${PROMISE}`,
          measured: speed,
          kept: speed >= PROMISE,
        },
        {
          what: `${name}: memory, beside a quarter of the objects`,
          promise: `at most ${MEMORY_PROMISE} times`,
          measured: memory,
          kept: memory <= MEMORY_PROMISE,
        },
      ];
    }),
    charts: [],
    raw: { found },
  };
}
