import type { LevelsQuery } from '../generated/operations.generated.js';
import { useWords } from '../words/words.js';

export type Level = LevelsQuery['alertLevels'][number]['level'];

/** An alert level: five bars say it without colour, the word says it to all. */
export function LevelMark({ level }: { readonly level: Level | null }) {
  const { levels } = useWords();
  return (
    <span className={`level level--${(level ?? 'none').toLowerCase()}`}>
      {level ? levels.names[level] : levels.unset}
    </span>
  );
}
