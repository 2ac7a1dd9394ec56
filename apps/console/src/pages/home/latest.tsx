import { Link } from 'wouter';
import { Latest as LatestOperation } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { PublicationCard } from '../../marks/publication-card.js';
import { useWords } from '../../words/words.js';

/** The newest of everything that the viewer may see, whether it was put before them or not. */
export function Latest() {
  const words = useWords();
  const { data } = useQuery(LatestOperation, { first: 5 });
  if (!data || data.publications.edges.length === 0) return null;
  return (
    <section aria-labelledby="latest">
      <div className="section-title">
        <h2 id="latest">{words.home.latest}</h2>
        <Link href="/publications">{words.home.toFeed}</Link>
      </div>
      <ul className="cards">
        {data.publications.edges.map(({ node }) => (
          <li key={node.id}>
            <PublicationCard
              publication={node}
              unread={node.inbox?.state === 'UNREAD'}
              answer={node.acknowledgement ? words.answers[node.acknowledgement.response] : undefined}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
