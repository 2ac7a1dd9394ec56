import type { Audience, MemberKind, PublicationKind, RegionLine, Tlp } from './types.js';
import { TLPS } from './types.js';

/** Which kinds of publication a member of each kind posts. */
const POSTED_BY: Record<PublicationKind, readonly MemberKind[]> = {
  ALERT: ['STATE', 'LOCAL', 'HUB'],
  ADVISORY: ['HUB', 'STATE', 'FEDERAL', 'PARTNER'],
  BULLETIN: ['FEDERAL', 'HUB'],
};

export const postsKind = (member: MemberKind, kind: PublicationKind): boolean =>
  POSTED_BY[kind].includes(member);

export interface Addresser {
  readonly kind: MemberKind;
  readonly jurisdiction: RegionLine;
  /** A partner's agreement: the regions that it may address, with what lies under them. */
  readonly agreedRegions: readonly string[];
}

/**
 * Whether a member may address an audience by itself. What goes beyond is submitted for review, not refused.
 * A local office reaches its own state and what lies under it; a partner what its agreement lists;
 * the others any region.
 */
export function addressesAlone(member: Addresser, audience: Audience): boolean {
  const within = (allowed: readonly string[]) =>
    audience.regions.every((line) => line.some((region) => allowed.includes(region)));
  switch (member.kind) {
    case 'LOCAL':
      return within(member.jurisdiction.filter((region) => /^\d\d$/.test(region)));
    case 'PARTNER':
      return within(member.agreedRegions);
    default:
      return true;
  }
}

/** Whether a member sets the alert level of a region: a state of itself and of what lies under it, the hub of all. */
export const setsLevelOf = (
  { kind, jurisdiction }: Omit<Addresser, 'agreedRegions'>,
  line: RegionLine,
): boolean =>
  kind === 'HUB' || (kind === 'STATE' && jurisdiction[0] !== undefined && line.includes(jurisdiction[0]));

/** Whether an audience takes in the whole nation. */
export const isNational = (audience: Audience): boolean =>
  audience.regions.some(([region]) => region === 'US');

/** Whether moving from one TLP to another lets more people see. */
export const loosens = (from: Tlp, to: Tlp): boolean => TLPS.indexOf(to) < TLPS.indexOf(from);
