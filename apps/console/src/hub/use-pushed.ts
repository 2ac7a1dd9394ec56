import { useEffect } from 'react';
import type { Document } from './document.js';
import { keepListening } from './listening.js';

/**
 * Reads anew what is on the page whenever the hub says that it has changed, and, where the line does not stand, each time that it is
 * tried again. A page that nobody looks at is read when it is shown.
 * @param document a subscription; it tells of the state at its beginning too
 */
export function usePushed<R>(
  document: Document<R, { publicationId: string }>,
  publicationId: string,
  refresh: () => void,
  on = true,
): void {
  useEffect(() => {
    if (!on) return;
    let missed = false;
    const look = () => {
      missed = window.document.hidden;
      if (!missed) refresh();
    };
    const shown = () => {
      if (missed) look();
    };
    window.document.addEventListener('visibilitychange', shown);
    const stop = keepListening(document, {
      variables: async () => ({ publicationId }),
      next: look,
      state: (state) => {
        if (state === 'offline') look();
      },
    });
    return () => {
      stop();
      window.document.removeEventListener('visibilitychange', shown);
    };
  }, [document, publicationId, refresh, on]);
}
