import type { ProfileSummary } from '../http/profile-summary.js';
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

/** Of each measurement. */
export interface Measured {
  /** Pages a second. */
  readonly rates: number[];
  /** Milliseconds of a processor for each page, of the server's own process. */
  readonly used: number[];
}

export const noneYet = (): Record<Side, Measured> => ({
  hub: { rates: [], used: [] },
  bare: { rates: [], used: [] },
});

export interface OnEngine {
  readonly engine: string;
  readonly profile: ProfileSummary | null;
  readonly measured: Readonly<Record<'small' | 'large', Readonly<Record<Side, Measured>>>>;
}

export function reportOf(found: readonly OnEngine[], { sizes, rounds, seconds }: Plan): Report {
  const [small, large] = sizes.map((size) => size.toLocaleString('en')) as [string, string];
  const figures = found.map(({ engine, measured }) => {
    const of = (side: Side, what: keyof Measured) =>
      [median(measured.small[side][what]), median(measured.large[side][what])] as const;
    return {
      engine,
      hub: of('hub', 'rates'),
      bare: of('bare', 'rates'),
      used: { hub: of('hub', 'used'), bare: of('bare', 'used') },
    };
  });
  return {
    name: 'taxii',
    title: `A page of 100 objects by TAXII at ${small} and at ${large} objects`,
    notes: [
      'Beside a bare Fastify server that checks an API key, reads the same rows by SQL and sends the same bytes.',
      `Medians of ${rounds * 2} runs of ${seconds} s in ${rounds} rounds; in turns the first page and one from the middle, all servers anew in each round.`,
    ],
    tables: [
      {
        title: 'Pages a second, and milliseconds of a processor for each',
        columns: ['engine', 'objects', 'hub', 'bare', 'ratio', 'hub CPU ms', 'bare CPU ms'],
        rows: figures.flatMap(({ engine, hub, bare, used }) =>
          [small, large].map((size, place) => [
            engine,
            size,
            Math.round(hub[place] as number),
            Math.round(bare[place] as number),
            round((hub[place] as number) / (bare[place] as number)),
            round(used.hub[place] as number),
            round(used.bare[place] as number),
          ]),
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
    raw: found.map(({ engine, measured }) => ({ engine, measured })),
  };
}
