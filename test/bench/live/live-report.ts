import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';
import type { Broadcast } from './sides.js';

/** The last listener's time over that of the bare server. */
const TIME_PROMISE = 1.5;
/** Memory a listener over that of the bare server. */
const MEMORY_PROMISE = 2;

export interface Plan {
  readonly listeners: readonly number[];
  /** How often both servers are started anew: one process in five is slow for as long as it lives. */
  readonly starts: number;
  /** At each start. */
  readonly rounds: number;
  readonly members: number;
}

/** One release by the hub, and the same bytes by the bare server. */
export interface Round {
  readonly hub: Broadcast;
  readonly bare: Broadcast;
  /** Bytes a listener. */
  readonly memory: { readonly hub: number; readonly bare: number };
}

export interface Counted {
  readonly listeners: number;
  readonly rounds: readonly Round[];
}

export interface OnEngine {
  readonly engine: string;
  readonly counted: readonly Counted[];
}

type Name = 'bare' | 'hub';

export function reportOf(found: readonly OnEngine[], plan: Plan): Report {
  const all = found.flatMap(({ engine, counted }) =>
    counted.map(({ listeners, rounds }) => {
      const of = (name: Name) => ({
        toLast: median(rounds.map((one) => one[name].toLast)),
        toFirst: median(rounds.map((one) => one[name].toFirst)),
        fromRequest: median(rounds.map((one) => one[name].fromRequest)),
        used: median(rounds.map((one) => (one[name].used * 1000) / listeners)),
        memory: median(rounds.map(({ memory }) => memory[name] / 1024)),
      });
      const [bare, hub] = [of('bare'), of('hub')];
      const bytes = rounds[0]?.hub.message.length ?? 0;
      return { name: `${engine}, ${listeners.toLocaleString('en')}`, bare, hub, bytes };
    }),
  );
  return {
    name: 'live',
    title: 'One release to all live listeners of one hub',
    notes: [
      `Listeners over graphql-transport-ws, each signed in as somebody else, each operation with an id of its own; messages of ${all[0]?.bytes ?? 0} characters.`,
      'Bare: a ws server that sends the same bytes to as many sockets, and does nothing else.',
      `Medians of ${plan.starts} starts of ${plan.rounds} rounds, by turns; servers and listeners share the machine's processors.`,
      'Released: from the moment that the release carries, before it is stored, to when the last listener had it. Asked: from the request. Processor: all that the server used within 0.4 s after, for each listener.',
    ],
    tables: [
      {
        title: 'Milliseconds until the first and the last listener had it',
        columns: [
          'listeners',
          'server',
          'first',
          'last',
          'of bare',
          'asked to last',
          'CPU µs',
          'KiB a listener',
          'of bare',
        ],
        rows: all.flatMap(({ name, ...sides }) =>
          (['bare', 'hub'] as const).map((side) => {
            const { toFirst, toLast, fromRequest, used, memory } = sides[side];
            const times = [toFirst, toLast].map(Math.round);
            const ratio = round(toLast / sides.bare.toLast);
            const share = round(memory / sides.bare.memory);
            return [
              name,
              side,
              ...times,
              ratio,
              Math.round(fromRequest),
              round(used, 1),
              round(memory, 1),
              share,
            ];
          }),
        ),
      },
    ],
    promises: all.flatMap(({ name, bare, hub }) => {
      const time = round(hub.toLast / bare.toLast);
      const memory = round(hub.memory / bare.memory);
      return [
        {
          what: `${name}: the last listener's time over that of the bare server`,
          promise: `at most ${TIME_PROMISE}`,
          measured: time,
          kept: time <= TIME_PROMISE,
        },
        {
          what: `${name}: memory a listener over that of the bare server`,
          promise: `at most ${MEMORY_PROMISE}`,
          measured: memory,
          kept: memory <= MEMORY_PROMISE,
        },
      ];
    }),
    charts: [
      {
        title: 'One release to all live listeners',
        unit: 'milliseconds until the last has it',
        series: ['bare', 'hub'],
        groups: all.map(({ name, bare, hub }) => ({ name, values: [bare.toLast, hub.toLast] })),
      },
    ],
    raw: found,
  };
}
