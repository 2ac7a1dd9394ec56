import type { Key, PublicationKind, RegionLine, Released, Tlp } from '#access';
import type { AffectedSystem, Attribution, PublicationState, PublicationStatus } from '#contract';
import type { Composed } from '../content/content.js';

/** What happened, as it is logged. What a viewer is told is worked out from it. */
export type LoggedKind = 'PUBLISHED' | 'REVISED' | 'AUDIENCE_CHANGED' | 'WITHDRAWN';

/** What of a revision decides whom it concerns. */
export interface PublicationFacts {
  readonly kind: PublicationKind;
  readonly originId: string;
  readonly attribution: Attribution;
  readonly tlp: Tlp;
  readonly status: PublicationStatus;
  /** 0, BASELINE, to 5, EMERGENCY. */
  readonly severity: number | null;
  readonly systems: readonly AffectedSystem[];
  /** The regions that it is addressed to, each with what lies above it. */
  readonly regions: readonly RegionLine[];
  readonly groupIds: readonly string[];
  readonly personIds: readonly string[];
  readonly cves: readonly string[];
  readonly expiresAt: string | null;
  readonly acknowledgeWithinMinutes: number | null;
  /** Title, summary, body, instructions, products and CVE ids, a line each. */
  readonly text: string;
  /** Whether it tells of new entries of the KEV catalogue. */
  readonly catalogueNews: boolean;
}

/** A revision as it is stored. */
export interface LoggedRevision extends Composed {
  /** From 1, counting all. */
  readonly number: number;
  readonly note: string | null;
  readonly releasedById: string;
  /** Whether all who see the publication see all of its revisions, so that its number is theirs too. */
  readonly numberHolds: boolean;
}

/** An entry of the release log with all that decides who is told what of it. It is never shown as it is. */
export interface LogEntry {
  readonly sequence: number;
  readonly publicationId: string;
  readonly revisionId: string;
  readonly what: LoggedKind;
  readonly at: string;
  /** What opens the entry itself. */
  readonly keys: readonly Key[];
  /** What opened the publication until this entry and no longer did after it. */
  readonly lostKeys: readonly Key[];
  /** What opens the publication now. */
  readonly presentKeys: readonly Key[];
  /** Further sets of keys, each deciding about a part that can be read through the entry: other revisions, what is superseded. */
  readonly locks: readonly (readonly Key[])[];
  /** Keys of which each makes a difference by itself, since they tell an origin. */
  readonly tellingKeys: readonly Key[];
  /** Every key that can make a difference. */
  readonly allKeys: readonly Key[];
  /** Whether the publication has been withdrawn by now. */
  readonly presentState: PublicationState;
  readonly presentTlp: Tlp;
  /** Whether its origin is named now, whatever the revision said. */
  readonly presentAttribution: Attribution;
  /** What decided about the revision when it was released. */
  readonly released: Released;
  /** Of the revision; of a withdrawal, those of what was withdrawn. */
  readonly facts: PublicationFacts;
  /** The revision before this one. */
  readonly previous: { readonly keys: readonly Key[]; readonly facts: PublicationFacts } | null;
  /** The revision itself. It is shown only through a view. */
  readonly revision: LoggedRevision;
}
