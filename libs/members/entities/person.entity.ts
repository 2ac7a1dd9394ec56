import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'sort_name' })
  sortName!: string;

  /** In its canonical form, so that one mailbox is one account. */
  @Column('text', { unique: true })
  email!: string;

  @Column('integer')
  contact!: number;

  @Column('text', { name: 'suspended_at', nullable: true })
  suspendedAt!: string | null;

  /** The release log's sequence since which they have held their keys without a break. */
  @Column('bigint')
  since!: number;

  /** Grows with each suspension; what was issued in an earlier era is void. */
  @Column('integer')
  era!: number;

  @Column('text', { name: 'created_at' })
  createdAt!: string;
}
