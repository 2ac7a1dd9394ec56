import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Clock, Database, timestamp, type WriteTx } from '#platform';
import { PasswordHasher } from './password/hasher.js';

/** The passwords of people, as hashes. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** Sets a password that already holds to the rules. */
  async set(tx: WriteTx, personId: string, password: string): Promise<void> {
    await this.setHash(tx, personId, await this.hasher.hash(password));
  }

  async setHash(tx: WriteTx, personId: string, hash: string): Promise<void> {
    const now = timestamp(this.clock.now());
    await tx.execute(sql`
      INSERT INTO credential (person_id, password_hash, changed_at) VALUES (${personId}, ${hash}, ${now})
      ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at`);
  }

  /** Whether it is the person's password. For nobody, and for somebody without one, it is not, and that takes as long. */
  async matches(personId: string | null, password: string): Promise<boolean> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ hash: string }>(
        sql`SELECT password_hash AS hash FROM credential WHERE person_id = ${personId ?? ''}`,
      ),
    );
    return this.hasher.verify(row?.hash ?? null, password);
  }
}
