import { useMemo } from 'react';
import type { IconName } from '../marks/icon.js';
import { useWords } from '../words/words.js';
import { useMay } from './session.js';

/** Somewhere one can go. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Whether it carries the number of alerts that wait for an answer. */
  readonly badge?: boolean;
}

interface Places {
  /** At hand on every page; on a phone at most five. */
  readonly main: readonly Place[];
  /** In the menu. */
  readonly more: readonly Place[];
}

/** Where the viewer can go: nothing is offered that they may not do. */
export function usePlaces(): Places {
  const { nav, preferences, lookUp, imports } = useWords();
  const may = useMay();
  return useMemo(() => {
    const writes = may('publication.draft');
    const reads = may('inbox.mark');
    const kept = (places: readonly (Place | false)[]) => places.filter((place) => place !== false);
    return {
      main: kept([
        { href: '/', label: nav.home, icon: 'home', badge: true },
        reads && { href: '/publications', label: nav.feed, icon: 'feed' },
        writes && { href: '/compose', label: nav.compose, icon: 'campaign' },
        reads && { href: '/map', label: nav.map, icon: 'map' },
      ]),
      more: kept([
        (writes || may('publication.review')) && { href: '/drafts', label: nav.drafts, icon: 'edit' },
        reads && { href: '/indicators', label: lookUp.title, icon: 'search' },
        (writes || may('catalogue.update')) && { href: '/import', label: imports.title, icon: 'download' },
        may('subscription.manageOwn') && {
          href: '/subscriptions',
          label: nav.subscriptions,
          icon: 'notifications',
        },
        may('preferences.setOwn') && { href: '/preferences', label: preferences.title, icon: 'mail' },
        { href: '/members', label: nav.members, icon: 'people' },
        reads && { href: '/groups', label: nav.groups, icon: 'group' },
        (may('audit.read') || may('delivery.operate')) && {
          href: '/operations',
          label: nav.operations,
          icon: 'security',
        },
        { href: '/public', label: nav.public, icon: 'public' },
        { href: '/account', label: nav.account, icon: 'account' },
      ]),
    };
  }, [nav, preferences, lookUp, imports, may]);
}
