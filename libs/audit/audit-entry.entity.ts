import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of the chain. Rows are only ever added; the database itself refuses anything else. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text')
  at!: string;

  @Column('text', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('text')
  action!: string;

  @Column('text', { name: 'object_type', nullable: true })
  objectType!: string | null;

  @Column('text', { name: 'object_id', nullable: true })
  objectId!: string | null;

  /** JSON: ids, numbers and codes; never content, names or addresses. */
  @Column('text')
  detail!: string;

  @Column('text')
  hash!: string;
}
