import { useWords } from '../../words/words.js';

interface StepsProps {
  readonly step: number;
  readonly goTo: (step: number) => void;
  /** Whether a second person has to look at it, which is a step too. */
  readonly reviewed: boolean;
}

/** Where one is, and what is still to come. */
export function Steps({ step, goTo, reviewed }: StepsProps) {
  const { compose } = useWords();
  const names = reviewed ? [...compose.steps, compose.twoPeople] : compose.steps;
  return (
    <ol className="steps">
      {names.map((name, index) => (
        <li
          key={name}
          className={index < step ? 'steps__step steps__step--done' : 'steps__step'}
          aria-current={index === step ? 'step' : undefined}
        >
          {index < step ? (
            <button type="button" className="steps__name" onClick={() => goTo(index)}>
              {name}
            </button>
          ) : (
            <span className="steps__name">{name}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
