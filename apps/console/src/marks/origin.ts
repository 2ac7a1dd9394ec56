import { useCallback } from 'react';
import { useWords } from '../words/words.js';

interface Posted {
  readonly origin: { readonly name: string } | null;
  readonly onBehalfOf?: { readonly name: string } | null;
}

/** Who posted it, in words; nobody can tell more of an origin that is not named. */
export function useOrigin(): (posted: Posted) => string {
  const { publication } = useWords();
  return useCallback(
    ({ origin, onBehalfOf }) => {
      const name = origin?.name ?? publication.anonymous;
      return onBehalfOf ? `${name} ${publication.onBehalfOf(onBehalfOf.name)}` : name;
    },
    [publication],
  );
}
