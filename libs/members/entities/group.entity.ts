import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sharing group. The row stays when the group is closed, so that its id is never used again. */
@Entity('sharing_group')
export class GroupRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('text', { name: 'owner_id' })
  ownerId!: string;

  @Column('text', { name: 'closed_at', nullable: true })
  closedAt!: string | null;
}
