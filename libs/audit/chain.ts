import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an entry says, without its hash. */
export interface AuditFacts {
  readonly sequence: number;
  readonly at: string;
  readonly personId: string | null;
  readonly memberId: string | null;
  readonly action: string;
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly detail: string;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash that chains an entry to the one before it: HMAC-SHA-256, hexadecimal. It is keyed, so that somebody
 * who can write to the database but does not know the hub's secret cannot forge a chain that fits.
 */
export function chainHash(key: Buffer, previous: string, entry: AuditFacts): string {
  const said = [
    previous,
    entry.sequence,
    entry.at,
    entry.personId,
    entry.memberId,
    entry.action,
    entry.objectType,
    entry.objectId,
    entry.detail,
  ];
  return createHmac('sha256', key).update(JSON.stringify(said)).digest('hex');
}

/** Whether an entry's hash fits under one of the keys; older keys stay good for older entries. */
export function fits(keys: readonly Buffer[], previous: string, entry: AuditFacts, hash: string): boolean {
  const given = Buffer.from(hash, 'hex');
  return keys.some((key) => {
    const expected = Buffer.from(chainHash(key, previous, entry), 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
