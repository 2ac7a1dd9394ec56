import type { PublicationView } from '#publications';
import type { DeliveryReason } from '../../queue/vocabulary.js';

/** What of a publication a letter tells, as its reader sees it. */
export type Told = Pick<
  PublicationView,
  | 'id'
  | 'kind'
  | 'state'
  | 'title'
  | 'summary'
  | 'body'
  | 'instructions'
  | 'tlp'
  | 'status'
  | 'severity'
  | 'urgency'
  | 'certainty'
  | 'origin'
  | 'onBehalfOf'
  | 'affectedSystems'
  | 'affectedProducts'
  | 'cves'
  | 'references'
  | 'analyticConfidence'
  | 'sourcing'
  | 'handling'
  | 'acknowledgeWithinMinutes'
  | 'expiresAt'
  | 'withdrawal'
>;

/** Why a letter about a publication is written. */
export interface Occasion {
  readonly what: 'PUBLISHED' | 'REVISED' | 'AUDIENCE_CHANGED' | 'WITHDRAWN';
  readonly reason: DeliveryReason;
  /** When the release was. */
  readonly at: string;
  /** What the revision says of itself. */
  readonly note: string | null;
  /** Why it came to this reader. */
  readonly because: string;
  /** Whose answer is missing, in a reminder or an escalation. */
  readonly unanswered: string | null;
}

/** Where a letter leads. */
export interface Ways {
  readonly read: string;
  readonly settings: string;
  /** Where its reader answers, without signing in; none where they may not. */
  readonly answer: string | null;
  /** Where they say that they have read it. */
  readonly seen: string | null;
  readonly unsubscribe: string | null;
}

/** What a letter needs of its reader. */
export interface Reader {
  readonly timeZone: string;
}
