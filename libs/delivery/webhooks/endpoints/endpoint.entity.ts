import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cause } from '../../queue/vocabulary.js';

/** Where releases are posted to. */
@Entity('webhook_endpoint')
export class WebhookEndpoint {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  owner!: 'PERSON' | 'MEMBER';

  /** The person whose own it is; none for a member's. */
  @Column('text', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** The member whose it is, or to which its person belongs. */
  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  /** JSON of a stored interest; none asks for all that the owner may see. */
  @Column('text', { nullable: true })
  interest!: string | null;

  /** Sealed. */
  @Column('text')
  secret!: string;

  /** Sealed; it signs too until `previousUntil`. */
  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret!: string | null;

  @Column('text', { name: 'previous_until', nullable: true })
  previousUntil!: string | null;

  @Column('text')
  state!: 'ACTIVE' | 'DISABLED';

  @Column('text', { name: 'disabled_because', nullable: true })
  disabledBecause!: 'FAILING' | 'GONE' | 'OWNER' | null;

  @Column('text', { name: 'disabled_at', nullable: true })
  disabledAt!: string | null;

  /** Since when nothing has got through. */
  @Column('text', { name: 'failing_since', nullable: true })
  failingSince!: string | null;

  /** How often it has been looked at without success since. */
  @Column('integer')
  failures!: number;

  @Column('text', { name: 'last_failure', nullable: true })
  lastFailure!: Cause | null;

  /** While it fails: what is new for it waits until then, so that it is not asked in vain for every release. */
  @Column('text', { name: 'held_until', nullable: true })
  heldUntil!: string | null;

  /** To the minute. */
  @Column('text', { name: 'last_success_at', nullable: true })
  lastSuccessAt!: string | null;

  @Column('text', { name: 'created_at' })
  createdAt!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;
}
