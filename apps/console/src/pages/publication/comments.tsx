import { useCallback, useEffect, useState } from 'react';
import { useMay, useSession } from '../../app/session.js';
import {
  CommentsChanged,
  Comments as CommentsOperation,
  type CommentsQuery,
  ENUMS,
  PostComment,
  RemoveComment,
  WithdrawComment,
} from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { usePushed } from '../../hub/use-pushed.js';
import { useQuery } from '../../hub/use-query.js';
import { TLP_LABELS, TlpMark } from '../../marks/marks.js';
import { Failure } from '../../parts/failure.js';
import { Check, Pick, TextField } from '../../parts/fields.js';
import { Markdown } from '../../parts/markdown.js';
import { Reasoned } from '../../parts/reasoned.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

type Comment = NonNullable<CommentsQuery['publication']>['comments']['edges'][number]['node'];
type Tlp = Shown['tlp'];

/** What those who may see it said about it. */
export function Comments({ publication }: { readonly publication: Shown }) {
  const { comments } = useWords();
  const may = useMay();
  const { viewer } = useSession();
  /** Grows whenever the hub says that something was said. */
  const [turn, setTurn] = useState(0);
  const told = useCallback(() => setTurn((before) => before + 1), []);
  usePushed(CommentsChanged, publication.id, told, viewer !== null && publication.state !== 'WITHDRAWN');
  if (publication.state === 'WITHDRAWN') return null;
  return (
    <section aria-labelledby="comments" className="comments">
      <h2 id="comments">{comments.title}</h2>
      <Part id={publication.id} after={null} turn={turn} />
      {may('comment.post') && <NewComment publication={publication} />}
    </section>
  );
}

interface PartProps {
  readonly id: string;
  readonly after: string | null;
  readonly turn: number;
}

function Part({ id, after, turn }: PartProps) {
  const { app, comments } = useWords();
  const [more, setMore] = useState(false);
  const { data, error, refresh } = useQuery(CommentsOperation, { id, first: 20, after });
  useEffect(() => {
    if (turn > 0) void refresh();
  }, [turn, refresh]);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  const page = data?.publication?.comments;
  if (!page) return null;
  if (after === null && page.edges.length === 0) return <p className="soft">{comments.none}</p>;
  return (
    <>
      <ul className="rows">
        {page.edges.map(({ node }) => (
          <li key={node.id} className="row comment">
            <One comment={node} />
          </li>
        ))}
      </ul>
      {page.pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {app.showMore}
        </button>
      )}
      {more && <Part id={id} after={page.pageInfo.endCursor} turn={turn} />}
    </>
  );
}

function One({ comment }: { readonly comment: Comment }) {
  const { comments, publication } = useWords();
  const times = useTimes();
  const withdraw = useAction(WithdrawComment);
  const remove = useAction(RemoveComment);
  const { id, state, text, tlp, member, author, postedAt, reason, withdrawable, removable } = comment;
  const error = withdraw.error ?? remove.error;
  return (
    <div>
      <p className="comment__head">
        <strong>{member?.name ?? publication.anonymous}</strong>
        {author && <span className="soft">{author.name}</span>}
        <time className="soft" dateTime={postedAt} title={times.moment(postedAt)}>
          {times.ago(postedAt)}
        </time>
        <TlpMark tlp={tlp} />
      </p>
      {state === 'POSTED' && text !== null && <Markdown text={text} level={4} />}
      {state === 'WITHDRAWN' && <p className="soft">{comments.withdrawn}</p>}
      {state === 'REMOVED' && <p className="soft">{comments.removed(reason ?? '')}</p>}
      {error && <Failure error={error} />}
      <div className="row__actions">
        {withdrawable && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            disabled={withdraw.running}
            onClick={() => void withdraw.run({ input: { id } })}
          >
            {comments.withdraw}
          </button>
        )}
        {removable && (
          <Reasoned
            action={comments.remove}
            text={comments.removeText}
            running={remove.running}
            run={(why) => remove.run({ input: { id, reason: why } })}
          />
        )}
      </div>
    </div>
  );
}

/** A comment's marking is no looser than its publication's; the usual one is at least AMBER. */
function tlpsFor(tlp: Tlp): readonly Tlp[] {
  return tlp === 'RED' ? ['RED'] : ENUMS.Tlp.slice(ENUMS.Tlp.indexOf(tlp)).filter((one) => one !== 'RED');
}

function NewComment({ publication: { id, tlp } }: { readonly publication: Shown }) {
  const { comments } = useWords();
  const { run, running, error } = useAction(PostComment);
  const [text, setText] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const offered = tlpsFor(tlp);
  const usual = offered.includes('AMBER') ? 'AMBER' : (offered[0] ?? 'AMBER');
  const [chosen, setChosen] = useState<Tlp>(usual);
  const post = async () => {
    const attribution = anonymous ? ('ANONYMOUS' as const) : ('NAMED' as const);
    if (await run({ input: { publicationId: id, text, tlp: chosen, attribution } })) setText('');
  };
  return (
    <div className="comments__new">
      {error && <Failure error={error} />}
      <TextField label={comments.text} value={text} set={setText} rows={3} max={5_000} />
      <div className="comments__marking">
        <Pick label={comments.tlp} values={offered} names={TLP_LABELS} value={chosen} set={setChosen} />
        <Check label={comments.anonymous} checked={anonymous} set={setAnonymous} />
      </div>
      <button
        type="button"
        className="usa-button"
        disabled={running || !text.trim()}
        onClick={() => void post()}
      >
        {comments.post}
      </button>
    </div>
  );
}
