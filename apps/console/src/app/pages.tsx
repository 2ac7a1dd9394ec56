import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { FeedPage } from '../pages/feed/feed-page.js';
import { HomePage } from '../pages/home/home-page.js';
import { NotFound } from '../pages/not-found.js';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { Failure } from '../parts/failure.js';
import { Loading } from '../parts/loading.js';
import { Guard } from './guard.js';
import { useSession } from './session.js';
import { Shell } from './shell.js';

const PublicationPage = lazy(() => import('../pages/publication/publication-page.js'));
const ComposePage = lazy(() => import('../pages/compose/compose-page.js'));
const DraftsPage = lazy(() => import('../pages/drafts/drafts-page.js'));
const InvitationPage = lazy(() => import('../pages/sign-in/invitation-page.js'));

/** Which page is at which address, and who must be signed in for it. */
export function Pages() {
  const { viewer, error, refresh } = useSession();
  const [location] = useLocation();
  useFocusOnArrival(placeOf(location));

  if (error && viewer === undefined) {
    return (
      <main className="gate">
        <Failure error={error} retry={refresh} />
      </main>
    );
  }
  if (viewer === undefined) return <Loading />;
  if (location === '/invitation') return <InvitationPageAlone />;
  if (viewer === null) return <SignInPage />;
  return (
    <Shell>
      <Guard key={placeOf(location)}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/sign-in" component={HomePage} />
            <Route path="/publications" component={FeedPage} />
            <Route path="/publications/:id">{({ id }) => <PublicationPage id={id} key={id} />}</Route>
            <Route path="/publications/:id/revise">{({ id }) => <ComposePage revises={id} key={id} />}</Route>
            <Route path="/compose/:id?">{({ id }) => <ComposePage draftId={id} />}</Route>
            <Route path="/drafts" component={DraftsPage} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </Guard>
    </Shell>
  );
}

/** An editor stays the same place when its draft gets an address. */
const placeOf = (location: string) => (location.startsWith('/compose') ? '/compose' : location);

function InvitationPageAlone() {
  return (
    <Suspense fallback={<Loading />}>
      <InvitationPage />
    </Suspense>
  );
}

/** After going to another page the focus stands at its heading, as after loading one. */
function useFocusOnArrival(location: string): void {
  const before = useRef(location);
  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [location]);
}
