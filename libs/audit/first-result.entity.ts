import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a mutation with an idempotency key answered the first time. */
@Entity('first_result')
export class FirstResult {
  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text', { name: 'idempotency_key' })
  idempotencyKey!: string;

  @Column('text')
  operation!: string;

  @Column('text', { name: 'input_digest' })
  inputDigest!: string;

  /** JSON of ids; what they stand for is read afresh under the access of the day. */
  @Column('text')
  result!: string;

  @Column('text')
  at!: string;
}
