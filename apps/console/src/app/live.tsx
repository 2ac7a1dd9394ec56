import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { followReleases, type LiveState, type News } from '../hub/live.js';
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
    const back = () => store.refreshAll();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);

  return <Context value={useMemo(() => ({ state, news }), [state, news])}>{children}</Context>;
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
