import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person is reached, or a member's people who have not set it themselves. What is null was not set here. */
@Entity('preference')
export class PreferenceRow {
  /** The id of the person or member whose they are. */
  @PrimaryColumn('text', { name: 'owner_id' })
  ownerId!: string;

  /** JSON: a `MailTiming` for each severity, from BASELINE. */
  @Column('text', { nullable: true })
  channels!: string | null;

  /** JSON: for each severity, from BASELINE, whether it is posted to endpoints of webhooks. */
  @Column('text', { nullable: true })
  webhooks!: string | null;

  /** JSON: `Hours`, or `null` for none. */
  @Column('text', { name: 'quiet_hours', nullable: true })
  quietHours!: string | null;

  @Column('text', { name: 'time_zone', nullable: true })
  timeZone!: string | null;

  /** JSON: `DigestTimes`. */
  @Column('text', { nullable: true })
  digest!: string | null;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;
}
