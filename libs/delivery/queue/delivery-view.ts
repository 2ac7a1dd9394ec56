import sql from 'sql-template-tag';
import type { Delivery } from './delivery.entity.js';

/** A delivery as the contract shows it. */
export type DeliveryView = Pick<
  Delivery,
  | 'id'
  | 'channel'
  | 'reason'
  | 'state'
  | 'plannedAt'
  | 'tries'
  | 'triedAt'
  | 'cause'
  | 'said'
  | 'publicationId'
> & { readonly dueAt: string | null };

export const DELIVERY_COLUMNS = sql`d.id, d.channel, d.reason, d.state, d.planned_at AS "plannedAt", d.tries,
  d.tried_at AS "triedAt", d.cause, d.said, d.publication_id AS "publicationId",
  (SELECT q.due_at FROM delivery_queue q WHERE q.delivery_id = d.id) AS "dueAt"`;

/** The first twelve hexadecimal digits of an id: 48 of its random bits, as a number that a cursor can seal. */
export const numberOfId = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** The ids that begin with such a number; `.` comes right after `-`. */
export function prefixOfNumber(number: number): [start: string, end: string] {
  const digits = number.toString(16).padStart(12, '0');
  const prefix = `${digits.slice(0, 8)}-${digits.slice(8)}`;
  return [`${prefix}-`, `${prefix}.`];
}
