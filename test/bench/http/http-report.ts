import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';
import type { Name } from './asking.js';
import type { LoadResult } from './load.js';
import type { ProfileSummary } from './profile-summary.js';

export const CONNECTIONS = 16;
/** Part of the hub's own throughput at which latency is measured. */
export const OPEN_PART = 0.5;

/** Requests a second of the hub, of those of the server by hand. */
const PROMISE = 0.5;

export interface Plan {
  readonly publications: number;
  readonly members: number;
  /** Both servers are started anew for each: one process in five is slow for as long as it lives. */
  readonly rounds: number;
  /** Seconds of one measurement, of which each round has two of each server. */
  readonly seconds: number;
  /** Answers before the first measurement. */
  readonly warmUp: number;
}

/** `used`: milliseconds of a processor for each answer, of the server's own process. */
export type Measured = Record<
  Name,
  { readonly closed: LoadResult[]; readonly open: LoadResult[]; readonly used: number[] }
>;

export interface OnEngine {
  readonly engine: string;
  readonly measured: Measured;
  readonly profile: ProfileSummary | null;
}

export const rateOf = ({ answered, seconds }: LoadResult): number => answered / seconds;

export function reportOf(found: readonly OnEngine[], plan: Plan): Report {
  const rows = found.map(({ engine, measured }) => {
    const of = (name: Name) => {
      const { closed, open, used } = measured[name];
      return {
        rate: median(closed.map(rateOf)),
        p50: median(open.map(({ p50 }) => p50)),
        p99: median(open.map(({ p99 }) => p99)),
        asked: median(open.map(rateOf)),
        used: median(used),
      };
    };
    const [hub, reference] = [of('hub'), of('reference')];
    return { engine, hub, reference, ratio: round(hub.rate / reference.rate) };
  });
  return {
    name: 'http',
    title: `The first page over HTTP, ${plan.publications.toLocaleString('en')} publications, ${plan.members.toLocaleString('en')} members`,
    notes: [
      '20 publications with publisher, regions and the viewer\u2019s inbox state, asked for by four people with bearer tokens.',
      'By hand: Fastify, two prepared statements, the same bytes; before each round the answers were compared.',
      `Medians of ${plan.rounds} rounds, servers taken in turns and started anew each time, ${CONNECTIONS} connections.`,
      `Latency at ${OPEN_PART * 100} % of the hub\u2019s throughput, arrivals independent of answers.`,
    ],
    tables: [
      {
        title: 'Requests a second, and milliseconds to the answer',
        columns: ['engine', 'server', 'requests/s', 'of by hand', 'CPU ms', 'asked/s', 'p50 ms', 'p99 ms'],
        rows: rows.flatMap(({ engine, ratio, ...servers }) =>
          (['reference', 'hub'] as const).map((name) => {
            const { rate, used, asked, p50, p99 } = servers[name];
            const server = name === 'hub' ? 'hub' : 'by hand';
            const times = [round(used), Math.round(asked), round(p50), round(p99)];
            return [engine, server, Math.round(rate), name === 'hub' ? ratio : 1, ...times];
          }),
        ),
      },
      ...found.flatMap(({ engine, profile }) =>
        profile
          ? [
              {
                title: `${engine}: where the hub\u2019s time goes, by part`,
                columns: ['part', '%'],
                rows: profile.parts,
              },
              { title: `${engine}: by function`, columns: ['function', '%'], rows: profile.functions },
            ]
          : [],
      ),
    ],
    promises: rows.map(({ engine, ratio }) => ({
      what: `${engine}: requests a second of the hub over those of the server by hand`,
      promise: `at least ${PROMISE}`,
      measured: ratio,
      kept: ratio >= PROMISE,
    })),
    charts: [
      {
        title: 'The first page over HTTP',
        unit: 'requests a second',
        series: ['by hand', 'hub'],
        groups: rows.map(({ engine, hub, reference }) => ({
          name: engine,
          values: [reference.rate, hub.rate],
        })),
      },
    ],
    raw: found.map(({ engine, measured }) => ({ engine, measured })),
  };
}
