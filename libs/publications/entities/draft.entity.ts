import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DraftState } from '#contract';

/** A draft, until it is released or discarded. */
@Entity('draft')
export class DraftRecord {
  @PrimaryColumn('text')
  id!: string;

  /** Its latest change; orders the list. */
  @Column('bigint')
  sequence!: number;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('text', { name: 'author_id' })
  authorId!: string;

  /** Who wrote what it says now. */
  @Column('text', { name: 'writer_id' })
  writerId!: string;

  /** The writer's member: its groups may be named. */
  @Column('text', { name: 'writer_member_id' })
  writerMemberId!: string;

  @Column('text', { name: 'revises_id', nullable: true })
  revisesId!: string | null;

  /** The revision that it starts from. */
  @Column('text', { name: 'base_revision_id', nullable: true })
  baseRevisionId!: string | null;

  /** JSON: `Composed`. */
  @Column('text')
  content!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  /** JSON: ids of what it is to supersede. */
  @Column('text', { name: 'supersedes_ids' })
  supersedesIds!: string;

  @Column('text', { name: 'origins_word', nullable: true })
  originsWord!: string | null;

  @Column('text')
  state!: DraftState;

  @Column('integer')
  version!: number;

  /** JSON: reasons. */
  @Column('text', { name: 'review_reasons' })
  reviewReasons!: string;

  @Column('text', { name: 'review_note', nullable: true })
  reviewNote!: string | null;

  @Column('text', { name: 'created_at' })
  createdAt!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;
}

/** The keys that open a draft now. */
@Entity('draft_key', { withoutRowid: true })
@Index('draft_key_draft', ['draftId'])
export class DraftKey {
  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text', { name: 'draft_id' })
  draftId!: string;

  @Column('text')
  state!: DraftState;
}
