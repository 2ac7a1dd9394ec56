import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReleaseScheduleState } from '#contract';

/** When a draft is to be released, and by whose rights. It goes with its draft. */
@Entity('release_schedule')
@Index('release_schedule_due', ['state', 'at'])
export class ReleaseScheduleRow {
  @PrimaryColumn('text', { name: 'draft_id' })
  draftId!: string;

  /** The version of the draft that was read. */
  @Column('integer')
  version!: number;

  /** Who scheduled it, and so releases it. */
  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  /** JSON: ids; none where the draft says what it is to supersede. */
  @Column('text', { name: 'supersedes_ids', nullable: true })
  supersedesIds!: string | null;

  @Column('text')
  at!: string;

  @Column('text')
  state!: ReleaseScheduleState;

  /** The code of the refusal that it came to. */
  @Column('text', { nullable: true })
  refusal!: string | null;
}
