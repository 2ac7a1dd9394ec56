import { useWords } from '../words/words.js';

/** Shown while a page or its content is on its way. */
export function Loading() {
  const words = useWords();
  return (
    <div className="loading" role="status">
      <span className="loading__dots" aria-hidden="true" />
      <span className="usa-sr-only">{words.app.loading}</span>
    </div>
  );
}
