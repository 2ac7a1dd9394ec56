import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far the log of objects has followed another log. */
@Entity('taxii_cursor')
export class TaxiiCursor {
  @PrimaryColumn('text')
  name!: string;

  @Column('bigint')
  sequence!: number;
}

/** What came of a request to add objects: TAXII 2.1, section 4.3. */
@Entity('taxii_status')
@Index('taxii_status_at', ['at'])
export class TaxiiStatus {
  @PrimaryColumn('text')
  id!: string;

  /** Who asked; nobody else reads it. */
  @Column('text', { name: 'person_id' })
  personId!: string;

  /** The API root that was asked. */
  @Column('text')
  root!: string;

  /** JSON, as it is answered. */
  @Column('text')
  body!: string;

  @Column('text')
  at!: string;
}
