import { useCallback, useRef, useState } from 'react';
import { ask } from './ask.js';
import type { Document } from './document.js';
import { asRefused, type Refused } from './refused.js';
import { store } from './store.js';

export interface Action<R, V> {
  /** @returns the answer; undefined where it was refused, which `error` tells */
  readonly run: (variables: V) => Promise<R | undefined>;
  readonly running: boolean;
  readonly error: Refused | undefined;
  readonly clear: () => void;
}

/** A change that the user asks for. What is on the page is read anew once it is done. */
export function useAction<R, V>(document: Document<R, V>): Action<R, V> {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Refused>();
  const busy = useRef(false);
  const run = useCallback(
    async (variables: V) => {
      if (busy.current) return undefined;
      busy.current = true;
      setRunning(true);
      setError(undefined);
      try {
        const answer = await ask(document, variables);
        store.refreshAll();
        return answer;
      } catch (cause) {
        setError(asRefused(cause));
        return undefined;
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
    [document],
  );
  return { run, running, error, clear: useCallback(() => setError(undefined), []) };
}
