import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sharing_group_member')
export class GroupMemberRow {
  @PrimaryColumn('text', { name: 'group_id' })
  groupId!: string;

  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  /** The release log's sequence when the member joined. */
  @Column('bigint')
  since!: number;
}
