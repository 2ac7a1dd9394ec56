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
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered" tabIndex={-1}>
        {home.unanswered}
      </h2>
      <Part after={null} />
    </section>
  );
}

/** As many as the hub gives at once: further ones, all of which came earlier, follow when they are wanted. */
function Part({ after }: { readonly after: string | null }) {
  const { home, app } = useWords();
  const [more, setMore] = useState(false);
  const asked = { states: null, unanswered: true, first: 100, after };
  const { data, error, loading, refresh } = useQuery(Inbox, asked);
  if (!data) return error ? <Failure error={error} retry={refresh} /> : loading ? <Loading /> : null;
  const { edges, pageInfo } = data.inbox;
  const waiting = edges.map(({ node }) => node).sort(byDue(Date.now()));
  if (after === null && waiting.length === 0)
    return <Empty icon="check" title={home.unansweredNone} text={home.unansweredNoneText} />;
  return (
    <>
      {error && <Failure error={error} retry={refresh} />}
      <Some items={waiting} />
      {pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {app.showMore}
        </button>
      )}
      {more && <Part after={pageInfo.endCursor ?? null} />}
    </>
  );
}

/** An answered card goes, and the focus with it would be lost. */
const toHeading = () => document.getElementById('unanswered')?.focus({ preventScroll: true });

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
              <Answering publicationId={publication.id} title={publication.title ?? ''} done={toHeading} />
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
