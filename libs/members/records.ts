import sql from 'sql-template-tag';
import { type MemberKind, type RegionLine, ROLES, type Role } from '#access';
import type { InvitationPurpose } from '#contract';
import type { RegionCode, RegionTree } from '#regions';

/** A member as it is now. */
export interface MemberRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly jurisdiction: RegionCode | null;
  /** The jurisdiction and all above it; empty for a partner. */
  readonly line: RegionLine;
  readonly agreedRegions: readonly RegionCode[];
  readonly twoPersonRelease: boolean;
  readonly suspended: boolean;
  readonly since: number;
}

/** A person as they are now, with what only some may know; see `personView`. */
export interface PersonRecord {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly contact: boolean;
  readonly suspended: boolean;
  /** Neither they nor their member are suspended. */
  readonly active: boolean;
  readonly roles: readonly Role[];
}

export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
}

export interface InvitationRecord {
  readonly id: string;
  readonly purpose: InvitationPurpose;
  readonly memberId: string;
  readonly personId: string | null;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresAt: string;
  readonly invitedById: string | null;
}

export const MEMBER_COLUMNS = sql`m.id, m.name, m.kind, m.jurisdiction, m.agreed_regions, m.two_person, m.suspended_at, m.since`;

export interface MemberFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly jurisdiction: RegionCode | null;
  readonly agreed_regions: string;
  readonly two_person: number;
  readonly suspended_at: string | null;
  readonly since: number;
}

export const toMember = (row: MemberFacts, tree: RegionTree): MemberRecord => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  jurisdiction: row.jurisdiction,
  line: row.jurisdiction === null ? [] : tree.line(row.jurisdiction),
  agreedRegions: JSON.parse(row.agreed_regions) as RegionCode[],
  twoPersonRelease: row.two_person === 1,
  suspended: row.suspended_at !== null,
  since: row.since,
});

export const PERSON_COLUMNS = sql`p.id, p.member_id, p.name, p.email, p.contact, p.suspended_at,
  (SELECT m.suspended_at FROM member m WHERE m.id = p.member_id) AS member_suspended_at,
  (SELECT string_agg(r.role, ',') FROM person_role r WHERE r.person_id = p.id) AS roles`;

export interface PersonFacts {
  readonly id: string;
  readonly member_id: string;
  readonly name: string;
  readonly email: string;
  readonly contact: number;
  readonly suspended_at: string | null;
  readonly member_suspended_at: string | null;
  readonly roles: string | null;
}

export const toPerson = (row: PersonFacts): PersonRecord => ({
  id: row.id,
  memberId: row.member_id,
  name: row.name,
  email: row.email,
  contact: row.contact === 1,
  suspended: row.suspended_at !== null,
  active: row.suspended_at === null && row.member_suspended_at === null,
  roles: readRoles(row.roles),
});

/** Roles in the order of the table, from the database's comma-separated text. */
export function readRoles(text: string | null): Role[] {
  const held = text?.split(',') ?? [];
  return ROLES.filter((role) => held.includes(role));
}

export const INVITATION_COLUMNS = sql`i.id, i.purpose, i.member_id AS "memberId", i.person_id AS "personId", i.email, i.name,
  i.roles, i.expires_at AS "expiresAt", i.invited_by_id AS "invitedById"`;

export type InvitationFacts = Omit<InvitationRecord, 'roles'> & { readonly roles: string };

export const toInvitation = (row: InvitationFacts): InvitationRecord => ({
  ...row,
  roles: JSON.parse(row.roles) as Role[],
});
