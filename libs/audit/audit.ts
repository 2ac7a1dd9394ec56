import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Clock, Keyring, timestamp, type WriteTx } from '#platform';
import { chainHash, GENESIS } from './chain.js';

/** What an entry is about. `detail` holds ids, numbers and codes; never content, names or addresses. */
export interface AuditRecord {
  readonly action: string;
  readonly objectType?: string;
  readonly objectId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes the audit log: one entry in the same transaction as what it tells of. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Adds an entry when the transaction is about to commit; the chain's lock is thereby the last one taken.
   * @param principal who acted; `null` for the hub itself
   */
  append(tx: WriteTx, principal: Principal | null, record: AuditRecord): void {
    tx.beforeCommit(async (closing) => {
      const sequence = await closing.nextSequence('audit');
      const [last] = await closing.rows<{ hash: string }>(
        sql`SELECT hash FROM audit_entry WHERE sequence = ${sequence - 1}`,
      );
      const entry = {
        sequence,
        at: timestamp(this.clock.now()),
        personId: principal?.viewer?.personId ?? null,
        memberId: principal?.viewer?.member.id ?? null,
        action: record.action,
        objectType: record.objectType ?? null,
        objectId: record.objectId ?? null,
        detail: JSON.stringify(record.detail ?? {}),
      };
      const hash = chainHash(this.keyring.signingKey('audit'), last?.hash ?? GENESIS, entry);
      await closing.execute(sql`
        INSERT INTO audit_entry (sequence, at, person_id, member_id, action, object_type, object_id, detail, hash)
        VALUES (${sequence}, ${entry.at}, ${entry.personId}, ${entry.memberId}, ${entry.action},
          ${entry.objectType}, ${entry.objectId}, ${entry.detail}, ${hash})`);
    });
  }
}
