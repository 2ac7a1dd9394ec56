import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom of a member's people to ask, and when. */
@Entity('duty_contact', { withoutRowid: true })
export class DutyContactRow {
  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  /** From 0, in the order in which they are asked. */
  @PrimaryColumn('integer')
  place!: number;

  @Column('text', { name: 'person_id' })
  personId!: string;

  /** JSON: `Duty[]`. */
  @Column('text')
  duties!: string;
}
