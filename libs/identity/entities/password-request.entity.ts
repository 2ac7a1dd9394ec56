import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody has asked for a link to set a new password. The row goes once the link is sent, or there is nobody to send it to. */
@Entity('password_request')
export class PasswordRequestRow {
  @PrimaryColumn('text')
  id!: string;

  /** As it was asked for, in canonical form; whether it has an account is looked up when the link is made. */
  @Column('text')
  email!: string;

  @Column('text', { name: 'requested_at' })
  requestedAt!: string;

  /** When to make and send a link, or to try again. */
  @Column('text', { name: 'due_at' })
  dueAt!: string;

  @Column('integer')
  tries!: number;
}
