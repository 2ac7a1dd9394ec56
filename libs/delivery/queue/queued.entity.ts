import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelName } from './vocabulary.js';

/** A delivery that is still to be sent: `PENDING` or `RETRYING` in the ledger. It leaves in the transaction that ends it there. */
@Entity('delivery_queue')
export class Queued {
  @PrimaryColumn('text', { name: 'delivery_id' })
  deliveryId!: string;

  /** As in the ledger, where it never changes; so are `urgent` and `address`. */
  @Column('text')
  channel!: ChannelName;

  @Column('integer')
  urgent!: number;

  @Column('text')
  address!: string;

  /** Not to be sent before. */
  @Column('text', { name: 'due_at' })
  dueAt!: string;

  /** The worker that is sending it, and until when nobody else takes it. */
  @Column('text', { name: 'leased_by', nullable: true })
  leasedBy!: string | null;

  @Column('text', { name: 'leased_until', nullable: true })
  leasedUntil!: string | null;
}
