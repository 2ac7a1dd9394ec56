import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cause, ChannelName, DeliveryState } from '../queue/vocabulary.js';

/** How many outcomes there were: what the ledger could tell only by being read as a whole. */
@Entity('delivery_tally')
export class DeliveryTally {
  /** RFC 3339 to the minute; empty for all minutes that are no longer told apart. */
  @PrimaryColumn('text')
  minute!: string;

  @PrimaryColumn('text')
  channel!: ChannelName;

  /** What the outcome made of the delivery. */
  @PrimaryColumn('text')
  state!: DeliveryState;

  /** Empty for what was sent. */
  @PrimaryColumn('text')
  cause!: Cause | '';

  /** The worker that counted, so that no two wait for each other to count. */
  @PrimaryColumn('text')
  worker!: string;

  @Column('bigint')
  count!: number;
}
