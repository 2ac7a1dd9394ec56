import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvitationPurpose } from '#contract';

@Entity('invitation')
export class InvitationRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  purpose!: InvitationPurpose;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  /** Whose password is reset; nobody yet for an invitation to join. */
  @Column('text', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'sort_name' })
  sortName!: string;

  /** JSON: the roles that come with it. */
  @Column('text')
  roles!: string;

  @Column('text', { name: 'token_hash', unique: true })
  tokenHash!: string;

  @Column('text', { name: 'expires_at' })
  expiresAt!: string;

  @Column('text', { name: 'accepted_at', nullable: true })
  acceptedAt!: string | null;

  @Column('text', { name: 'revoked_at', nullable: true })
  revokedAt!: string | null;

  /** The person on whose authority it stands; null for the hub's own. */
  @Column('text', { name: 'invited_by_id', nullable: true })
  invitedById!: string | null;
}
