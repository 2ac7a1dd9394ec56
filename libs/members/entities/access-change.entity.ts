import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('access_change')
export class AccessChangeRow {
  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  at!: string;
}
