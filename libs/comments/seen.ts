import sql, { join, type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import type { CommentState } from '#contract';
import { isId } from '#members';
import { atMost, notFound, type Tx, type WriteTx } from '#platform';
import { opensNow, releaseKeys } from '#publications';
import type { CommentRecord } from './comment.entity.js';

/** A comment as it is stored, with what of its publication decides how it is shown. */
export type CommentRow = Omit<CommentRecord, 'state'> & {
  readonly state: CommentState;
  /** Whether the comment or its publication is red now. */
  readonly red: number;
};

const COLUMNS = sql`c.id, c.sequence, c.publication_id AS "publicationId", c.tlp, c.text, c.attribution,
  c.member_id AS "memberId", c.person_id AS "personId", c.state, c.posted_at AS "postedAt", c.ended_at AS "endedAt", c.reason,
  CASE WHEN c.tlp = 'RED' OR p.tlp = 'RED' THEN 1 ELSE 0 END AS red`;

/**
 * In a WHERE on `comment c JOIN publication p`: whether the principal may see the comment, by a key of its own audience and one of
 * its publication's present audience. Of a withdrawn publication no comment is left.
 */
export function opensComment({ held }: Principal): Sql {
  const keys = releaseKeys(held);
  if (keys.length === 0) return sql`1 = 0`;
  return sql`p.state = 'RELEASED' AND ${opensNow(keys, sql`p.id`)} AND EXISTS (
    SELECT 1 FROM comment_key k WHERE k.sequence = c.sequence AND k.key IN (${join(keys)}))`;
}

/** The comments that the principal may see among those that `where` finds, as they were posted. */
export const seenComments = (
  tx: Tx,
  principal: Principal,
  where: Sql,
  limit: number,
): Promise<CommentRow[]> =>
  tx.rows<CommentRow>(sql`
    SELECT ${COLUMNS} FROM comment c JOIN publication p ON p.id = c.publication_id
    WHERE ${where} AND ${opensComment(principal)} ORDER BY c.sequence ${atMost(limit)}`);

/** A comment, kept from other changes until the transaction ends. @throws Refusal NOT_FOUND for an absent one and for one not seen */
export async function lockComment(tx: WriteTx, principal: Principal, id: string): Promise<CommentRow> {
  if (!isId(id)) throw notFound();
  await tx.rows(sql`SELECT id FROM comment WHERE id = ${id} ${tx.forUpdate}`);
  const [row] = await seenComments(tx, principal, sql`c.id = ${id}`, 1);
  if (!row) throw notFound();
  return row;
}
