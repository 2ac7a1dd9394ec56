import { may, type Principal } from '#access';
import type { PublicationView } from '#publications';

/** Whether somebody may answer for their member what they see. */
export const mayAnswer = (
  { viewer, scopes }: Principal,
  { originId, state }: Pick<PublicationView, 'originId' | 'state'>,
): boolean =>
  viewer !== null &&
  state === 'RELEASED' &&
  originId !== viewer.member.id &&
  may(viewer, 'publication.acknowledge', { memberId: viewer.member.id }, scopes);
