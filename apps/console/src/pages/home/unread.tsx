import { Link } from 'wouter';
import { Inbox, MarkInbox } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { useQuery } from '../../hub/use-query.js';
import { PublicationCard } from '../../marks/publication-card.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useWords } from '../../words/words.js';

/** What arrived and has not been read; what asks for an answer stands above it already. */
export function Unread() {
  const { home } = useWords();
  const { data, error, loading, refresh } = useQuery(Inbox, {
    states: ['UNREAD'],
    unanswered: false,
    first: 20,
    after: null,
  });
  const { run, running, error: refused } = useAction(MarkInbox);
  const items = (data?.inbox.edges ?? [])
    .map(({ node }) => node)
    .filter(
      ({ publication: { acknowledgeWithinMinutes, acknowledgement } }) =>
        acknowledgeWithinMinutes === null || acknowledgement !== null,
    );
  const ids = items.map(({ publication }) => publication.id);
  return (
    <section aria-labelledby="unread">
      <div className="section-title">
        <h2 id="unread">{home.news}</h2>
        {ids.length > 0 && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            disabled={running}
            onClick={() => void run({ input: { publicationIds: ids, state: 'READ' } })}
          >
            {home.markAllRead}
          </button>
        )}
      </div>
      {error && <Failure error={error} retry={refresh} />}
      {refused && <Failure error={refused} />}
      {!data && loading && <Loading />}
      {data && items.length === 0 && (
        <Empty icon="feed" title={home.newsNone} text={home.newsNoneText}>
          <Link href="/publications">{home.toFeed}</Link> ·{' '}
          <Link href="/subscriptions">{home.toSubscriptions}</Link>
        </Empty>
      )}
      <ul className="cards">
        {items.map(({ publication }) => (
          <li key={publication.id}>
            <PublicationCard publication={publication} unread />
          </li>
        ))}
      </ul>
    </section>
  );
}
