import { useFresh } from '../../app/live.js';
import { useMay } from '../../app/session.js';
import { Search } from '../../generated/operations.generated.js';
import { store } from '../../hub/store.js';
import { useQuery } from '../../hub/use-query.js';
import { FreshBar } from '../../parts/fresh-bar.js';
import { PageTitle } from '../../parts/page-title.js';
import { SearchField } from '../../parts/search-field.js';
import { useWords } from '../../words/words.js';
import { FeedList } from './feed-list.js';
import { Filters } from './filters.js';
import { SaveAsSubscription } from './save-as-subscription.js';
import { searchOf } from './search.js';
import { useNarrowing } from './use-narrowing.js';

/** Everything that the viewer may see, latest first, narrowed by what stands in the address. */
export function FeedPage() {
  const { feed } = useWords();
  const may = useMay();
  const [narrowing, narrow] = useNarrowing();
  const { fresh, shown } = useFresh();
  const { data } = useQuery(Search, searchOf(narrowing, null));
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
          <FeedList narrowing={narrowing} narrow={narrow} />
        </div>
      </div>
    </>
  );
}
