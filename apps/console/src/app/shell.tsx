import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Counts } from '../generated/operations.generated.js';
import { useQuery } from '../hub/use-query.js';
import flame from '../marks/flame.svg';
import { Icon } from '../marks/icon.js';
import { useSpeech, useWords } from '../words/words.js';
import { useLive } from './live.js';
import { type Place, usePlaces } from './places.js';
import { useSession, useViewer } from './session.js';

/** What every page of those signed in has around it: where one can go, who one is, whether the line stands. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const { hub } = useSession();
  return (
    <div className="shell">
      <a className="usa-skipnav" href="#main">
        {words.app.skip}
      </a>
      {hub?.demo && <p className="demo-strip">{words.app.demo}</p>}
      <Header />
      <OfflineStrip />
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <TabBar />
    </div>
  );
}

/** The number of alerts without an answer, anew whenever something is released. */
function useWaiting(): number {
  const { news } = useLive();
  const { data, refresh } = useQuery(Counts, {});
  const latest = news[0]?.cursor;
  useEffect(() => {
    if (!latest) return;
    const timer = setTimeout(() => void refresh(), 1_000);
    return () => clearTimeout(timer);
  }, [latest, refresh]);
  return data?.inboxCounts.unanswered ?? 0;
}

function Header() {
  const words = useWords();
  const { main, more } = usePlaces();
  const { member } = useViewer();
  return (
    <header className="header">
      <Link href="/" className="header__brand">
        <img src={flame} alt="" width="32" height="32" />
        <span>{words.app.name}</span>
      </Link>
      <nav className="header__nav" aria-label={words.nav.label}>
        {main.map((place) => (
          <PlaceLink key={place.href} place={place} />
        ))}
      </nav>
      <span className="header__member">{member.name}</span>
      <MoreMenu places={more} />
    </header>
  );
}

function PlaceLink({ place: { href, label, icon, badge } }: { readonly place: Place }) {
  const [location] = useLocation();
  const here = href === '/' ? location === '/' : location.startsWith(href);
  const waiting = useWaiting();
  const words = useWords();
  return (
    <Link href={href} className="place" aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {badge && waiting > 0 && (
        <span className="badge">
          <span aria-hidden="true">{waiting}</span>
          <span className="usa-sr-only">{words.nav.waiting(waiting)}</span>
        </span>
      )}
    </Link>
  );
}

/** On a phone the main places stand at the thumb. */
function TabBar() {
  const words = useWords();
  const { main } = usePlaces();
  return (
    <nav className="tab-bar" aria-label={words.nav.label}>
      {main.map((place) => (
        <PlaceLink key={place.href} place={place} />
      ))}
    </nav>
  );
}

function MoreMenu({ places }: { readonly places: readonly Place[] }) {
  const words = useWords();
  const { language, speak } = useSpeech();
  const { signOut } = useSession();
  const [open, setOpen] = useState(false);
  const [location] = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [location]);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', key);
    };
  }, [open]);
  return (
    <div className="more" ref={place}>
      <button
        type="button"
        className="more__button"
        ref={button}
        aria-expanded={open}
        aria-controls="more-menu"
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
        <span>{words.app.menu}</span>
      </button>
      <div className="more__menu" id="more-menu" hidden={!open}>
        {places.map(({ href, label, icon }) => (
          <Link key={href} href={href} className="more__item">
            <Icon name={icon} />
            {label}
          </Link>
        ))}
        <button
          type="button"
          className="more__item"
          lang={words.app.languageCode}
          onClick={() => speak(language === 'en' ? 'es' : 'en')}
        >
          <Icon name="language" />
          {words.app.language}
        </button>
        <button type="button" className="more__item" onClick={() => void signOut()}>
          <Icon name="logout" />
          {words.nav.signOut}
        </button>
      </div>
    </div>
  );
}

/** Appears only when the line has been down for some seconds. */
function OfflineStrip() {
  const { state } = useLive();
  const words = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (state === 'live') return setShown(false);
    const timer = setTimeout(() => setShown(true), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status" className="offline-place">
      {shown && (
        <p className="offline-strip">
          <Icon name="offline" /> {words.app.offline}
        </p>
      )}
    </div>
  );
}
