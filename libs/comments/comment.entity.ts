import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Tlp } from '#access';
import type { Attribution, CommentState } from '#contract';

/** A comment on a publication; once it has ended, its tombstone. */
@Entity('comment')
@Index('comment_publication', ['publicationId', 'sequence'])
@Index('comment_sequence', ['sequence'], { unique: true })
export class CommentRecord {
  @PrimaryColumn('text')
  id!: string;

  /** In the order of posting, over all publications. */
  @Column('bigint')
  sequence!: number;

  @Column('text', { name: 'publication_id' })
  publicationId!: string;

  @Column('text')
  tlp!: Tlp;

  /** Markdown as written; none once it has ended. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text')
  attribution!: Attribution;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text')
  state!: CommentState;

  @Column('text', { name: 'posted_at' })
  postedAt!: string;

  @Column('text', { name: 'ended_at', nullable: true })
  endedAt!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}

/** The keys of a comment's own audience. */
@Entity('comment_key', { withoutRowid: true })
export class CommentKey {
  @PrimaryColumn('bigint')
  sequence!: number;

  @PrimaryColumn('text')
  key!: string;
}
