import { type FormEvent, useId, useState } from 'react';
import { useWords } from '../words/words.js';

interface ReasonedProps {
  readonly action: string;
  /** What will happen. */
  readonly text: string;
  readonly running: boolean;
  readonly run: (reason: string) => Promise<unknown>;
}

/** Something that must not be done by a slip of the finger: it asks why first. */
export function Reasoned({ action, text, running, run }: ReasonedProps) {
  const { app, publication } = useWords();
  const [asking, setAsking] = useState(false);
  const id = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await run(String(new FormData(event.currentTarget).get('reason')))) setAsking(false);
  };
  if (!asking) {
    return (
      <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(true)}>
        {action}
      </button>
    );
  }
  return (
    <form className="reasoned" onSubmit={(event) => void submit(event)}>
      <p>{text}</p>
      <label className="usa-label" htmlFor={id}>
        {publication.withdrawReason}
      </label>
      <input className="usa-input" id={id} name="reason" maxLength={500} required autoComplete="off" />
      <div className="row__actions">
        <button type="submit" className="usa-button usa-button--secondary" disabled={running}>
          {action}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(false)}>
          {app.cancel}
        </button>
      </div>
    </form>
  );
}
