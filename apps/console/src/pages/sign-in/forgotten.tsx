import { type FormEvent, useState } from 'react';
import { RequestPasswordReset } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';

/** Asks for a link to set a new password. What it answers is the same for every address. */
export function Forgotten() {
  const { signIn: words } = useWords();
  const { run, running, error } = useAction(RequestPasswordReset);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent((await run({ input: { email } })) !== undefined);
  };
  return (
    <form className="usa-form form" onSubmit={(event) => void submit(event)}>
      <p>{words.forgottenText}</p>
      {error && <Failure error={error} />}
      {sent && (
        <Notice kind="success" urgent>
          {words.linkSent}
        </Notice>
      )}
      <TextField
        label={words.linkTo}
        type="email"
        autoComplete="username"
        value={email}
        set={setEmail}
        required
      />
      <button type="submit" className="usa-button usa-button--outline form__submit" disabled={running}>
        {words.sendLink}
      </button>
    </form>
  );
}
