import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { useSession } from '../../app/session.js';
import { SignIn } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import flame from '../../marks/flame.svg';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { useSpeech, useWords } from '../../words/words.js';
import { Forgotten } from './forgotten.js';
import { Personas } from './personas.js';

/** Shown at whatever address somebody without a session comes to; signing in leaves them there. */
export function SignInPage() {
  const words = useWords();
  const { language, speak } = useSpeech();
  const { hub, ended } = useSession();
  return (
    <div className="gate">
      <header className="gate__brand">
        <img src={flame} alt="" width="48" height="48" />
        <span>{words.app.name}</span>
        <button
          type="button"
          className="usa-button usa-button--unstyled gate__language"
          lang={words.app.languageCode}
          onClick={() => speak(language === 'en' ? 'es' : 'en')}
        >
          {words.app.language}
        </button>
      </header>
      <main id="main" className="gate__main" tabIndex={-1}>
        <div className="gate__card">
          <PageTitle title={words.signIn.title} />
          <p className="lead">{words.signIn.lead}</p>
          {ended && <Notice kind="warning">{words.signIn.ended}</Notice>}
          <SignInForm />
          <details className="aside-help">
            <summary>{words.signIn.forgotten}</summary>
            {hub?.sendsMail ? <Forgotten /> : <p>{words.signIn.forgottenAsk}</p>}
          </details>
          <details className="aside-help">
            <summary>{words.signIn.invited}</summary>
            <p>{words.signIn.invitedText}</p>
          </details>
          <p className="aside-help">
            <Link href="/public">{words.signIn.public}</Link>
          </p>
        </div>
        {hub && hub.personas.length > 0 && <Personas personas={hub.personas} />}
      </main>
    </div>
  );
}

function SignInForm() {
  const words = useWords();
  const { refresh } = useSession();
  const { run, running, error } = useAction(SignIn);
  const [shown, setShown] = useState(false);
  const id = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const input = { email: String(data.get('email')), password: String(data.get('password')) };
    if (await run({ input })) await refresh();
  };
  return (
    <form className="usa-form form" onSubmit={(event) => void submit(event)}>
      {error &&
        (error.code === 'UNAUTHENTICATED' ? (
          <Notice kind="error" urgent>
            {words.signIn.wrong}
          </Notice>
        ) : (
          <Failure error={error} />
        ))}
      <label className="usa-label" htmlFor={`${id}-email`}>
        {words.signIn.email}
      </label>
      <input
        className="usa-input"
        id={`${id}-email`}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        required
      />
      <label className="usa-label" htmlFor={`${id}-password`}>
        {words.signIn.password}
      </label>
      <input
        className="usa-input"
        id={`${id}-password`}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
      />
      <button
        type="button"
        className="usa-button usa-button--unstyled show-password"
        aria-controls={`${id}-password`}
        onClick={() => setShown(!shown)}
      >
        {shown ? words.signIn.hide : words.signIn.show}
      </button>
      <button type="submit" className="usa-button usa-button--big wide" disabled={running}>
        {words.signIn.submit}
      </button>
    </form>
  );
}
