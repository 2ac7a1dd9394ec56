import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person's address fails for good. */
@Entity('mail_trouble')
export class MailTroubleRow {
  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  @Column('text')
  since!: string;

  /** What the server said. */
  @Column('text')
  said!: string;

  /** 1 where mail was taken first and came back later. */
  @Column('integer', { default: 0 })
  late!: number;
}
