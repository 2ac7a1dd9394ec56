import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionKind } from '#contract';

@Entity('session')
export class SessionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text')
  kind!: SessionKind;

  @Column('text', { name: 'token_hash', unique: true })
  tokenHash!: string;

  /** The person's era when it was opened; in any other it is void. */
  @Column('integer')
  era!: number;

  @Column('text', { name: 'created_at' })
  createdAt!: string;

  @Column('text', { name: 'last_used_at' })
  lastUsedAt!: string;

  @Column('text', { name: 'expires_at' })
  expiresAt!: string;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('text', { name: 'ended_at', nullable: true })
  endedAt!: string | null;
}
