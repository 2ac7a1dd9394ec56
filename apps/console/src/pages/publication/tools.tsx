import { type FormEvent, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMay, useSession } from '../../app/session.js';
import { MarkInbox, Withdraw } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

/** What the viewer can do with it. */
export function Tools({ publication, own }: { readonly publication: Shown; readonly own: boolean }) {
  const { publication: words } = useWords();
  const may = useMay();
  const { viewer } = useSession();
  const acts = own || (viewer?.member.kind === 'HUB' && may('publication.review'));
  const stands = publication.state === 'RELEASED';
  return (
    <section className="panel tools">
      {acts && may('publication.reach') && (
        <Link href={`/publications/${publication.id}/reach`} className="usa-button">
          <Icon name="visibility" /> {words.reach}
        </Link>
      )}
      {acts && stands && may('publication.revise') && (
        <Link href={`/publications/${publication.id}/revise`} className="usa-button usa-button--outline">
          <Icon name="edit" /> {words.revise}
        </Link>
      )}
      <button type="button" className="usa-button usa-button--outline" onClick={() => print()}>
        <Icon name="print" /> {words.print}
      </button>
      {publication.inbox && <KeepUnread id={publication.id} />}
      {acts && stands && may('publication.withdraw') && <Withdrawing id={publication.id} />}
    </section>
  );
}

function KeepUnread({ id }: { readonly id: string }) {
  const { publication: words } = useWords();
  const { run, running, error } = useAction(MarkInbox);
  const [, go] = useLocation();
  const keep = async () => {
    if (await run({ input: { publicationIds: [id], state: 'UNREAD' } })) go('/');
  };
  return (
    <>
      {error && <Failure error={error} />}
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={running}
        onClick={() => void keep()}
      >
        <Icon name="mail" /> {words.keepUnread}
      </button>
    </>
  );
}

function Withdrawing({ id }: { readonly id: string }) {
  const { publication: words, app } = useWords();
  const { run, running, error } = useAction(Withdraw);
  const [asking, setAsking] = useState(false);
  const field = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason'));
    if (await run({ input: { id, reason } })) setAsking(false);
  };
  if (!asking) {
    return (
      <button
        type="button"
        className="usa-button usa-button--outline tools__withdraw"
        onClick={() => setAsking(true)}
      >
        <Icon name="delete" /> {words.withdraw}
      </button>
    );
  }
  return (
    <form className="withdrawing" onSubmit={(event) => void submit(event)}>
      <h3>{words.withdrawTitle}</h3>
      <p>{words.withdrawText}</p>
      {error && <Failure error={error} />}
      <label className="usa-label" htmlFor={field}>
        {words.withdrawReason}
      </label>
      <textarea className="usa-textarea" id={field} name="reason" maxLength={500} required />
      <button type="submit" className="usa-button usa-button--secondary" disabled={running}>
        {words.withdraw}
      </button>
      <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(false)}>
        {app.cancel}
      </button>
    </form>
  );
}
