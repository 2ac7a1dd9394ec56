import sql from 'sql-template-tag';
import { conflict, type Tx, type WriteTx } from '#platform';
import type { ReleaseScheduleRow } from './release-schedule.entity.js';

export type Schedule = ReleaseScheduleRow;

const COLUMNS = sql`draft_id AS "draftId", version, person_id AS "personId", note, supersedes_ids AS "supersedesIds", at, state,
  refusal`;

export async function findSchedule(tx: Tx, draftId: string): Promise<Schedule | null> {
  const [row] = await tx.rows<Schedule>(
    sql`SELECT ${COLUMNS} FROM release_schedule WHERE draft_id = ${draftId}`,
  );
  return row ?? null;
}

export async function putSchedule(tx: WriteTx, schedule: Schedule): Promise<void> {
  const { draftId, version, personId, note, supersedesIds, at, state, refusal } = schedule;
  await tx.execute(sql`
    INSERT INTO release_schedule (draft_id, version, person_id, note, supersedes_ids, at, state, refusal)
    VALUES (${draftId}, ${version}, ${personId}, ${note}, ${supersedesIds}, ${at}, ${state}, ${refusal})
    ON CONFLICT (draft_id) DO UPDATE SET version = excluded.version, person_id = excluded.person_id, note = excluded.note,
      supersedes_ids = excluded.supersedes_ids, at = excluded.at, state = excluded.state, refusal = excluded.refusal`);
}

export async function removeSchedule(tx: WriteTx, draftId: string): Promise<void> {
  await tx.execute(sql`DELETE FROM release_schedule WHERE draft_id = ${draftId}`);
}

/** The drafts whose time has come, the longest waiting first. */
export async function dueDrafts(tx: Tx, now: string, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT draft_id AS id FROM release_schedule WHERE state = 'WAITING' AND at <= ${now} ORDER BY at, draft_id LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

/** What waits for its time says then what was read when it was scheduled. The draft is locked. @throws Refusal CONFLICT */
export async function assertNotWaiting(tx: Tx, draftId: string): Promise<void> {
  if ((await findSchedule(tx, draftId))?.state === 'WAITING') {
    throw conflict('It is about to be released. Take that back first.');
  }
}
