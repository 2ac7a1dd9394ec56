import { type FormEvent, useId, useState } from 'react';
import { ChangePassword } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';

/** A new password ends all one's other sessions. */
export function PasswordForm() {
  const { account, invitation } = useWords();
  const { run, running, error } = useAction(ChangePassword);
  const [ended, setEnded] = useState<number | null>(null);
  const id = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const input = {
      currentPassword: String(data.get('current')),
      newPassword: String(data.get('new')),
    };
    const answer = await run({ input });
    if (!answer) return;
    form.reset();
    setEnded(answer.changePassword.endedSessions);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{account.password}</h2>
      {ended !== null && <Notice kind="success">{account.passwordChanged(ended)}</Notice>}
      {error && <Failure error={error} />}
      <form className="usa-form form" onSubmit={(event) => void submit(event)}>
        <label className="usa-label" htmlFor={`${id}-current`}>
          {account.currentPassword}
        </label>
        <input
          className="usa-input"
          id={`${id}-current`}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <label className="usa-label" htmlFor={`${id}-new`}>
          {account.newPassword}
        </label>
        <p className="usa-hint" id={`${id}-hint`}>
          {invitation.passwordHint}
        </p>
        <input
          className="usa-input"
          id={`${id}-new`}
          name="new"
          type="password"
          autoComplete="new-password"
          aria-describedby={`${id}-hint`}
          minLength={15}
          required
        />
        <button type="submit" className="usa-button form__submit" disabled={running}>
          {invitation.submit}
        </button>
      </form>
    </section>
  );
}
