import type { ReactNode } from 'react';
import { Link } from 'wouter';
import flame from '../marks/flame.svg';
import { useSpeech, useWords } from '../words/words.js';
import { useSession } from './session.js';

/** What the public pages have around them. */
export function OutsideShell({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const { language, speak } = useSpeech();
  const { hub } = useSession();
  return (
    <div className="shell">
      <a className="usa-skipnav" href="#main">
        {words.app.skip}
      </a>
      {hub?.demo && <p className="demo-strip">{words.app.demo}</p>}
      <header className="header">
        <Link href="/public" className="header__brand">
          <img src={flame} alt="" width="32" height="32" />
          <span>{words.app.name}</span>
        </Link>
        <span className="header__member" />
        <button
          type="button"
          className="more__button"
          lang={words.app.languageCode}
          onClick={() => speak(language === 'en' ? 'es' : 'en')}
        >
          {words.app.language}
        </button>
        <Link href="/sign-in" className="place">
          {words.signIn.title}
        </Link>
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
