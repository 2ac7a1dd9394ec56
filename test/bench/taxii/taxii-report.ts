import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';

const FLAT = 1.3;
const BESIDE_BARE = 0.5;

export interface Plan {
  /** Objects in the small and in the large log. */
  readonly sizes: readonly [number, number];
  readonly rounds: number;
  readonly seconds: number;
}

export type Side = 'hub' | 'bare';

/** Pages a second, of each measurement. */
export interface OnEngine {
  readonly engine: string;
  readonly rates: Readonly<Record<'small' | 'large', Readonly<Record<Side, number[]>>>>;
}

export function reportOf(found: readonly OnEngine[], { sizes, rounds, seconds }: Plan): Report {
  const [small, large] = sizes.map((size) => size.toLocaleString('en')) as [string, string];
  const figures = found.map(({ engine, rates }) => ({
    engine,
    hub: [median(rates.small.hub), median(rates.large.hub)] as const,
    bare: [median(rates.small.bare), median(rates.large.bare)] as const,
  }));
  return {
    name: 'taxii',
    title: `A page of 100 objects by TAXII at ${small} and at ${large} objects`,
    notes: [
      'Beside a bare Fastify server that checks an API key, reads the same rows by SQL and sends the same bytes.',
      `Medians of ${rounds * 2} runs of ${seconds} s in ${rounds} rounds; in turns the first page and one from the middle, all servers anew in each round.`,
    ],
    tables: [
      {
        title: 'Pages a second',
        columns: ['engine', 'objects', 'hub', 'bare', 'ratio'],
        rows: figures.flatMap(({ engine, hub, bare }) =>
          [small, large].map((size, place) => [
            engine,
            size,
            Math.round(hub[place] as number),
            Math.round(bare[place] as number),
            round((hub[place] as number) / (bare[place] as number)),
          ]),
        ),
      },
    ],
    promises: figures.flatMap(({ engine, hub, bare }) => {
      const flat = round(hub[0] / hub[1]);
      const beside = round(hub[1] / bare[1]);
      return [
        {
          what: `${engine}: time of a page at ${large} over ${small}`,
          promise: `at most ${FLAT}`,
          measured: flat,
          kept: flat <= FLAT,
        },
        {
          what: `${engine}: pages a second at ${large}, of the bare server's`,
          promise: `at least ${BESIDE_BARE}`,
          measured: beside,
          kept: beside >= BESIDE_BARE,
        },
      ];
    }),
    charts: [
      {
        title: 'A page of 100 objects by TAXII',
        unit: 'pages a second',
        series: ['hub', 'bare'],
        groups: figures.flatMap(({ engine, hub, bare }) =>
          [small, large].map((size, place) => ({
            name: `${engine}, ${size}`,
            values: [hub[place] as number, bare[place] as number],
          })),
        ),
      },
    ],
    raw: found,
  };
}
