import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { LiveState } from '../hub/listening.js';
import { followReleases, type News } from '../hub/live.js';
import { store } from '../hub/store.js';
import { headline } from '../marks/headline.js';
import { useWords } from '../words/words.js';
import { useAnnounce } from './announcer.js';
import { useSession } from './session.js';

interface LiveNews {
  readonly state: LiveState;
  /** What has been released since this page was opened, latest first, once a publication. */
  readonly news: readonly News[];
}

const Context = createContext<LiveNews>({ state: 'connecting', news: [] });
const KEPT = 200;

const added = (news: readonly News[], one: News): readonly News[] =>
  [one, ...news.filter(({ publicationId }) => publicationId !== one.publicationId)].slice(0, KEPT);

/** Follows what is released while somebody is signed in, and says it politely. No page changes under its reader for it. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const { viewer } = useSession();
  const [state, setState] = useState<LiveState>('connecting');
  /** Whether the device has a network: a connection that nobody closed looks open for long after it broke. */
  const [line, setLine] = useState(() => navigator.onLine);
  const [news, setNews] = useState<readonly News[]>([]);
  const announce = useAnnounce();
  const words = useWords();
  const personId = viewer?.person.id;

  useEffect(() => {
    if (!personId) return;
    setNews([]);
    return followReleases(personId, {
      state: setState,
      news: (one) => {
        setNews((known) => added(known, one));
        if (one.publication) announce(headline(one.publication, words));
      },
    });
  }, [personId, announce, words]);

  useEffect(() => {
    const back = () => {
      setLine(true);
      store.refreshAll();
    };
    const gone = () => setLine(false);
    window.addEventListener('online', back);
    window.addEventListener('offline', gone);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', gone);
    };
  }, []);

  const known = useMemo(() => ({ state: line ? state : ('offline' as const), news }), [line, state, news]);
  return <Context value={known}>{children}</Context>;
}

export const useLive = (): LiveNews => useContext(Context);

/** What has been released since `shown` was last called, and that call. */
export function useFresh(): { readonly fresh: readonly News[]; readonly shown: () => void } {
  const { news } = useLive();
  const [seen, setSeen] = useState<readonly News[]>(news);
  const known = new Set(seen.map(({ cursor }) => cursor));
  const fresh = news.filter(({ cursor, what }) => what !== 'UNAVAILABLE' && !known.has(cursor));
  return { fresh, shown: () => setSeen(news) };
}
