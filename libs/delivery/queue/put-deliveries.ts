import { Injectable } from '@nestjs/common';
import sql, { bulk } from 'sql-template-tag';
import { Clock, Ids, timestamp, type WriteTx } from '#platform';
import type { ChannelName, DeliveryReason } from './vocabulary.js';
import { enqueue } from './waiting.js';

/** Something to deliver. No two have the same publication, sequence, channel, address, reason and step. */
export interface NewDelivery {
  /** Where whoever puts it must know; else a new one. */
  readonly id?: string;
  readonly channel: ChannelName;
  /** For e-mail the id of the person, for a webhook that of the endpoint. */
  readonly address: string;
  readonly personId: string | null;
  readonly memberId: string;
  readonly publicationId?: string;
  readonly sequence?: number;
  readonly reason?: DeliveryReason;
  readonly step?: number;
  readonly carries?: object;
  readonly urgent?: boolean;
  /** RFC 3339; now, unless it is to wait. */
  readonly dueAt?: string;
}

/** Rows of one statement: with fourteen values each below the 32,766 that SQLite binds at most. */
const ROWS_AT_ONCE = 500;

/** Puts deliveries into the queue. To do it again changes nothing. */
@Injectable()
export class PutDeliveries {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async put(tx: WriteTx, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const now = timestamp(this.clock.now());
    for (let start = 0; start < deliveries.length; start += ROWS_AT_ONCE) {
      const part = new Map(
        deliveries.slice(start, start + ROWS_AT_ONCE).map((one) => [one.id ?? this.ids.id(), one]),
      );
      const put = await tx.rows<{ id: string }>(sql`
        INSERT INTO delivery (id, channel, address, person_id, member_id, publication_id, sequence, reason, step,
          carries, urgent, state, tries, planned_at)
        VALUES ${bulk([...part].map(([id, one]) => rowOf(id, one, now)))}
        ON CONFLICT (publication_id, sequence, channel, address, reason, step) DO NOTHING RETURNING id`);
      const queued = put.map(({ id }) => {
        const { channel, address, urgent, dueAt = now } = part.get(id) as NewDelivery;
        return { deliveryId: id, channel, urgent: urgent ? 1 : 0, address, dueAt };
      });
      await enqueue(tx, queued);
    }
  }
}

function rowOf(id: string, one: NewDelivery, now: string): unknown[] {
  const { publicationId = '', sequence = 0, reason = 'RELEASE', step = 0 } = one;
  return [
    id,
    one.channel,
    one.address,
    one.personId,
    one.memberId,
    publicationId,
    sequence,
    reason,
    step,
    one.carries === undefined ? null : JSON.stringify(one.carries),
    one.urgent === true,
    'PENDING',
    0,
    now,
  ];
}
