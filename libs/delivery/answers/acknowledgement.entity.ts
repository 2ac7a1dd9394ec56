import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member's latest answer to a publication. */
@Entity('acknowledgement')
export class Acknowledgement {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  response!: 'ACTING' | 'NOT_AFFECTED' | 'NEED_HELP';

  @Column('text', { nullable: true })
  note!: string | null;

  /** Who answered for the member. */
  @Column('text', { name: 'person_id' })
  personId!: string;

  /** The entry of the release log that was answered. */
  @Column('bigint')
  sequence!: number;

  @Column('text')
  at!: string;
}
