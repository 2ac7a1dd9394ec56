import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PublicationKind, Tlp } from '#access';
import type { Attribution, PublicationState, PublicationStatus } from '#contract';

/** A publication as it is now; what it says lies in its present revision. */
@Entity('publication')
@Index('publication_sequence', ['sequence'], { unique: true })
@Index('publication_origin', ['originId', 'sequence'])
@Index('publication_superseded_by', ['supersededById'])
export class PublicationRecord {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: PublicationKind;

  @Column('text', { name: 'origin_id' })
  originId!: string;

  @Column('text', { name: 'on_behalf_of_id', nullable: true })
  onBehalfOfId!: string | null;

  @Column('text')
  attribution!: Attribution;

  @Column('text')
  state!: PublicationState;

  @Column('text')
  tlp!: Tlp;

  @Column('text')
  status!: PublicationStatus;

  /** 0 to 5; none where it has none or has been withdrawn. */
  @Column('integer', { nullable: true })
  severity!: number | null;

  @Column('text', { name: 'revision_id' })
  revisionId!: string;

  /** Its latest release. */
  @Column('bigint')
  sequence!: number;

  @Column('text', { name: 'first_at' })
  firstAt!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;

  @Column('text', { name: 'expires_at', nullable: true })
  expiresAt!: string | null;

  /** 1 once a release carried other keys than the one before: not everyone who sees it sees all of its revisions. */
  @Column('integer', { name: 'audience_changed' })
  audienceChanged!: number;

  @Column('text', { name: 'superseded_by_id', nullable: true })
  supersededById!: string | null;

  @Column('text', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: string | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;
}

/** What a publication superseded when it was released. */
@Entity('publication_supersedes')
@Index('publication_supersedes_superseded', ['supersededId'])
export class PublicationSupersedes {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  @PrimaryColumn('text', { name: 'superseded_id' })
  supersededId!: string;
}
