import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cause, ChannelName, DeliveryReason, DeliveryState } from './vocabulary.js';

/**
 * One thing on its way to one address, or that was: an entry of the ledger. It holds ids only; what is said, and whether it may
 * be, is found out at the moment of sending. While it is to be sent it is in the queue besides.
 */
@Entity('delivery')
export class Delivery {
  /** The same however often it is sent, so that whoever gets it twice can tell. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  channel!: ChannelName;

  /** Where it goes, as the channel knows it: for e-mail the id of the person, for a webhook that of the endpoint. */
  @Column('text')
  address!: string;

  /** Whose eyes decide whether it may be sent; none for what belongs to a member. */
  @Column('text', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  /** What it is about; empty for what is about no one publication. */
  @Column('text', { name: 'publication_id' })
  publicationId!: string;

  /** The entry of the release log; 0 for what is about none. */
  @Column('bigint')
  sequence!: number;

  @Column('text')
  reason!: DeliveryReason;

  /** Tells those of one reason apart: the number of the reminder or of the step, the period of a digest; else 0. */
  @Column('bigint')
  step!: number;

  /** Further ids that whoever sends it needs, as JSON. */
  @Column('text', { nullable: true })
  carries!: string | null;

  /** 1 for what overtakes all that is not. */
  @Column('integer')
  urgent!: number;

  @Column('text')
  state!: DeliveryState;

  /** Attempts of which the outcome is known. */
  @Column('integer')
  tries!: number;

  @Column('text', { name: 'planned_at' })
  plannedAt!: string;

  /** When an attempt was last over. */
  @Column('text', { name: 'tried_at', nullable: true })
  triedAt!: string | null;

  /** Why the last attempt did not succeed. */
  @Column('text', { nullable: true })
  cause!: Cause | null;

  /** What the other side said last, shortened. */
  @Column('text', { nullable: true })
  said!: string | null;

  /**
   * 1 for one that was given up; the database works it out. Indexes of the few are by this and by no other part of the state:
   * so PostgreSQL changes no index when a delivery is sent.
   */
  @Column({ type: 'integer', insert: false, update: false })
  dead!: number;
}
