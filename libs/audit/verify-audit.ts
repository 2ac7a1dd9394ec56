import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { atMost, Database, Keyring, type Tx } from '#platform';
import { type AuditFacts, fits, GENESIS } from './chain.js';

export interface AuditVerdict {
  readonly intact: boolean;
  readonly entries: number;
  /** `sequence:hash` of the newest entry. */
  readonly head: string | null;
  readonly fault: { readonly sequence: number; readonly reason: string } | null;
}

type Row = AuditFacts & { readonly hash: string };

const BATCH = 1_000;

/** Walks the whole chain and finds the first entry that was changed, removed or put elsewhere. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  async verify(): Promise<AuditVerdict> {
    const keys = this.keyring.openingKeys('audit');
    const written = await this.database.read(lastNumber);
    let previous = GENESIS;
    let checked = 0;
    const broken = (reason: string): AuditVerdict => ({
      intact: false,
      entries: checked,
      head: checked ? `${checked}:${previous}` : null,
      fault: { sequence: checked + 1, reason },
    });
    while (checked < written) {
      const rows = await this.database.read((tx) => batchAfter(tx, checked, written));
      if (rows.length === 0) return broken('The newest entries are missing.');
      for (const row of rows) {
        if (row.sequence !== checked + 1) return broken('An entry is missing.');
        if (!fits(keys, previous, row, row.hash))
          return broken('The entry, or the one before it, is not what was written.');
        previous = row.hash;
        checked = row.sequence;
      }
    }
    const [beyond] = await this.database.read((tx) => batchAfter(tx, checked, null));
    if (beyond && (await this.database.read(lastNumber)) === written)
      return broken('An entry was added past the end.');
    return { intact: true, entries: checked, head: checked ? `${checked}:${previous}` : null, fault: null };
  }
}

async function lastNumber(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ value: number }>(sql`SELECT value FROM sequence WHERE name = 'audit'`);
  return row?.value ?? 0;
}

function batchAfter(tx: Tx, sequence: number, until: number | null): Promise<Row[]> {
  return tx.rows<Row>(sql`
    SELECT sequence, at, person_id AS "personId", member_id AS "memberId", action,
      object_type AS "objectType", object_id AS "objectId", detail, hash
    FROM audit_entry WHERE sequence > ${sequence} AND sequence <= ${until ?? Number.MAX_SAFE_INTEGER}
    ORDER BY sequence ${atMost(BATCH)}`);
}
