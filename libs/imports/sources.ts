import sql, { join } from 'sql-template-tag';
import type { Tlp } from '#access';
import type { DocumentFormat } from '#exchange';
import type { Tx, WriteTx } from '#platform';

/** What is known of a document of a source; see `ImportSource`. */
export interface Known {
  readonly memberId: string;
  readonly format: DocumentFormat;
  readonly sourceId: string;
  readonly publicationId: string;
  readonly draftId: string | null;
  readonly said: string;
  readonly version: string;
  readonly versionAt: string;
  readonly digest: string;
  readonly marked: Tlp | null;
  readonly documentId: string;
  readonly head: number | null;
  /** JSON: see `Incoming.upstream`. */
  readonly upstream: string;
}

const COLUMNS = sql`s.member_id AS "memberId", s.format, s.source_id AS "sourceId", s.publication_id AS "publicationId",
  s.draft_id AS "draftId", s.said, s.version, s.version_at AS "versionAt", s.digest, s.marked,
  s.document_id AS "documentId", s.head, s.upstream`;

/** PostgreSQL would let two imports of one document both find it new. */
export async function lockSource(tx: WriteTx, memberId: string, format: string): Promise<void> {
  if (tx.dialect === 'postgres')
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`import/${memberId}/${format}`}, 0))`);
}

/** The first of these names under which the member knows a document. */
export async function knownAs(
  tx: Tx,
  memberId: string,
  format: DocumentFormat,
  names: readonly string[],
): Promise<Known | null> {
  for (const name of names) {
    const [known] = await tx.rows<Known>(sql`
      SELECT ${COLUMNS} FROM import_source s
      WHERE s.member_id = ${memberId} AND s.format = ${format} AND s.source_id = ${name}`);
    if (known) return known;
  }
  return null;
}

/** A document of the same bytes; its name may be another one each time it is sent. */
export async function knownByDigest(
  tx: Tx,
  memberId: string,
  format: DocumentFormat,
  digest: string,
): Promise<Known | null> {
  const [known] = await tx.rows<Known>(sql`
    SELECT ${COLUMNS} FROM import_source s
    WHERE s.member_id = ${memberId} AND s.format = ${format} AND s.digest = ${digest} AND s.head IS NULL LIMIT 1`);
  return known ?? null;
}

export async function putSource(tx: WriteTx, known: Known): Promise<void> {
  await tx.execute(sql`
    INSERT INTO import_source (member_id, format, source_id, publication_id, draft_id, said, version, version_at, digest,
      marked, document_id, head, upstream)
    VALUES (${known.memberId}, ${known.format}, ${known.sourceId}, ${known.publicationId}, ${known.draftId},
      ${known.said}, ${known.version}, ${known.versionAt}, ${known.digest}, ${known.marked}, ${known.documentId},
      ${known.head}, ${known.upstream})
    ON CONFLICT (member_id, format, source_id) DO UPDATE SET publication_id = excluded.publication_id,
      draft_id = excluded.draft_id, said = excluded.said, version = excluded.version,
      version_at = excluded.version_at, digest = excluded.digest, marked = excluded.marked,
      document_id = excluded.document_id, head = excluded.head, upstream = excluded.upstream`);
}

/** The documents that publications came from, the latest version first. */
export async function sourcesOf(tx: Tx, publicationIds: readonly string[]): Promise<Known[]> {
  if (publicationIds.length === 0) return [];
  return tx.rows<Known>(sql`
    SELECT ${COLUMNS} FROM import_source s WHERE s.publication_id IN (${join(publicationIds)})
    ORDER BY s.version_at DESC, s.source_id`);
}
