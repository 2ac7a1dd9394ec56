import { useMemo } from 'react';
import type { ReachQuery } from '../../generated/operations.generated.js';
import { useWords } from '../../words/words.js';
import { MapCanvas } from '../map/map-canvas.js';

type ByState = NonNullable<NonNullable<ReachQuery['publication']>['reach']>['byState'];

/** Which share of a state's offices has answered, in five steps. */
const shade = (share: number): string => `--share-${Math.min(4, Math.floor(share * 5))}`;

export function ReachMap({ byState }: { readonly byState: ByState }) {
  const { reach } = useWords();
  const painted = useMemo(
    () =>
      new Map(
        byState.flatMap(({ region, memberCount, acknowledgedCount }) =>
          region
            ? [
                [
                  region.code,
                  {
                    colour: shade(acknowledgedCount / Math.max(1, memberCount)),
                    label: reach.pointed(region.name, acknowledgedCount, memberCount),
                  },
                ] as const,
              ]
            : [],
        ),
      ),
    [byState, reach],
  );
  const paint = useMemo(() => (code: string) => painted.get(code), [painted]);
  const only = byState.flatMap(({ region }) => (region ? [region.code] : []));
  return (
    <div>
      <MapCanvas
        label={reach.mapLabel}
        within={only.length === 1 ? (only[0] ?? null) : null}
        counties={false}
        paint={paint}
        choose={() => undefined}
      />
      <ul className="legend" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((step) => (
          <li key={step}>
            <span className={`legend__swatch legend__swatch--share-${step}`} />
            {step * 20}–{step * 20 + 20} %
          </li>
        ))}
      </ul>
    </div>
  );
}
