import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed tries at one account or from one network; named by a keyed hash, so that the table holds nobody's address. */
@Entity('sign_in_failure')
export class SignInFailureRow {
  @PrimaryColumn('text')
  bucket!: string;

  @Column('text', { name: 'window_start' })
  windowStart!: string;

  @Column('integer', { name: 'in_window' })
  inWindow!: number;

  @Column('integer', { name: 'in_a_row' })
  inARow!: number;

  @Column('text', { name: 'blocked_until' })
  blockedUntil!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;
}
