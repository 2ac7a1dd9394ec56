import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Document } from './document.js';
import { type Known, store } from './store.js';

export interface Query<R> extends Known<R> {
  readonly refresh: () => Promise<void>;
}

/** What the hub answers to a question, kept up to date while the page shows it. */
export function useQuery<R, V>(document: Document<R, V>, variables: V): Query<R> {
  const entry = store.entry(document, variables);
  const subscribe = useCallback(
    (listener: () => void) => {
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    [entry],
  );
  useEffect(() => void entry.refresh(), [entry]);
  const known = useSyncExternalStore(subscribe, () => entry.known) as Known<R>;
  return { ...known, refresh: entry.refresh };
}
