import { useEffect } from 'react';
import { Link } from 'wouter';
import { store } from '../../hub/store.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';

interface SentProps {
  /** Whether it is out; otherwise it waits for a second person. */
  readonly released: boolean;
  readonly publicationId: string | undefined;
}

/** It is done, and what one may want to do next. */
export function Sent({ released, publicationId }: SentProps) {
  const { compose, nav } = useWords();
  useEffect(() => store.refreshAll(), []);
  return (
    <div className="sent">
      <Notice kind="success" urgent>
        {released ? compose.released : compose.submitted}
      </Notice>
      <div className="compose__buttons">
        {released && publicationId && (
          <Link href={`/publications/${publicationId}`} className="usa-button usa-button--big">
            {compose.see}
          </Link>
        )}
        {!released && (
          <Link href="/drafts" className="usa-button usa-button--big">
            {nav.drafts}
          </Link>
        )}
        <Link href="/compose" className="usa-button usa-button--outline usa-button--big">
          {compose.postAnother}
        </Link>
      </div>
    </div>
  );
}
