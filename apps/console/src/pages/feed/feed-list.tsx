import { createContext, memo, useContext, useMemo } from 'react';
import { Search } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { PublicationCard } from '../../marks/publication-card.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useWords } from '../../words/words.js';
import type { Narrowing } from './narrowing.js';
import { searchOf } from './search.js';
import { useListed } from './use-listed.js';
import type { Narrow } from './use-narrowing.js';

/** How many pages are open, and how to open another: what changes without any page being drawn anew. */
const Opened = createContext<{ readonly pages: number; readonly narrow: Narrow }>({
  pages: 1,
  narrow: () => {},
});

export interface FeedListProps {
  readonly narrowing: Narrowing;
  readonly narrow: Narrow;
}

/** The list, page after page. */
export function FeedList({ narrowing: wanted, narrow }: FeedListProps) {
  const { narrowing, pages } = useListed(wanted);
  const opened = useMemo(() => ({ pages, narrow }), [pages, narrow]);
  return (
    <Opened value={opened}>
      <Part narrowing={narrowing} after={null} number={1} />
    </Opened>
  );
}

interface PartProps {
  readonly narrowing: Narrowing;
  readonly after: string | null;
  readonly number: number;
}

/** A page of the list, and what follows it. */
const Part = memo(function Part({ narrowing, after, number }: PartProps) {
  const words = useWords();
  const { data, error, loading, refresh } = useQuery(Search, searchOf(narrowing, after));
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
      {pageInfo.hasNextPage && (
        <Following narrowing={narrowing} after={pageInfo.endCursor} number={number + 1} />
      )}
    </>
  );
});

/** The next page where it is open, and otherwise how to open it. */
function Following({ narrowing, after, number }: PartProps) {
  const { feed } = useWords();
  const { pages, narrow } = useContext(Opened);
  if (number <= pages) return <Part narrowing={narrowing} after={after} number={number} />;
  return (
    <button
      type="button"
      className="usa-button usa-button--outline usa-button--big"
      onClick={() => narrow({ pages: number })}
    >
      {feed.older}
    </button>
  );
}
