import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A standing interest of a person or a member. Lists are JSON; empty means everything. */
@Entity('subscription')
export class Subscription {
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
  regions!: string;

  @Column('integer')
  below!: number;

  @Column('integer')
  above!: number;

  @Column('text')
  kinds!: string;

  @Column('integer', { name: 'severity_at_least', nullable: true })
  severityAtLeast!: number | null;

  @Column('text')
  systems!: string;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('integer', { name: 'new_known_exploited', default: 0 })
  newKnownExploited!: number;

  @Column('text', { name: 'created_at' })
  createdAt!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;
}
