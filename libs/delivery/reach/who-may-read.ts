import { may, type Principal, type Tlp } from '#access';

/** What of a publication decides who may read whom it reached; the publication itself is visible to them. */
export interface Traced {
  readonly id: string;
  readonly originId: string;
  readonly tlp: Tlp;
}

/** Whom a RED one reached is for its origin's own people who see it: whom it names is nobody else's to know. */
export function mayReadReach({ viewer, scopes }: Principal, { originId, tlp }: Traced): boolean {
  if (!may(viewer, 'publication.reach', { memberId: originId }, scopes)) return false;
  return tlp !== 'RED' || viewer?.member.id === originId;
}
