import { Link } from 'wouter';
import { useViewer } from '../../app/session.js';
import { Drafts } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { KindMark, SeverityMark, TlpMark } from '../../marks/marks.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

/** What is being written, and what waits for a second person. */
export default function DraftsPage() {
  const words = useWords();
  const times = useTimes();
  const { person } = useViewer();
  const { data, error, loading, refresh } = useQuery(Drafts, { first: 50, after: null });
  const drafts = data?.drafts.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <PageTitle title={words.drafts.title} />
      <p className="lead">{words.drafts.lead}</p>
      {error && <Failure error={error} retry={refresh} />}
      {!data && loading && <Loading />}
      {data && drafts.length === 0 && (
        <Empty icon="edit" title={words.drafts.none} text={words.drafts.noneText} />
      )}
      <ul className="cards">
        {drafts.map(({ id, state, content, author, member, updatedAt, reviewReasons, schedule }) => (
          <li key={id}>
            <article className="card card--plain">
              <div className="card__marks">
                <TlpMark tlp={content.tlp} />
                <KindMark kind={content.kind} />
                {content.severity && <SeverityMark severity={content.severity} />}
                <span className="state">
                  {schedule?.state === 'WAITING'
                    ? words.compose.sendingAt(times.moment(schedule.at))
                    : words.draftStates[state]}
                </span>
              </div>
              <h2 className="card__title">
                <Link href={`/compose/${id}`}>{content.title || words.drafts.untitled}</Link>
              </h2>
              {reviewReasons.length > 0 && (
                <p className="card__summary">
                  {words.drafts.waiting}:{' '}
                  {reviewReasons.map((reason) => words.reviewReasons[reason]).join('; ')}
                </p>
              )}
              <p className="card__facts">
                <span>{member.name}</span>
                {author.id !== person.id && <span>{words.drafts.by(author.name)}</span>}
                <time dateTime={updatedAt}>{times.ago(updatedAt)}</time>
              </p>
            </article>
          </li>
        ))}
      </ul>
    </>
  );
}
