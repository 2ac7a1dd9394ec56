import { useEffect, useState } from 'react';
import { Reach } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

interface ReachMembersProps {
  readonly id: string;
  readonly silentOnly: boolean;
  /** Changes when it may have changed. */
  readonly turn: number;
  readonly after?: string | null;
}

/** The offices by name: who opened it when, who answered what. */
export function ReachMembers({ id, silentOnly, turn, after = null }: ReachMembersProps) {
  const words = useWords();
  const times = useTimes();
  const [more, setMore] = useState(false);
  const { data, error, loading, refresh } = useQuery(Reach, { id, silentOnly, first: 50, after });
  useEffect(() => {
    if (turn > 0) void refresh();
  }, [turn, refresh]);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  const members = data.publication?.reach?.members;
  if (!members) return null;
  return (
    <>
      <ul className="rows">
        {members.edges.map(({ node: { member, openedAt, acknowledgement } }) => (
          <li key={member.id} className="row">
            <div>
              <strong>{member.name}</strong>
              {acknowledgement?.note && <blockquote>{acknowledgement.note}</blockquote>}
              <p className="soft">
                {acknowledgement
                  ? `${times.ago(acknowledgement.at)}${acknowledgement.person ? `, ${acknowledgement.person.name}` : ''}`
                  : openedAt
                    ? `${words.reach.opened} ${times.ago(openedAt)}`
                    : words.reach.notOpened}
              </p>
            </div>
            {acknowledgement && (
              <span className={acknowledgement.response === 'NEED_HELP' ? 'state state--danger' : 'state'}>
                {words.answers[acknowledgement.response]}
              </span>
            )}
          </li>
        ))}
      </ul>
      {members.pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {words.app.showMore}
        </button>
      )}
      {more && (
        <ReachMembers id={id} silentOnly={silentOnly} turn={turn} after={members.pageInfo.endCursor} />
      )}
    </>
  );
}
