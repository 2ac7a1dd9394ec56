import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place below a county that this hub added. Places are only ever added. */
@Entity('region_place')
export class RegionPlace {
  /** Ten digits, of which the first five are the county's. */
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'added_at' })
  addedAt!: string;
}
