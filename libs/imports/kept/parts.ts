import sql, { bulk, join, type Sql } from 'sql-template-tag';
import { TLPS, type Tlp } from '#access';
import type { Tx, WriteTx } from '#platform';

/** A part of a document as it came. */
export interface Kept {
  readonly ordinal: number;
  readonly objectId: string;
  readonly type: string;
  /** The object that it only says something of; else empty. */
  readonly about: string;
  readonly tlp: Tlp | null;
  readonly needsMarking: boolean;
  readonly body: string;
}

const ROWS_AT_ONCE = 200;
const IDS_AT_ONCE = 500;

export async function putDocument(tx: WriteTx, id: string, memberId: string, at: string): Promise<void> {
  await tx.execute(
    sql`INSERT INTO import_document (id, member_id, created_at) VALUES (${id}, ${memberId}, ${at})`,
  );
}

export async function putParts(tx: WriteTx, documentId: string, parts: readonly Kept[]): Promise<void> {
  for (let start = 0; start < parts.length; start += ROWS_AT_ONCE) {
    const rows = parts
      .slice(start, start + ROWS_AT_ONCE)
      .map(({ ordinal, objectId, type, about, tlp, needsMarking, body }) => [
        documentId,
        ordinal,
        objectId,
        type,
        about,
        tlp === null ? null : TLPS.indexOf(tlp),
        needsMarking ? 1 : 0,
        1,
        body,
      ]);
    await tx.execute(
      sql`INSERT INTO import_part (document_id, ordinal, object_id, type, about, tlp, needs_marking, rest, body) VALUES ${bulk(rows)}`,
    );
  }
}

/** Leaves no document behind that nothing refers to any more. */
export async function dropUnused(tx: WriteTx, documentId: string): Promise<void> {
  await tx.execute(sql`DELETE FROM import_document WHERE id = ${documentId}
    AND NOT EXISTS (SELECT 1 FROM import_source s WHERE s.document_id = ${documentId})`);
}

/** Documents of a member's that were never taken in to their end. */
export async function dropAbandoned(tx: WriteTx, memberId: string, before: string): Promise<void> {
  await tx.execute(sql`DELETE FROM import_document WHERE member_id = ${memberId} AND created_at < ${before}
    AND NOT EXISTS (SELECT 1 FROM import_source s WHERE s.document_id = import_document.id)`);
}

/** The objects of these ids, and what says something of them. */
const among = (ids: readonly string[]): Sql => sql`(object_id IN (${join(ids)}) OR about IN (${join(ids)}))`;

export async function bodiesOf(tx: Tx, documentId: string, objectIds: readonly string[]): Promise<string[]> {
  const bodies: string[] = [];
  for (let start = 0; start < objectIds.length; start += IDS_AT_ONCE) {
    const ids = objectIds.slice(start, start + IDS_AT_ONCE);
    const rows = await tx.rows<{ body: string }>(sql`
      SELECT body FROM import_part WHERE document_id = ${documentId} AND ${among(ids)} ORDER BY ordinal`);
    bodies.push(...rows.map(({ body }) => body));
  }
  return bodies;
}

export async function partAt(
  tx: Tx,
  documentId: string,
  ordinal: number,
): Promise<{ readonly type: string; readonly body: string } | null> {
  const [row] = await tx.rows<{ type: string; body: string }>(
    sql`SELECT type, body FROM import_part WHERE document_id = ${documentId} AND ordinal = ${ordinal}`,
  );
  return row ?? null;
}

/** What no report gathers, from an ordinal on. */
export async function restOf(
  tx: Tx,
  documentId: string,
  from: number,
  limit: number,
): Promise<{ ordinal: number; body: string }[]> {
  return tx.rows(sql`SELECT ordinal, body FROM import_part
    WHERE document_id = ${documentId} AND rest = 1 AND ordinal >= ${from} ORDER BY ordinal LIMIT ${limit}`);
}

/** Marks objects as gathered by a report. */
export async function gather(tx: WriteTx, documentId: string, objectIds: readonly string[]): Promise<void> {
  for (let start = 0; start < objectIds.length; start += IDS_AT_ONCE) {
    const ids = objectIds.slice(start, start + IDS_AT_ONCE);
    await tx.execute(
      sql`UPDATE import_part SET rest = 0 WHERE document_id = ${documentId} AND ${among(ids)}`,
    );
  }
}

/** The strictest marking among objects, and whether one that needs a marking has none. */
export interface Marks {
  readonly tlp: Tlp | null;
  readonly unmarked: boolean;
  readonly count: number;
}

/** @param objectIds those that are asked about; null for all that no report gathers */
export async function marksOf(
  tx: Tx,
  documentId: string,
  objectIds: readonly string[] | null,
): Promise<Marks> {
  const read = (which: ReturnType<typeof sql>) =>
    tx.rows<{ tlp: number | null; unmarked: number | null; count: number }>(sql`
      SELECT MAX(tlp) AS tlp, MAX(CASE WHEN tlp IS NULL THEN needs_marking ELSE 0 END) AS unmarked, CAST(COUNT(*) AS INTEGER) AS count
      FROM import_part WHERE document_id = ${documentId} AND ${which}`);
  let marks: Marks = { tlp: null, unmarked: false, count: 0 };
  const chunks = objectIds === null ? [sql`rest = 1`] : inChunks(objectIds).map((ids) => among(ids));
  for (const chunk of chunks) {
    const [row] = await read(chunk);
    const rank = Math.max(row?.tlp ?? -1, marks.tlp === null ? -1 : TLPS.indexOf(marks.tlp));
    marks = {
      tlp: TLPS[rank] ?? null,
      unmarked: marks.unmarked || row?.unmarked === 1,
      count: marks.count + (row?.count ?? 0),
    };
  }
  return marks;
}

const inChunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, index) =>
    ids.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE),
  );
