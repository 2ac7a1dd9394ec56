/** Kinds of member; the words are those of the contract and the database. */
export const MEMBER_KINDS = ['STATE', 'LOCAL', 'FEDERAL', 'HUB', 'PARTNER'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** Roles a person may hold; the last three only at the hub member. */
export const ROLES = [
  'VIEWER',
  'AUTHOR',
  'RELEASER',
  'COORDINATOR',
  'ANALYST',
  'OPERATOR',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];
export const HUB_ROLES: readonly Role[] = ['ANALYST', 'OPERATOR', 'AUDITOR'];

/** FIRST Traffic Light Protocol 2.0, from the loosest to the strictest. */
export const TLPS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;
export type Tlp = (typeof TLPS)[number];

export const PUBLICATION_KINDS = ['ALERT', 'ADVISORY', 'BULLETIN'] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** A region followed by everything above it, nearest first: `['55025', '55', 'R05', 'US']`. */
export type RegionLine = readonly string[];

/**
 * What decides about a viewer, as it is now. `null` stands for somebody who has not signed in.
 * `since` is the release log's sequence at which that fact began; it decides only which
 * "no longer available" entries the viewer may get, never what is visible.
 */
export interface Viewer {
  readonly personId: string;
  readonly active: boolean;
  readonly since: number;
  readonly roles: readonly Role[];
  readonly member: {
    readonly id: string;
    readonly kind: MemberKind;
    readonly active: boolean;
    readonly since: number;
    /** The jurisdiction's line, or empty for a partner, which has none. */
    readonly jurisdiction: RegionLine;
  };
  readonly groups: readonly { readonly id: string; readonly since: number }[];
}

/** Whom a revision is addressed to. `memberKinds` empty means every kind. */
export interface Audience {
  readonly regions: readonly RegionLine[];
  readonly memberKinds: readonly MemberKind[];
  readonly groupIds: readonly string[];
  /** The persons named by a RED publication. */
  readonly personIds: readonly string[];
}

/** What decides about a released revision. */
export interface Released {
  readonly tlp: Tlp;
  readonly originId: string;
  /** The person who released it: with RED, the only one besides those named who sees it. */
  readonly releasedById: string;
  readonly audience: Audience;
}

/** What decides about a comment. */
export interface Commented {
  readonly tlp: Tlp;
  /** Its publication as it stood when the comment was posted. */
  readonly on: Released;
  readonly memberId: string;
  readonly personId: string;
}

/** What decides about a draft. */
export interface Drafted {
  readonly originId: string;
  readonly submitted: boolean;
}
