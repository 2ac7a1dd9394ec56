import { useFresh } from '../../app/live.js';
import { useMay } from '../../app/session.js';
import { Search } from '../../generated/operations.generated.js';
import { store } from '../../hub/store.js';
import { useQuery } from '../../hub/use-query.js';
import { PublicationCard } from '../../marks/publication-card.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { FreshBar } from '../../parts/fresh-bar.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { SearchField } from '../../parts/search-field.js';
import { useWords } from '../../words/words.js';
import { Filters } from './filters.js';
import { filterOf, type Narrowing } from './narrowing.js';
import { SaveAsSubscription } from './save-as-subscription.js';
import { type Narrow, useNarrowing } from './use-narrowing.js';

const PAGE = 20;

/** Everything that the viewer may see, latest first, narrowed by what stands in the address. */
export function FeedPage() {
  const { feed } = useWords();
  const may = useMay();
  const [narrowing, narrow] = useNarrowing();
  const { fresh, shown } = useFresh();
  const { data } = useQuery(Search, variablesOf(narrowing, null));
  return (
    <>
      <PageTitle title={feed.title} />
      <SearchField text={narrowing.text} hint={feed.searchHint} search={(text) => narrow({ text })} />
      <div className="feed__columns">
        <Filters narrowing={narrowing} narrow={narrow} facets={data?.searchPublications.facets} />
        <div className="feed__list">
          <FreshBar
            count={fresh.length}
            show={() => {
              shown();
              store.refreshAll();
            }}
          />
          <p className="feed__count" role="status">
            {data && feed.found(data.searchPublications.totalCount)}
          </p>
          {may('subscription.manageOwn') && <SaveAsSubscription narrowing={narrowing} />}
          <Part narrowing={narrowing} narrow={narrow} after={null} number={1} />
        </div>
      </div>
    </>
  );
}

const variablesOf = (narrowing: Narrowing, after: string | null) => ({
  text: narrowing.text || null,
  filter: filterOf(narrowing),
  first: PAGE,
  after,
});

interface PartProps {
  readonly narrowing: Narrowing;
  readonly narrow: Narrow;
  readonly after: string | null;
  readonly number: number;
}

/** A page of the list, followed by the next one where that is open. */
function Part({ narrowing, narrow, after, number }: PartProps) {
  const words = useWords();
  const { data, error, loading, refresh } = useQuery(Search, variablesOf(narrowing, after));
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  const { edges, pageInfo } = data.searchPublications;
  if (number === 1 && edges.length === 0) {
    return <Empty icon="search" title={words.feed.none} text={words.feed.noneText} />;
  }
  return (
    <>
      <ul className="cards">
        {edges.map(({ node, snippet }) => (
          <li key={node.id}>
            <PublicationCard
              publication={node}
              unread={node.inbox?.state === 'UNREAD'}
              snippet={narrowing.text ? snippet : undefined}
              answer={node.acknowledgement ? words.answers[node.acknowledgement.response] : undefined}
            />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && number < narrowing.pages && (
        <Part narrowing={narrowing} narrow={narrow} after={pageInfo.endCursor} number={number + 1} />
      )}
      {pageInfo.hasNextPage && number >= narrowing.pages && (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--big"
          onClick={() => narrow({ pages: number + 1 })}
        >
          {words.feed.older}
        </button>
      )}
    </>
  );
}
