import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Narrowing, readNarrowing, writtenNarrowing } from './narrowing.js';

export type Narrow = (change: Partial<Narrowing>) => void;

/** What the feed is narrowed to, and how to change it. */
export function useNarrowing(): readonly [Narrowing, Narrow] {
  const search = useSearch();
  const [location, go] = useLocation();
  const narrowing = useMemo(() => readNarrowing(search), [search]);
  const narrow = useCallback(
    (change: Partial<Narrowing>) => {
      const wanted = { ...narrowing, pages: 1, ...change };
      go(`${location}${writtenNarrowing(wanted)}`, { replace: true });
    },
    [narrowing, location, go],
  );
  return [narrowing, narrow];
}
