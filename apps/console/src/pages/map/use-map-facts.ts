import { useMemo, useState } from 'react';
import {
  Activity,
  type ActivityQuery,
  Levels,
  type LevelsQuery,
} from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';

export type Standing = LevelsQuery['alertLevels'][number];
export type Counted = ActivityQuery['regionActivity'][number];

export interface MapFacts {
  /** The level of a region: its own, or what it has from above. */
  readonly standing: (code: string) => Standing | undefined;
  readonly activity: (code: string) => Counted | undefined;
  /** Regions that something is said of, by code. */
  readonly known: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  /** Whether a level is set anywhere that the viewer may know of. */
  readonly anyLevel: boolean;
}

const DAY = 86_400_000;

/** A county that is not told of has what lies above it. */
const above = (code: string): string | null =>
  code.length > 2 ? code.slice(0, code.length > 5 ? 5 : 2) : null;

/** Levels and activity of every region at once: two questions for the whole map. */
export function useMapFacts(days: number): MapFacts {
  const [now] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const from = new Date(now - days * DAY).toISOString();
  const levels = useQuery(Levels, { within: 'US' });
  const activity = useQuery(Activity, { filter: { within: 'US', from } });
  return useMemo(() => {
    const standings = new Map(levels.data?.alertLevels.map((one) => [one.region.code, one]));
    const counts = new Map(activity.data?.regionActivity.map((one) => [one.region.code, one]));
    const standing = (code: string): Standing | undefined => {
      const upper = above(code);
      return standings.get(code) ?? (upper ? standing(upper) : standings.get('US'));
    };
    const regions = [...standings.values(), ...counts.values()].map(({ region }) => region);
    return {
      standing,
      activity: (code) => counts.get(code),
      known: new Map(regions.map((region) => [region.code, region])),
      anyLevel: standings.size > 0,
    };
  }, [levels.data, activity.data]);
}
