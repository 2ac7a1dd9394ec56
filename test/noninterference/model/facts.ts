import type { Audience, Commented, KeyScope, MemberKind, RegionLine, Released, Role } from '#access';
import type { PublicationContentInput } from '#contract';

/** What the proof itself knows of its world: written down as things happen, never asked of the hub's own rule. */
export interface Facts {
  readonly members: Record<string, MemberFacts>;
  readonly people: Record<string, PersonFacts>;
  readonly groups: Record<string, GroupFacts>;
  readonly publications: Record<string, PublicationFacts>;
  readonly comments: Record<string, CommentFacts>;
  readonly drafts: Record<string, DraftFacts>;
  readonly subscriptions: Record<string, SubscriptionFacts>;
  readonly templates: Record<string, TemplateFacts>;
  /** Webhook endpoints. */
  readonly endpoints: Record<string, SubscriptionFacts>;
  /** Remote collections, which are the operators' alone. */
  readonly remotes: Record<string, { readonly id: string }>;
  readonly invitations: Record<string, InvitationFacts>;
  readonly indicators: Record<string, IndicatorFacts>;
  readonly carriers: Record<string, CarrierFacts>;
}

export interface MemberFacts {
  readonly id: string;
  readonly kind: MemberKind;
  name: string;
  /** Empty for a partner. */
  jurisdiction: RegionLine;
  agreedRegions: readonly string[];
  twoPersonRelease: boolean;
  suspended: boolean;
}

export interface PersonFacts {
  readonly id: string;
  readonly memberId: string;
  readonly email: string;
  roles: readonly Role[];
  contact: boolean;
  suspended: boolean;
}

/** A closed group has no members. */
export interface GroupFacts {
  readonly id: string;
  readonly ownerId: string;
  memberIds: readonly string[];
}

export interface RevisionFacts {
  readonly id: string;
  readonly released: Released;
  readonly content: PublicationContentInput;
  /** When it was released, RFC 3339. */
  readonly at: string;
}

export interface PublicationFacts {
  readonly id: string;
  readonly originId: string;
  readonly revisions: RevisionFacts[];
  withdrawn: boolean;
  /** The place of its latest release in the log, counted by the proof. */
  latest: number;
  /** Those who saw it before it was released again: if that closes it to them, then or once they leave a group, they are told by the id they knew. */
  readonly knownTo: string[];
}

export interface CommentFacts extends Commented {
  readonly id: string;
  readonly publicationId: string;
  readonly anonymous: boolean;
  ended: boolean;
}

export interface DraftFacts {
  readonly id: string;
  readonly memberId: string;
  readonly authorId: string;
  readonly writerMemberId: string;
  readonly revisesId: string | null;
  readonly baseRevisionId: string | null;
  readonly supersedesIds: readonly string[];
  readonly content: PublicationContentInput;
  readonly audience: Audience;
  readonly submitted: boolean;
  readonly version: number;
  readonly scheduled?: boolean;
}

export interface SubscriptionFacts {
  readonly id: string;
  readonly memberId: string;
  /** The person whose own it is; null for the member's. */
  readonly personId: string | null;
}

export interface TemplateFacts {
  readonly id: string;
  readonly memberId: string;
  readonly version: number;
}

export interface InvitationFacts {
  readonly id: string;
  readonly memberId: string;
  readonly token: string;
  readonly email: string;
  readonly name: string;
  /** For a new password, and not for somebody new. */
  readonly resets: boolean;
  /** Left alone: everybody asks with its link. */
  readonly kept: boolean;
}

export interface IndicatorFacts {
  readonly id: string;
  readonly originId: string;
  /** The publication that it is part of. */
  readonly publicationId: string | null;
  readonly released: Released;
  /** Of one by itself. */
  readonly named: boolean;
  revoked: boolean;
  /** Members who let it be told that they saw it. */
  readonly seenBy: string[];
}

/** A session, token or API key. */
export interface CarrierFacts {
  readonly id: string;
  readonly personId: string;
  readonly scopes: readonly KeyScope[] | null;
  /** Made only to be ended: nobody asks by it. */
  readonly spare: boolean;
}

/** Somebody who asks: a person, by a session or by a key, or somebody who has not signed in. */
export interface Asker {
  readonly personId: string | null;
  readonly scopes: readonly KeyScope[] | null;
}
