import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../../app/session.js';
import {
  DeadLetters as DeadLettersOperation,
  type DeadLettersQuery,
  ReplayDeadLetters,
} from '../../../generated/operations.generated.js';
import { useAction } from '../../../hub/use-action.js';
import { useKeptFresh } from '../../../hub/use-kept-fresh.js';
import { useQuery } from '../../../hub/use-query.js';
import { Failure } from '../../../parts/failure.js';
import { Notice } from '../../../parts/notice.js';
import { useTimes } from '../../../words/time.js';
import { useWords } from '../../../words/words.js';

type DeadLetter = DeadLettersQuery['deadLetters']['edges'][number]['node'];
type Replay = (wish: { ids: string[] } | { all: true }) => void;

/** What was given up, and why; each, or all of it, can be sent again. */
export function DeadLetters() {
  const { delivery } = useWords();
  const may = useMay();
  const { run, running, error } = useAction(ReplayDeadLetters);
  const [count, setCount] = useState<number>();
  const replay: Replay = async (input) => {
    const answer = await run({ input });
    if (answer) setCount(answer.replayDeadLetters.count);
  };
  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters">{delivery.deadLetters}</h2>
      <p className="soft">{delivery.deadLettersText}</p>
      {error && <Failure error={error} />}
      {count !== undefined && (
        <Notice kind="success" urgent>
          {delivery.replayed(count)}
        </Notice>
      )}
      <Part after={null} replay={may('delivery.replay') ? replay : null} running={running} />
    </section>
  );
}

interface PartProps {
  readonly after: string | null;
  readonly replay: Replay | null;
  readonly running: boolean;
}

function Part({ after, replay, running }: PartProps) {
  const { app, delivery } = useWords();
  const [more, setMore] = useState(false);
  const { data, error, refresh } = useQuery(DeadLettersOperation, { first: 20, after });
  useKeptFresh(refresh);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return null;
  const { edges, pageInfo } = data.deadLetters;
  if (after === null && edges.length === 0) return <p>{delivery.noDeadLetters}</p>;
  return (
    <>
      {after === null && replay && (
        <p>
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={running}
            onClick={() => replay({ all: true })}
          >
            {delivery.replayAll}
          </button>
        </p>
      )}
      <ul className="rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="row">
            <One letter={node} replay={replay} running={running} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {app.showMore}
        </button>
      )}
      {more && <Part after={pageInfo.endCursor} replay={replay} running={running} />}
    </>
  );
}

interface OneProps {
  readonly letter: DeadLetter;
  readonly replay: Replay | null;
  readonly running: boolean;
}

function One({ letter, replay, running }: OneProps) {
  const { delivery: words } = useWords();
  const times = useTimes();
  const { id, member, person, host, replayable, delivery } = letter;
  const { channel, reason, publication, plannedAt, tries, cause, said } = delivery;
  const whom = person ? `${person.name}, ${member.name}` : member.name;
  return (
    <>
      <div>
        <strong>{publication ? publication.title : words.reasons[reason]}</strong>
        <p className="soft">
          <Link href={`/members/${member.id}`}>{whom}</Link> · {words.channels[channel]}
          {host && ` (${host})`} · {times.moment(plannedAt)} · {words.tries(tries)}
        </p>
        {cause && (
          <p>
            {words.causes[cause]}
            {said && `: ${said}`}
          </p>
        )}
      </div>
      {replay && replayable && (
        <div className="row__actions">
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={running}
            aria-label={`${words.replay}: ${whom}`}
            onClick={() => replay({ ids: [id] })}
          >
            {words.replay}
          </button>
        </div>
      )}
    </>
  );
}
