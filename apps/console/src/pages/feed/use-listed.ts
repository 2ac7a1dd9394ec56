import { useEffect, useMemo, useState } from 'react';
import { type Narrowing, readNarrowing, writtenNarrowing } from './narrowing.js';

/** To take thousands of cards off the screen in one go would keep the page from answering. */
const PAGES_AT_ONCE = 10;

/** What is listed. */
export interface Listed {
  /** The same one for as long as only `pages` changes. */
  readonly narrowing: Narrowing;
  /** How many pages are open. */
  readonly pages: number;
}

/** What is wanted, as soon as what was listed before has been taken off, from its end and a part at a time. */
export function useListed(wanted: Narrowing): Listed {
  const address = writtenNarrowing({ ...wanted, pages: 1 });
  const [before, setBefore] = useState({ address, pages: wanted.pages });
  const { pages } = wanted;
  const listed = before.address === address ? { address, pages } : before;
  useEffect(() => {
    if (before.address === address || before.pages <= PAGES_AT_ONCE) {
      setBefore((known) => (known.address === address && known.pages === pages ? known : { address, pages }));
      return;
    }
    const timer = setTimeout(() => setBefore({ ...before, pages: before.pages - PAGES_AT_ONCE }));
    return () => clearTimeout(timer);
  }, [before, address, pages]);
  return { narrowing: useMemo(() => readNarrowing(listed.address), [listed.address]), pages: listed.pages };
}
