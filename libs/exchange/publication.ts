import type { MemberKind, PublicationKind, Tlp } from '#access';
import type {
  AffectedSystem,
  AnalyticConfidence,
  Certainty,
  PublicationState,
  PublicationStatus,
  Severity,
  Urgency,
} from '#contract';

/** A member as other formats name it. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: MemberKind;
}

/** A region as other formats name it. */
export interface Place {
  readonly code: string;
  /** Its name with the county and state that hold it. */
  readonly name: string;
  /** ISO 3166-2 of the state that it is or lies in: `US-WI`; null above the states. */
  readonly stateIso: string | null;
  /** The SAME location codes that together cover it. */
  readonly same: readonly string[];
}

/** A revision that a viewer may see, oldest first in a list. */
export interface RevisionNote {
  readonly id: string;
  readonly at: string;
  readonly note: string | null;
}

/**
 * A publication as it may leave the hub in another format, in plain values. Whoever makes one has asked what its reader may
 * see. A file travels on: so an anonymous origin is `null` here for everybody, its own people included.
 */
export interface Outgoing {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly state: PublicationState;
  /** Null in the tombstone of a strict one. */
  readonly title: string | null;
  readonly summary: string | null;
  readonly body: string | null;
  readonly instructions: string | null;
  readonly tlp: Tlp;
  readonly origin: Party | null;
  readonly onBehalfOf: Party | null;
  readonly status: PublicationStatus;
  readonly severity: Severity | null;
  readonly urgency: Urgency | null;
  readonly certainty: Certainty | null;
  readonly affectedSystems: readonly AffectedSystem[];
  readonly affectedProducts: readonly string[];
  readonly cves: readonly string[];
  readonly references: readonly { readonly title: string; readonly url: string }[];
  readonly analyticConfidence: AnalyticConfidence | null;
  readonly sourcing: string | null;
  readonly handling: readonly string[];
  readonly acknowledgeWithinMinutes: number | null;
  readonly expiresAt: string | null;
  readonly regions: readonly Place[];
  /** RFC 3339 with milliseconds, as all times here. */
  readonly publishedAt: string;
  readonly updatedAt: string;
  /** Those that its reader may see, a withdrawal among them; never empty. */
  readonly revisions: readonly RevisionNote[];
  readonly withdrawal: { readonly at: string; readonly reason: string } | null;
  /** Ids of the STIX objects of others that it was taken from, nearest first; empty for what was written here. */
  readonly takenFrom: readonly string[];
}

/** The hub that a publication leaves. */
export interface Source {
  /** The hub itself: it speaks for whoever is anonymous. */
  readonly hub: Party;
  /** The hub's public address, without a slash at its end. */
  readonly url: string;
}

const NOT_REAL = { ACTUAL: '', EXERCISE: 'EXERCISE: ', TEST: 'TEST: ' } as const;

/** What a reader sees first: whatever is not real says so, and a title that is withheld is not guessed at. */
export const headlineOf = ({ status, title }: Pick<Outgoing, 'status' | 'title'>): string =>
  `${NOT_REAL[status]}${title ?? 'No longer available'}`;

/** Who is told to be the author: the origin, or for an anonymous one the hub. */
export const authorOf = (
  { origin, onBehalfOf }: Pick<Outgoing, 'origin' | 'onBehalfOf'>,
  { hub }: Source,
): Party => onBehalfOf ?? origin ?? hub;

/** TLP:RED is seen at the hub by the persons it names, and leaves it by no way. */
export function assertMayLeave({ tlp }: Pick<Outgoing, 'tlp'>): void {
  if (tlp === 'RED') throw new TypeError('TLP:RED does not leave the hub.');
}
