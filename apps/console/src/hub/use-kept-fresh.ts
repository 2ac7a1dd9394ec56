import { useEffect } from 'react';

/** Milliseconds: what people do to each other comes one by one, over minutes. */
const LOOK_EVERY = 5_000;

/** Asks again and again what is on the page, while somebody looks at it. */
export function useKeptFresh(refresh: () => Promise<void>, on = true): void {
  useEffect(() => {
    if (!on) return;
    const look = () => void (document.hidden || refresh());
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh, on]);
}
