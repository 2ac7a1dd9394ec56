import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An entry of CISA's catalogue as it was taken in last. */
@Entity('known_exploited')
@Index('known_exploited_sequence', ['sequence'], { unique: true })
export class KnownExploitedRow {
  @PrimaryColumn('text')
  cve!: string;

  /** Its latest change that somebody should hear of; orders the list. */
  @Column('bigint')
  sequence!: number;

  @Column('text')
  vendor!: string;

  @Column('text')
  product!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text', { name: 'required_action' })
  requiredAction!: string;

  @Column('text', { name: 'added_on' })
  addedOn!: string;

  @Column('text', { name: 'due_on' })
  dueOn!: string;

  @Column('integer')
  ransomware!: number;

  @Column('text', { name: 'changed_at' })
  changedAt!: string;
}
