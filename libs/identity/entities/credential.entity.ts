import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('credential')
export class CredentialRow {
  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  /** argon2id in the PHC string format, with its parameters and salt. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text', { name: 'changed_at' })
  changedAt!: string;
}
