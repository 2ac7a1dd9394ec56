import {
  type Addresser,
  type Audience,
  addressesAlone,
  isNational,
  may,
  type Tlp,
  type Viewer,
} from '#access';
import type { ReviewReason } from '#contract';

/** A release that somebody is about to make. */
export interface Intended {
  readonly origin: Addresser & { readonly twoPersonRelease: boolean };
  readonly tlp: Tlp;
  readonly audience: Audience;
  readonly releaser: Viewer;
  /** Who wrote it: whoever started it and whoever wrote it as it is now. */
  readonly writerIds: readonly string[];
  /** Whether the hub asks for two people where the nation is addressed. */
  readonly reviewNational: boolean;
}

/**
 * Why it must be reviewed instead of released; none, if it may go out. A hub analyst is the reviewer of what goes beyond
 * its origin's reach; nobody reviews what they wrote themselves.
 */
export function reviewReasons(intended: Intended): ReviewReason[] {
  const { origin, audience, releaser, writerIds } = intended;
  const alone = writerIds.includes(releaser.personId);
  // The regions of a red one open nothing: it goes to the persons it names.
  const reach = intended.tlp === 'RED' ? { ...audience, regions: [] } : audience;
  const reasons: ReviewReason[] = [];
  if (alone && origin.twoPersonRelease) reasons.push('TWO_PERSON');
  if (alone && intended.reviewNational && isNational(reach)) reasons.push('NATIONAL_AUDIENCE');
  if (!addressesAlone(origin, reach) && !reviewsForHub(releaser)) reasons.push('BEYOND_OWN_REGION');
  return reasons;
}

/** Acting for the hub rather than for one's own member. */
const reviewsForHub = (viewer: Viewer): boolean => may(viewer, 'publication.review', {});
