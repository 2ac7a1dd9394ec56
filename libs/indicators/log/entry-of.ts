import sql from 'sql-template-tag';
import type { Key, PublicationKind } from '#access';
import type { Tx } from '#platform';

/** For whom an entry of the log is. */
export interface EntryLocks {
  readonly keys: readonly Key[];
  readonly audience: string;
  readonly kind: PublicationKind | null;
  readonly publicationId: string | null;
}

/** For whom an entry is: a later version of the same, or what hangs on it, is for the same. */
export async function locksOf(tx: Tx, sequence: number): Promise<EntryLocks> {
  const rows = await tx.rows<Omit<EntryLocks, 'keys'> & { key: Key }>(sql`
    SELECT key, audience, kind, publication_id AS "publicationId" FROM shared_object_key
    WHERE sequence = ${sequence} ORDER BY key`);
  const [first] = rows;
  if (!first) throw new Error(`The log of objects has no entry ${sequence}.`);
  const { audience, kind, publicationId } = first;
  return { keys: rows.map(({ key }) => key), audience, kind, publicationId };
}
