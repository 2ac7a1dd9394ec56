import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberKind } from '#access';

@Entity('member')
export class MemberRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  /** The name as lists are ordered and searched by it; see `sortName`. */
  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('text')
  kind!: MemberKind;

  @Column('text', { nullable: true })
  jurisdiction!: string | null;

  /** JSON: region codes that a partner's agreement lists. */
  @Column('text', { name: 'agreed_regions' })
  agreedRegions!: string;

  @Column('integer', { name: 'two_person' })
  twoPerson!: number;

  @Column('text', { name: 'suspended_at', nullable: true })
  suspendedAt!: string | null;

  /** The release log's sequence since which it has held its keys without a break. */
  @Column('bigint')
  since!: number;

  /** Grows with each suspension; what was issued in an earlier era is void. */
  @Column('integer')
  era!: number;

  @Column('text', { name: 'created_at' })
  createdAt!: string;
}
