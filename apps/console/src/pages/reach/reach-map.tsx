import { useMemo } from 'react';
import type { ReachQuery } from '../../generated/operations.generated.js';
import { useWords } from '../../words/words.js';
import { MapCanvas, type Painted } from '../map/map-canvas.js';
import { STANDINGS, type Standing, useCountyAnswers } from './use-county-answers.js';

type ByState = NonNullable<NonNullable<ReachQuery['publication']>['reach']>['byState'];

interface ReachMapProps {
  readonly id: string;
  readonly byState: ByState;
  /** Changes with each answer. */
  readonly turn: number;
}

/** Which share of a state's offices has answered, in five steps. */
const shade = (share: number): string => `--share-${Math.min(4, Math.floor(share * 5))}`;

const COLOURS: Readonly<Record<Standing, string>> = {
  answered: '--share-4',
  help: '--help',
  opened: '--share-2',
  silent: '--share-0',
};

const SWATCHES: Readonly<Record<Standing, string>> = {
  answered: 'share-4',
  help: 'help',
  opened: 'share-2',
  silent: 'share-0',
};

/** Where it has been answered: by state, or within one state by county. */
export function ReachMap({ id, byState, turn }: ReachMapProps) {
  const { reach } = useWords();
  const only = byState.flatMap(({ region }) => (region ? [region.code] : []));
  const state = only.length === 1 ? (only[0] ?? null) : null;
  const counties = useCountyAnswers(id, state, turn);
  const painted = useMemo(
    () =>
      state === null
        ? new Map(
            byState.flatMap(({ region, memberCount, acknowledgedCount }): (readonly [string, Painted])[] =>
              region
                ? [
                    [
                      region.code,
                      {
                        colour: shade(acknowledgedCount / Math.max(1, memberCount)),
                        label: reach.pointed(region.name, acknowledgedCount, memberCount),
                      },
                    ],
                  ]
                : [],
            ),
          )
        : new Map(
            [...counties].map(([code, { name, standing }]): readonly [string, Painted] => [
              code,
              { colour: COLOURS[standing], label: `${name}: ${reach.standings[standing]}` },
            ]),
          ),
    [byState, counties, reach, state],
  );
  const paint = useMemo(() => (code: string) => painted.get(code), [painted]);
  return (
    <div>
      <MapCanvas
        label={reach.mapLabel}
        within={state}
        counties={state !== null}
        paint={paint}
        choose={() => undefined}
      />
      <ul className="legend" aria-hidden="true">
        {state === null
          ? [0, 1, 2, 3, 4].map((step) => (
              <li key={step}>
                <span className={`legend__swatch legend__swatch--share-${step}`} />
                {step * 20}–{step * 20 + 20} %
              </li>
            ))
          : STANDINGS.map((standing) => (
              <li key={standing}>
                <span className={`legend__swatch legend__swatch--${SWATCHES[standing]}`} />
                {reach.standings[standing]}
              </li>
            ))}
      </ul>
    </div>
  );
}
