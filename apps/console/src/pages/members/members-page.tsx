import { useState } from 'react';
import { Link } from 'wouter';
import { useMay, useViewer } from '../../app/session.js';
import { ENUMS, Members, type MembersQueryVariables } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Pick } from '../../parts/fields.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { SearchField } from '../../parts/search-field.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { useWords } from '../../words/words.js';
import { NewMember } from './new-member.js';

type Filter = NonNullable<MembersQueryVariables['filter']>;
type Kind = (typeof ENUMS.MemberKind)[number];
const ANY = 'ANY';

/** The community: every office that belongs to it. */
export default function MembersPage() {
  const words = useWords();
  const may = useMay();
  const { member } = useViewer();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind | typeof ANY>(ANY);
  const asked = useDebounced(text, 200);
  const filter: Filter = { ...(asked && { text: asked }), ...(kind !== ANY && { kinds: [kind] }) };
  return (
    <>
      <PageTitle title={words.members.title}>
        <Link href={`/members/${member.id}`} className="usa-button">
          <Icon name="people" /> {words.members.own}
        </Link>
      </PageTitle>
      <p className="lead">{words.members.lead}</p>
      <SearchField text={text} hint={words.members.searchHint} search={setText} />
      <Pick
        label={words.members.kind}
        values={[ANY, ...ENUMS.MemberKind] as const}
        names={{ ...words.memberKinds, ANY: words.feed.anySeverity }}
        value={kind}
        set={setKind}
      />
      {may('member.create') && <NewMember />}
      <Part key={JSON.stringify(filter)} filter={filter} after={null} />
    </>
  );
}

function Part({ filter, after }: { readonly filter: Filter; readonly after: string | null }) {
  const words = useWords();
  const [more, setMore] = useState(false);
  const { data, error, loading, refresh } = useQuery(Members, { filter, first: 30, after });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  const { edges, pageInfo } = data.members;
  if (after === null && edges.length === 0) {
    return <Empty icon="search" title={words.feed.none} text={words.feed.noneText} />;
  }
  return (
    <>
      <ul className="rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="row">
            <div>
              <Link href={`/members/${node.id}`}>{node.name}</Link>
              {node.suspended && <span className="state state--danger">{words.members.suspended}</span>}
              <p className="soft">
                {words.memberKind[node.kind]}
                {node.jurisdiction && ` · ${node.jurisdiction.fullName}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {words.app.showMore}
        </button>
      )}
      {more && <Part filter={filter} after={pageInfo.endCursor} />}
    </>
  );
}
