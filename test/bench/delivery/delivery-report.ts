import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';

/** Of the bare side's speed. */
const SPEED_PROMISE = 0.5;
/** Milliseconds within which 95 % are to be tried. */
const TIME_PROMISE = 1_000;
/** Memory for ten times the recipients, over that for the fewer. */
const MEMORY_PROMISE = 1.25;

export interface Plan {
  readonly deliveries: number;
  readonly rounds: number;
  readonly timely: number;
  readonly releases: number;
  readonly memory: readonly [few: number, many: number];
}

/** Seconds. */
interface Sides {
  readonly hub: number;
  readonly bare: number;
}

export interface Round {
  readonly planning: Sides;
  readonly sending: Sides;
}

/** Milliseconds from the release to the first attempt. */
export interface Timely {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly last: number;
}

export interface OnEngine {
  readonly engine: string;
  readonly rounds: readonly Round[];
  readonly timely: Timely;
  readonly memory: readonly { readonly recipients: number; readonly mebibytes: number }[];
}

export function reportOf(found: readonly OnEngine[], plan: Plan): Report {
  const all = found.map(({ engine, rounds, timely, memory }) => {
    const of = (name: keyof Round) => ({
      hub: median(rounds.map((one) => plan.deliveries / one[name].hub)),
      bare: median(rounds.map((one) => plan.deliveries / one[name].bare)),
      ratio: median(rounds.map((one) => one[name].bare / one[name].hub)),
    });
    const [few, many] = [memory[0]?.mebibytes ?? Number.NaN, memory[1]?.mebibytes ?? Number.NaN];
    return { engine, planning: of('planning'), sending: of('sending'), timely, few, many, grows: many / few };
  });
  return {
    name: 'delivery',
    title: 'A release on its way to thousands',
    notes: [
      `Planning and sending ${plan.deliveries.toLocaleString('en')} webhooks, one to each person; medians of ${plan.rounds} rounds, by turns.`,
      'Bare planning: the same rows, inserted in as many statements and transactions. Bare sending: the same number of requests by undici, 2,048 at once over 128 connections, with the same bytes and written down nowhere.',
      `In time: a hub of its own process, ${plan.releases} releases to ${plan.timely.toLocaleString('en')} each; from the release to the first request at each receiver. Receivers share the machine's processors.`,
      'Memory: the most that the hub’s process had resident after one release to so many, with a heap of 160 MiB.',
    ],
    tables: [
      {
        title: 'Deliveries a second',
        columns: ['', 'planned', 'bare', 'ratio', 'sent', 'bare ', 'ratio '],
        rows: all.map(({ engine, planning, sending }) => [
          engine,
          ...[planning.hub, planning.bare].map((value) => Math.round(value)),
          round(planning.ratio),
          ...[sending.hub, sending.bare].map((value) => Math.round(value)),
          round(sending.ratio),
        ]),
      },
      {
        title: 'Milliseconds from the release to the first attempt',
        columns: ['', 'p50', 'p95', 'p99', 'last'],
        rows: all.map(({ engine, timely }) => [
          engine,
          ...[timely.p50, timely.p95, timely.p99, timely.last].map((value) => Math.round(value)),
        ]),
      },
      {
        title: 'MiB resident at most',
        columns: ['', ...plan.memory.map((count) => `${count.toLocaleString('en')} recipients`)],
        rows: all.map(({ engine, few, many }) => [engine, Math.round(few), Math.round(many)]),
      },
    ],
    promises: all.flatMap(({ engine, planning, sending, timely, grows }) => [
      atLeast(`${engine}: planning, of the speed of bare inserts`, planning.ratio, SPEED_PROMISE),
      atLeast(`${engine}: sending, of the speed of bare requests`, sending.ratio, SPEED_PROMISE),
      atMost(`${engine}: 95 % tried within, ms`, timely.p95, TIME_PROMISE),
      atMost(`${engine}: memory for ten times the recipients`, grows, MEMORY_PROMISE),
    ]),
    charts: [],
    raw: found,
  };
}

const atLeast = (what: string, measured: number, least: number) => ({
  what,
  promise: `at least ${least}`,
  measured: round(measured),
  kept: measured >= least,
});

const atMost = (what: string, measured: number, most: number) => ({
  what,
  promise: `at most ${most}`,
  measured: round(measured),
  kept: measured <= most,
});
