import type { Viewer } from '#access';
import type { NewDelivery } from '../queue/put-deliveries.js';
import type { EscalationRow } from './escalation.entity.js';
import type { UnusedEndpoint } from './unused-endpoints.js';

/** An answer that is waited for, and did not come in time. */
export type Due = Pick<
  EscalationRow,
  'publicationId' | 'memberId' | 'sequence' | 'minutes' | 'step' | 'contacts'
>;

/** Asks by a webhook. */
export const postTo = (
  { id, personId, heldUntil }: UnusedEndpoint,
  { publicationId, sequence, memberId }: Due,
  more: Pick<NewDelivery, 'step' | 'urgent'>,
): NewDelivery => ({
  channel: 'WEBHOOK',
  address: id,
  personId,
  memberId,
  publicationId,
  sequence,
  reason: 'ESCALATION',
  ...(heldUntil !== null && { dueAt: heldUntil }),
  ...more,
});

/** Asks by e-mail. */
export const mailTo = (
  { personId, member }: Viewer,
  { publicationId, sequence }: Due,
  more: Pick<NewDelivery, 'step' | 'urgent' | 'dueAt' | 'carries'>,
): NewDelivery => ({
  channel: 'EMAIL',
  address: personId,
  personId,
  memberId: member.id,
  publicationId,
  sequence,
  reason: 'ESCALATION',
  ...more,
});
