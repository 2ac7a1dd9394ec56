import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { AcceptInvitation, Invitation } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';

/** The link's secret stands behind `#`, which a browser sends to nobody. */
const tokenOfAddress = () => location.hash.slice(1);

/** Where an invitation, or a link to set a new password, leads to. */
export default function InvitationPage() {
  const words = useWords();
  const [token] = useState(tokenOfAddress);
  const { data, error, loading } = useQuery(Invitation, { token });
  const { run, running, error: refused } = useAction(AcceptInvitation);
  const [done, setDone] = useState(false);
  const id = useId();
  if (!data && loading) return <Loading />;
  const invitation = data?.invitation;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = form.get('name');
    const input = {
      token,
      password: String(form.get('password')),
      ...(typeof name === 'string' && name ? { name } : {}),
    };
    if (!(await run({ input }))) return;
    history.replaceState(null, '', '/invitation');
    setDone(true);
  };

  return (
    <div className="gate">
      <main id="main" className="gate__main" tabIndex={-1}>
        <div className="gate__card">
          <PageTitle
            title={invitation?.purpose === 'RESET' ? words.invitation.resetTitle : words.invitation.joinTitle}
          />
          {error && <Failure error={error} />}
          {!error && !invitation && !done && <Notice kind="warning">{words.invitation.invalid}</Notice>}
          {done && (
            <>
              <Notice kind="success">{words.invitation.done}</Notice>
              <Link href="/" className="usa-button">
                {words.signIn.title}
              </Link>
            </>
          )}
          {invitation && !done && (
            <form className="usa-form form" onSubmit={(event) => void submit(event)}>
              <p className="lead">{words.invitation.join(invitation.member.name)}</p>
              <p>{invitation.email}</p>
              {refused && <Failure error={refused} />}
              {invitation.purpose === 'JOIN' && (
                <>
                  <label className="usa-label" htmlFor={`${id}-name`}>
                    {words.invitation.name}
                  </label>
                  <input
                    className="usa-input"
                    id={`${id}-name`}
                    name="name"
                    defaultValue={invitation.name}
                    autoComplete="name"
                  />
                </>
              )}
              <input type="hidden" name="email" autoComplete="username" value={invitation.email} readOnly />
              <label className="usa-label" htmlFor={`${id}-password`}>
                {words.invitation.password}
              </label>
              <p className="usa-hint" id={`${id}-hint`}>
                {words.invitation.passwordHint}
              </p>
              <input
                className="usa-input"
                id={`${id}-password`}
                name="password"
                type="password"
                autoComplete="new-password"
                aria-describedby={`${id}-hint`}
                minLength={15}
                required
              />
              <button type="submit" className="usa-button usa-button--big wide" disabled={running}>
                {words.invitation.submit}
              </button>
            </form>
          )}
        </div>
      </main>
    </div>
  );
}
