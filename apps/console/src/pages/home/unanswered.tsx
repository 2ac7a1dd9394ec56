import { useEffect, useState } from 'react';
import { Inbox, type InboxQuery } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { PublicationCard } from '../../marks/publication-card.js';
import { dueAt, TimeLeft } from '../../marks/time-left.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useWords } from '../../words/words.js';
import { Answering } from '../publication/answering.js';

type Item = InboxQuery['inbox']['edges'][number]['node'];

const asks = ({ publication }: Item): boolean =>
  publication.acknowledgeWithinMinutes !== null &&
  publication.acknowledgement === null &&
  publication.state === 'RELEASED';

/** What can still be answered in time comes first, the soonest due before the rest; then what is overdue, the latest first. */
function byDue(now: number) {
  return (one: Item, other: Item): number => {
    const [left, right] = [one, other].map(({ publication }) => (dueAt(publication) ?? now) - now);
    if (left === undefined || right === undefined) return 0;
    if (left >= 0 && right >= 0) return left - right;
    return right - left;
  };
}

/** Alerts that ask the viewer's office for an answer, the most pressing first. They are answered here, without opening them. */
export function Unanswered() {
  const { home } = useWords();
  const { data, error, loading, refresh } = useQuery(Inbox, {
    states: ['UNREAD', 'READ'],
    first: 100,
    after: null,
  });
  const waiting = (data?.inbox.edges ?? [])
    .map(({ node }) => node)
    .filter(asks)
    .sort(byDue(Date.now()));
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered">{home.unanswered}</h2>
      {error && <Failure error={error} retry={refresh} />}
      {!data && loading && <Loading />}
      {data && waiting.length === 0 && (
        <Empty icon="check" title={home.unansweredNone} text={home.unansweredNoneText} />
      )}
      <Some items={waiting} />
    </section>
  );
}

const SHOWN = 5;

function Some({ items }: { readonly items: readonly Item[] }) {
  const { app } = useWords();
  const [all, setAll] = useState(false);
  useEffect(() => setAll(false), [items.length === 0]);
  return (
    <>
      <ul className="cards">
        {items.slice(0, all ? items.length : SHOWN).map(({ publication, state }) => (
          <li key={publication.id}>
            <PublicationCard
              publication={publication}
              unread={state === 'UNREAD'}
              urgent={<TimeLeft publication={publication} />}
            >
              <Answering publicationId={publication.id} title={publication.title ?? ''} />
            </PublicationCard>
          </li>
        ))}
      </ul>
      {!all && items.length > SHOWN && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setAll(true)}>
          {app.showMore} ({items.length - SHOWN})
        </button>
      )}
    </>
  );
}
