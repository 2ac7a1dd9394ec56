import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/words.js';
import type { PreviewState } from './use-preview.js';

/** Who will see it and who will be notified, before anything goes out. */
export function PreviewPanel({ preview: { data, error, loading } }: { readonly preview: PreviewState }) {
  const words = useWords();
  const { compose } = words;
  return (
    <section className="panel preview" aria-labelledby="preview" aria-busy={loading}>
      <h2 id="preview">
        <Icon name="visibility" /> {compose.previewTitle}
      </h2>
      <div aria-live="polite">
        {error && <Failure error={error} />}
        {!data && !error && <p className="soft">{compose.previewWait}</p>}
        {data && (
          <>
            <p className="preview__count">
              {data.memberCount === 0
                ? compose.previewNobody
                : compose.previewSee(data.memberCount, data.personCount)}
            </p>
            <p>
              <Icon name="notifications" /> {compose.previewNotified(data.notifiedCount)}
            </p>
            {data.public && (
              <p>
                <Icon name="public" /> {compose.previewPublic}
              </p>
            )}
            <ul className="counts">
              {data.byKind.map(({ kind, count }) => (
                <li key={kind}>
                  <span>{words.memberKinds[kind]}</span>
                  <strong>{count.toLocaleString()}</strong>
                </li>
              ))}
            </ul>
            {data.members.length > 0 && (
              <p className="soft">
                {compose.previewAmong}: {data.members.map(({ name }) => name).join(', ')}
                {data.memberCount > data.members.length && ' …'}
              </p>
            )}
            <ReviewReasons reasons={data.reviewReasons} />
          </>
        )}
      </div>
    </section>
  );
}

type Reasons = NonNullable<PreviewState['data']>['reviewReasons'];

/** Whether it goes out at once, or why a second person looks at it first. */
export function ReviewReasons({ reasons }: { readonly reasons: Reasons }) {
  const { compose, reviewReasons } = useWords();
  if (reasons.length === 0) {
    return (
      <p className="preview__way">
        <Icon name="forward" /> {compose.goesOut}
      </p>
    );
  }
  return (
    <div className="preview__way">
      <p>
        <Icon name="people" /> <strong>{compose.review}</strong>
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reviewReasons[reason]}</li>
        ))}
      </ul>
      <p className="soft">{compose.twoPeopleText}</p>
    </div>
  );
}
