import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { LineFragment } from '../generated/operations.generated.js';
import { useTimes } from '../words/time.js';
import { useWords } from '../words/words.js';
import { Icon } from './icon.js';
import { KindMark, NotReal, SeverityMark, TlpMark } from './marks.js';
import { useOrigin } from './origin.js';
import { Snippet, type SnippetPieces } from './snippet.js';

export interface PublicationCardProps {
  readonly publication: LineFragment;
  readonly unread?: boolean;
  /** What was answered to it, in words. */
  readonly answer?: string | undefined;
  /** The passage that was searched for, instead of the summary. */
  readonly snippet?: SnippetPieces | undefined;
  /** Stands above the title: the time left for an answer. */
  readonly urgent?: ReactNode;
  /** What one can do at once. */
  readonly children?: ReactNode;
}

/** A publication in a list. Its title is the link; the whole card is easy to hit. */
export function PublicationCard(props: PublicationCardProps) {
  const { publication, unread = false, answer, snippet, urgent, children } = props;
  const { kind, tlp, status, severity, title, summary, state, id, updatedAt, audience } = publication;
  const words = useWords();
  const times = useTimes();
  const origin = useOrigin();
  const withdrawn = state === 'WITHDRAWN';
  const expired = publication.expiresAt !== null && Date.parse(publication.expiresAt) < Date.now();
  const edge = withdrawn || !severity ? 'plain' : severity.toLowerCase();
  return (
    <article className={`card card--${edge}${unread ? ' card--unread' : ''}`}>
      <NotReal status={status} />
      <div className="card__marks">
        <TlpMark tlp={tlp} />
        <KindMark kind={kind} />
        {severity && <SeverityMark severity={severity} />}
        {withdrawn && <span className="kind">{words.publication.withdrawn}</span>}
        {expired && <span className="state">{words.time.expired}</span>}
        {urgent}
      </div>
      <h3 className="card__title">
        <Link href={`/publications/${id}`}>{title ?? words.publication.withdrawn}</Link>
      </h3>
      {snippet?.some(({ match }) => match) ? (
        <Snippet pieces={snippet} />
      ) : (
        summary && <p className="card__summary">{summary}</p>
      )}
      <p className="card__facts">
        <span>{origin(publication)}</span>
        {audience && audience.regions.length > 0 && (
          <span>
            <Icon name="location" />
            {audience.regions
              .slice(0, 3)
              .map(({ fullName }) => fullName)
              .join('; ')}
            {audience.regions.length > 3 && ` +${audience.regions.length - 3}`}
          </span>
        )}
        <time dateTime={updatedAt} title={times.moment(updatedAt)}>
          {times.ago(updatedAt)}
        </time>
        {answer && (
          <span className="card__answer">
            <Icon name="check" />
            {answer}
          </span>
        )}
      </p>
      {children}
    </article>
  );
}
