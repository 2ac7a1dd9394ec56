import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { IsPublic } from '../generated/operations.generated.js';
import { useQuery } from '../hub/use-query.js';
import { FeedPage } from '../pages/feed/feed-page.js';
import { HomePage } from '../pages/home/home-page.js';
import { NotFound } from '../pages/not-found.js';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { Failure } from '../parts/failure.js';
import { Loading } from '../parts/loading.js';
import { Guard } from './guard.js';
import { OutsideShell } from './outside-shell.js';
import { useSession } from './session.js';
import { Shell } from './shell.js';

const PublicationPage = lazy(() => import('../pages/publication/publication-page.js'));
const ComposePage = lazy(() => import('../pages/compose/compose-page.js'));
const DraftsPage = lazy(() => import('../pages/drafts/drafts-page.js'));
const AccountPage = lazy(() => import('../pages/account/account-page.js'));
const ReachPage = lazy(() => import('../pages/reach/reach-page.js'));
const MapPage = lazy(() => import('../pages/map/map-page.js'));
const SubscriptionsPage = lazy(() => import('../pages/subscriptions/subscriptions-page.js'));
const PreferencesPage = lazy(() => import('../pages/preferences/preferences-page.js'));
const LookUpPage = lazy(() => import('../pages/look-up/look-up-page.js'));
const ImportPage = lazy(() => import('../pages/import/import-page.js'));
const MembersPage = lazy(() => import('../pages/members/members-page.js'));
const MemberPage = lazy(() => import('../pages/members/member-page.js'));
const GroupsPage = lazy(() => import('../pages/groups/groups-page.js'));
const OperationsPage = lazy(() => import('../pages/operations/operations-page.js'));
const PublicPage = lazy(() => import('../pages/public/public-page.js'));
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
  if (viewer === null) return <Outside location={location} />;
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
            <Route path="/publications/:id/reach">{({ id }) => <ReachPage id={id} key={id} />}</Route>
            <Route path="/account" component={AccountPage} />
            <Route path="/map" component={MapPage} />
            <Route path="/subscriptions" component={SubscriptionsPage} />
            <Route path="/preferences" component={PreferencesPage} />
            <Route path="/indicators" component={LookUpPage} />
            <Route path="/import" component={ImportPage} />
            <Route path="/members" component={MembersPage} />
            <Route path="/members/:id">{({ id }) => <MemberPage id={id} key={id} />}</Route>
            <Route path="/groups" component={GroupsPage} />
            <Route path="/operations" component={OperationsPage} />
            <Route path="/public" component={PublicPage} />
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

/** Without a session: what is public, and signing in wherever else one comes to. */
function Outside({ location }: { readonly location: string }) {
  const { ended } = useSession();
  const [, id] = /^\/publications\/([^/]+)$/.exec(location) ?? [];
  if (location === '/public') {
    return (
      <OutsideShell>
        <Suspense fallback={<Loading />}>
          <PublicPage />
        </Suspense>
      </OutsideShell>
    );
  }
  return id && !ended ? <OutsidePublication id={id} /> : <SignInPage />;
}

/** Whoever follows a link from a mail signs in first, unless it is public; which of both it is, nobody can tell before. */
function OutsidePublication({ id }: { readonly id: string }) {
  const { data } = useQuery(IsPublic, { id });
  if (!data) return <Loading />;
  if (!data.publication) return <SignInPage />;
  return (
    <OutsideShell>
      <Suspense fallback={<Loading />}>
        <PublicationPage id={id} />
      </Suspense>
    </OutsideShell>
  );
}

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
