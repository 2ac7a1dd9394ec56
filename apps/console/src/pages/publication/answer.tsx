import { useState } from 'react';
import { useMay } from '../../app/session.js';
import { Icon } from '../../marks/icon.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import { Answering } from './answering.js';
import type { Shown } from './shown.js';

/** The answer of the viewer's office, or the question. */
export function Answer({ publication }: { readonly publication: Shown }) {
  const { id, acknowledgement, acknowledgeWithinMinutes, kind, state, title } = publication;
  const words = useWords();
  const times = useTimes();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  if (state === 'WITHDRAWN') return null;
  if (acknowledgement && !changing) {
    return (
      <section className="answered">
        <Icon name="check" large />
        <div>
          <p>
            {words.publication.answered(
              words.answers[acknowledgement.response],
              times.ago(acknowledgement.at),
            )}{' '}
            {acknowledgement.person && words.publication.answeredBy(acknowledgement.person.name)}
          </p>
          {acknowledgement.note && <blockquote>{acknowledgement.note}</blockquote>}
          {may('publication.acknowledge') && (
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => setChanging(true)}
            >
              {words.publication.change}
            </button>
          )}
        </div>
      </section>
    );
  }
  if (!may('publication.acknowledge') || (acknowledgeWithinMinutes === null && kind !== 'ALERT')) return null;
  return (
    <section className="asked" aria-labelledby="asked">
      <h2 id="asked">{words.publication.answerTitle}</h2>
      <Answering publicationId={id} title={title ?? ''} full done={() => setChanging(false)} />
    </section>
  );
}
