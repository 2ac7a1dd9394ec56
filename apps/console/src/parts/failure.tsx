import type { Refused } from '../hub/refused.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';

/** What the hub refused, in the user's words; where those say too little, in the hub's. */
export function useSentence(): (error: Refused) => string {
  const { app } = useWords();
  return (error) => app.refusals[error.code] ?? error.message;
}

export function Failure({
  error,
  retry,
}: {
  readonly error: Refused;
  readonly retry?: (() => unknown) | undefined;
}) {
  const words = useWords();
  const sentence = useSentence();
  return (
    <Notice kind="error" urgent>
      <p>{sentence(error)}</p>
      {retry && error.passing && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => void retry()}>
          {words.app.retry}
        </button>
      )}
    </Notice>
  );
}

/** Instead of a page that has a fault. */
export function Broken() {
  const words = useWords();
  return (
    <Notice kind="error" urgent title={words.app.brokenTitle}>
      <button type="button" className="usa-button" onClick={() => location.reload()}>
        {words.app.retry}
      </button>
    </Notice>
  );
}
