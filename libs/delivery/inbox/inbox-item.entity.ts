import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A publication before a person. It is shown only while its publication is visible to them. A person belongs to one member
 * for good; that it stands in the key keeps together what one release writes and what its sender counts.
 */
@Entity('inbox_item')
export class InboxItem {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  /** The person's member. */
  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  /** Why it came here: a subscription, by name, as an emergency, or because the person answered it. */
  @Column('text')
  because!: 'SUBSCRIPTION' | 'NAMED' | 'EMERGENCY' | 'ANSWERED';

  @Column('text')
  state!: 'UNREAD' | 'READ' | 'ACKNOWLEDGED';

  /** 1 where it asks the person's member for an answer. */
  @Column('integer')
  asks!: number;

  /** The entry of the release log by which it came, or came anew. */
  @Column('bigint', { name: 'arrived_sequence' })
  arrivedSequence!: number;

  @Column('text', { name: 'arrived_at' })
  arrivedAt!: string;

  @Column('text', { name: 'read_at', nullable: true })
  readAt!: string | null;

  /** The receipt: when it was first opened. A revision or an unread mark does not take it back. */
  @Column('text', { name: 'opened_at', nullable: true })
  openedAt!: string | null;
}
