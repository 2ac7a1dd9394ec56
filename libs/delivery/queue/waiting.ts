import sql, { bulk, type Sql } from 'sql-template-tag';
import { amongIds } from '#members';
import type { WriteTx } from '#platform';
import type { Delivery } from './delivery.entity.js';
import type { Queued } from './queued.entity.js';

/** What every worker listens on for something to send. */
export const DELIVERIES = 'delivery';

/** Puts deliveries that are in the ledger into the queue. */
export async function enqueue(
  tx: WriteTx,
  deliveries: readonly Omit<Queued, 'leasedBy' | 'leasedUntil'>[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((one) => [one.deliveryId, one.channel, one.urgent, one.address, one.dueAt]);
  await tx.execute(sql`
    INSERT INTO delivery_queue (delivery_id, channel, urgent, address, due_at) VALUES ${bulk(rows)}`);
  tx.wake(DELIVERIES);
}

/** What was sent, or was given up. */
export type Again = Pick<Delivery, 'id' | 'reason' | 'address' | 'publicationId'>;

/**
 * Has sent again what is over, as if it had never been tried.
 * @param which a SELECT of ids, of deliveries that are `SENT` or `FAILED`
 * @param at when it is due. RFC 3339
 */
export async function sendAgain(tx: WriteTx, which: Sql, at: string): Promise<Again[]> {
  const again = await tx.rows<Again>(sql`
    UPDATE delivery SET state = 'PENDING', tries = 0 WHERE id IN (${which})
    RETURNING id, reason, address, publication_id AS "publicationId"`);
  if (again.length === 0) return again;
  const ids = again.map(({ id }) => id);
  await tx.execute(sql`
    INSERT INTO delivery_queue (delivery_id, channel, urgent, address, due_at)
    SELECT id, channel, urgent, address, ${at} FROM delivery WHERE id ${amongIds(tx, ids)}`);
  tx.wake(DELIVERIES);
  return again;
}

/** Takes deliveries out of the queue, in the transaction that ends them in the ledger. */
export async function leaveQueue(tx: WriteTx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`DELETE FROM delivery_queue WHERE delivery_id ${amongIds(tx, ids)}`);
}
