import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  prefix!: string;

  @Column('text', { name: 'secret_hash', unique: true })
  secretHash!: string;

  /** JSON: what it is good for. */
  @Column('text')
  scopes!: string;

  /** The person's era when it was made; in any other it is void. */
  @Column('integer')
  era!: number;

  @Column('text', { name: 'created_at' })
  createdAt!: string;

  @Column('text', { name: 'expires_at' })
  expiresAt!: string;

  @Column('text', { name: 'last_used_at', nullable: true })
  lastUsedAt!: string | null;

  @Column('text', { name: 'revoked_at', nullable: true })
  revokedAt!: string | null;
}
