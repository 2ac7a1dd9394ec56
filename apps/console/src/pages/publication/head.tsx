import { KindMark, SeverityMark, TlpMark } from '../../marks/marks.js';
import { useOrigin } from '../../marks/origin.js';
import { TimeLeft } from '../../marks/time-left.js';
import { PageTitle } from '../../parts/page-title.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

/** Marking, title, from whom and when. The marking is repeated on each printed sheet. */
export function Head({ publication }: { readonly publication: Shown }) {
  const { tlp, kind, severity, title, publishedAt, updatedAt, summary, acknowledgement, state, status } =
    publication;
  const words = useWords();
  const times = useTimes();
  const origin = useOrigin();
  const asks = acknowledgement === null && state === 'RELEASED';
  return (
    <header className="publication__head">
      <p className="sheet-mark" aria-hidden="true">
        {status !== 'ACTUAL' && `${words.statuses[status].toUpperCase()} `}
        <TlpMark tlp={tlp} />
      </p>
      <div className="card__marks">
        <TlpMark tlp={tlp} />
        <KindMark kind={kind} />
        {severity && <SeverityMark severity={severity} />}
        {asks && <TimeLeft publication={publication} />}
      </div>
      <PageTitle title={title ?? words.publication.withdrawn} />
      <p className="card__facts">
        <span>{origin(publication)}</span>
        <time dateTime={publishedAt} title={times.moment(publishedAt)}>
          {words.publication.published} {times.ago(publishedAt)}
        </time>
        {updatedAt !== publishedAt && (
          <time dateTime={updatedAt} title={times.moment(updatedAt)}>
            {words.publication.updated} {times.ago(updatedAt)}
          </time>
        )}
      </p>
      {summary && <p className="lead">{summary}</p>}
    </header>
  );
}
