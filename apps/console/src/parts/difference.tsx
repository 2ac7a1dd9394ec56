import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { useWords } from '../words/words.js';

/** A comparison that takes longer shows the two texts one after the other instead. Milliseconds. */
const PATIENCE = 500;

/** What was changed between two texts: what was taken out is struck through, what was put in underlined, for screen readers said. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const { publication } = useWords();
  const pieces = useMemo(
    () =>
      diffWordsWithSpace(before, after, { timeout: PATIENCE }) ?? [
        { value: before, removed: true, added: false },
        { value: after, removed: false, added: true },
      ],
    [before, after],
  );
  return (
    <p className="difference">
      {pieces.map(({ value, added, removed }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces of one text have no other name
        if (removed)
          return (
            <del key={index}>
              <span className="usa-sr-only">[{publication.was}: </span>
              {value}
              <span className="usa-sr-only">]</span>
            </del>
          );
        if (added)
          return (
            <ins key={index}>
              <span className="usa-sr-only">[{publication.now}: </span>
              {value}
              <span className="usa-sr-only">]</span>
            </ins>
          );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces of one text have no other name
        return value;
      })}
    </p>
  );
}
