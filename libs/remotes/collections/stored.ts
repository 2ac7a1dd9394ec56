import sql, { type Sql } from 'sql-template-tag';
import { isId } from '#members';
import { type Keyring, SealedText, type Tx } from '#platform';
import type { Credentials } from '../polling/taxii-client.js';
import type { RemoteCollectionRow } from '../remote-collection.entity.js';

export type RemoteRow = RemoteCollectionRow;

const COLUMNS = sql`c.id, c.name, c.url, c.signs_in_by AS "signsInBy", c.credentials, c.person_id AS "personId", c.tlp,
  c.regions, c.releases, c.every_minutes AS "everyMinutes", c.state, c.added_after AS "addedAfter",
  c.next_page AS "nextPage", c.next_poll_at AS "nextPollAt", c.leased_by AS "leasedBy", c.leased_until AS "leasedUntil",
  c.last_polled_at AS "lastPolledAt", c.failing_since AS "failingSince", c.failures, c.last_failure AS "lastFailure",
  c.said, c.taken, c."left", c.refused, c.created_at AS "createdAt"`;

/** @param rest what follows the SELECT's FROM */
export const remotesWhere = (tx: Tx, rest: Sql): Promise<RemoteRow[]> =>
  tx.rows<RemoteRow>(sql`SELECT ${COLUMNS} FROM remote_collection c ${rest}`);

export async function remoteOf(tx: Tx, id: string, lock: Sql = sql``): Promise<RemoteRow | null> {
  if (!isId(id)) return null;
  const [row] = await remotesWhere(tx, sql`WHERE c.id = ${id} ${lock}`);
  return row ?? null;
}

/** Seals and opens what a remote collection is read by, bound to the collection's id. */
export const credentialsOf = (keyring: Keyring): SealedText => new SealedText(keyring, 'remote/credentials');

/** `null` where the hub has lost the secret that sealed them. */
export function openCredentials(keyring: Keyring, { id, credentials }: RemoteRow): Credentials | null {
  if (credentials === null) return { by: 'NOTHING' };
  const text = credentialsOf(keyring).open(id, credentials);
  return text === null ? null : (JSON.parse(text) as Credentials);
}
