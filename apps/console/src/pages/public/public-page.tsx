import { useEffect } from 'react';
import { Link } from 'wouter';
import { useSession } from '../../app/session.js';
import { Search } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { PublicationCard } from '../../marks/publication-card.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useWords } from '../../words/words.js';

/** What anyone may read, signed in or not, and how to join. */
export default function PublicPage() {
  const words = useWords();
  const { viewer, hub } = useSession();
  const { data, error, loading, refresh } = useQuery(Search, {
    text: null,
    filter: { tlps: ['CLEAR'], currentOnly: true },
    first: 30,
    after: null,
  });
  useEffect(() => {
    document.title = `${words.public.title} – ${words.app.name}`;
  }, [words]);
  return (
    <>
      <h1>{words.public.title}</h1>
      <p className="lead">{words.public.lead}</p>
      {!viewer && (
        <Link href="/sign-in" className="usa-button">
          {words.signIn.title}
        </Link>
      )}
      <div className="publication__columns public">
        <div className="publication__main">
          {error && <Failure error={error} retry={refresh} />}
          {!data && loading && <Loading />}
          {data && data.searchPublications.edges.length === 0 && (
            <Empty icon="public" title={words.public.none} text={words.public.noneText} />
          )}
          <ul className="cards">
            {data?.searchPublications.edges.map(({ node }) => (
              <li key={node.id}>
                <PublicationCard publication={node} />
              </li>
            ))}
          </ul>
        </div>
        <aside className="publication__side">
          <section className="panel">
            <h2>{words.public.join}</h2>
            <p>{words.public.joinText}</p>
          </section>
          <section className="panel">
            <h2>{words.public.verify}</h2>
            <p>{words.public.verifyText}</p>
          </section>
          <section className="panel">
            <h2>{words.public.report}</h2>
            <p>{words.public.reportText}</p>
            {hub?.securityContact && (
              <p>
                <a className="usa-link" href={hub.securityContact} rel="noreferrer">
                  {hub.securityContact.replace(/^mailto:/, '')}
                </a>{' '}
                (<a href="/.well-known/security.txt">security.txt</a>)
              </p>
            )}
          </section>
        </aside>
      </div>
    </>
  );
}
