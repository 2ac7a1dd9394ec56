import sql from 'sql-template-tag';
import { draftKeys, opens, type Principal } from '#access';
import type { DraftState, ReviewReason } from '#contract';
import { conflict, notFound, type Tx, type WriteTx } from '#platform';
import type { Composed } from '../content/content.js';

/** What is wrong with a draft lies in the draft, not in the input that releases or submits it. */
export const DRAFT_PATH = ['draft', 'content'];

/** A draft as it is stored. */
export interface Draft {
  readonly id: string;
  readonly memberId: string;
  readonly authorId: string;
  /** Who wrote what it says now, and for which member. */
  readonly writerId: string;
  readonly writerMemberId: string;
  /** The publication that it revises, and the revision that it starts from. */
  readonly revisesId: string | null;
  readonly baseRevisionId: string | null;
  readonly composed: Composed;
  readonly note: string | null;
  readonly supersedesIds: readonly string[];
  readonly originsWord: string | null;
  readonly state: DraftState;
  readonly version: number;
  readonly reviewReasons: readonly ReviewReason[];
  readonly reviewNote: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface Row extends Omit<Draft, 'composed' | 'supersedesIds' | 'reviewReasons'> {
  readonly content: string;
  readonly supersedesIds: string;
  readonly reviewReasons: string;
}

export const DRAFT_COLUMNS = sql`d.id, d.member_id AS "memberId", d.author_id AS "authorId", d.writer_id AS "writerId",
  d.writer_member_id AS "writerMemberId", d.revises_id AS "revisesId", d.base_revision_id AS "baseRevisionId", d.content,
  d.note, d.supersedes_ids AS "supersedesIds", d.origins_word AS "originsWord", d.state, d.version,
  d.review_reasons AS "reviewReasons", d.review_note AS "reviewNote", d.created_at AS "createdAt", d.updated_at AS "updatedAt"`;

export const toDraft = ({ content, supersedesIds, reviewReasons, ...row }: Row): Draft => ({
  ...row,
  composed: JSON.parse(content) as Composed,
  supersedesIds: JSON.parse(supersedesIds) as string[],
  reviewReasons: JSON.parse(reviewReasons) as ReviewReason[],
});

export type { Row as DraftRow };

const keysOf = (draft: Pick<Draft, 'memberId' | 'state'>) =>
  draftKeys({ originId: draft.memberId, submitted: draft.state === 'SUBMITTED' });

/** Whether a principal may see a draft. */
export const seesDraft = ({ held }: Principal, draft: Draft): boolean => opens(held, keysOf(draft));

/** The draft, locked until the end of the transaction. @throws Refusal NOT_FOUND for an absent one and for one not seen */
export async function lockDraft(tx: WriteTx, principal: Principal, id: string): Promise<Draft> {
  const lock = tx.dialect === 'postgres' ? sql`FOR UPDATE` : sql``;
  const draft = await findDraft(tx, id, lock);
  if (!draft || !seesDraft(principal, draft)) throw notFound();
  return draft;
}

export async function findDraft(tx: Tx, id: string, lock = sql``): Promise<Draft | null> {
  if (id.length !== 36) return null;
  const [row] = await tx.rows<Row>(sql`SELECT ${DRAFT_COLUMNS} FROM draft d WHERE d.id = ${id} ${lock}`);
  return row ? toDraft(row) : null;
}

export function assertVersion(draft: Draft, version: number): void {
  if (draft.version !== version) {
    throw conflict('Somebody changed the draft since it was read.', { field: ['input', 'version'] });
  }
}

/** Writes a draft as it is now, with the keys that open it. */
export async function putDraft(tx: WriteTx, draft: Draft): Promise<void> {
  const sequence = await tx.nextSequence('draft');
  await tx.execute(sql`
    INSERT INTO draft (id, sequence, member_id, author_id, writer_id, writer_member_id, revises_id, base_revision_id, content,
      note, supersedes_ids, origins_word, state, version, review_reasons, review_note, created_at, updated_at)
    VALUES (${draft.id}, ${sequence}, ${draft.memberId}, ${draft.authorId}, ${draft.writerId}, ${draft.writerMemberId},
      ${draft.revisesId}, ${draft.baseRevisionId}, ${JSON.stringify(draft.composed)}, ${draft.note},
      ${JSON.stringify(draft.supersedesIds)}, ${draft.originsWord}, ${draft.state}, ${draft.version},
      ${JSON.stringify(draft.reviewReasons)}, ${draft.reviewNote}, ${draft.createdAt}, ${draft.updatedAt})
    ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, writer_id = excluded.writer_id,
      writer_member_id = excluded.writer_member_id, content = excluded.content, note = excluded.note,
      supersedes_ids = excluded.supersedes_ids, origins_word = excluded.origins_word, state = excluded.state,
      version = excluded.version, review_reasons = excluded.review_reasons, review_note = excluded.review_note,
      updated_at = excluded.updated_at`);
  await tx.execute(sql`DELETE FROM draft_key WHERE draft_id = ${draft.id}`);
  for (const key of keysOf(draft)) {
    await tx.execute(sql`
      INSERT INTO draft_key (key, sequence, draft_id, state) VALUES (${key}, ${sequence}, ${draft.id}, ${draft.state})`);
  }
}

export async function removeDraft(tx: WriteTx, id: string): Promise<void> {
  await tx.execute(sql`DELETE FROM draft_key WHERE draft_id = ${id}`);
  await tx.execute(sql`DELETE FROM draft WHERE id = ${id}`);
}
