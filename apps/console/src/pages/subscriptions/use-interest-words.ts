import { useCallback } from 'react';
import { useWords } from '../../words/words.js';
import type { Subscription } from './interest.js';

/** What a subscription asks for, as a sentence. */
export function useInterestWords(): (interest: Subscription['interest']) => string {
  const words = useWords();
  return useCallback(
    ({ regions, kinds, severityAtLeast, affectedSystems, text }) =>
      [
        kinds.map((kind) => words.kinds[kind]).join(', ') || words.subscriptions.everything,
        regions.map(({ fullName }) => fullName).join('; '),
        severityAtLeast && `${words.feed.severity}: ${words.severities[severityAtLeast]}`,
        affectedSystems.map((system) => words.systems[system]).join(', '),
        text && `“${text}”`,
      ]
        .filter(Boolean)
        .join(' · '),
    [words],
  );
}
