import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a member's answer is waited for, and whom to ask next if it does not come. */
@Entity('escalation', { withoutRowid: true })
export class EscalationRow {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  /** The entry of the release log that asks. */
  @Column('bigint')
  sequence!: number;

  /** How long to wait for an answer before each step. */
  @Column('integer')
  minutes!: number;

  /** `OPEN` while it goes on; `ANSWERED`, or `ENDED` when nobody is left to ask or it was withdrawn. */
  @Column('text')
  state!: 'OPEN' | 'ANSWERED' | 'ENDED';

  /** The last step that was taken; none at first. */
  @Column('text', { nullable: true })
  step!: 'CHANNEL' | 'CONTACT' | 'ABOVE' | null;

  /** How many of the contact list were asked or passed over. */
  @Column('integer')
  contacts!: number;

  /** When the next step is due. */
  @Column('text', { name: 'next_at' })
  nextAt!: string;

  /** Who was asked above. */
  @Column('text', { name: 'above_id', nullable: true })
  aboveId!: string | null;
}
