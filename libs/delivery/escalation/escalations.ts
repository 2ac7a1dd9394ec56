import { Injectable } from '@nestjs/common';
import sql, { bulk } from 'sql-template-tag';
import { amongIds } from '#members';
import { timestamp, type WriteTx } from '#platform';
import type { LogEntry } from '#publications';
import type { Told } from '../channels/channel.js';

const MINUTE = 60_000;
/** Rows of one statement: with nine values each below what SQLite binds at most. */
const ROWS_AT_ONCE = 1_000;

/** Begins and ends the waiting for members' answers. */
@Injectable()
export class Escalations {
  /** Waits for the answers of the members to whose people a release comes, if it asks for them. To do it again changes nothing. */
  async begin(tx: WriteTx, entry: LogEntry, told: readonly Told[]): Promise<void> {
    const minutes = entry.facts.acknowledgeWithinMinutes;
    const waiting = told.filter(({ asks, state }) => asks && state !== 'ACKNOWLEDGED');
    const memberIds = [...new Set(waiting.map(({ memberId }) => memberId))];
    if (minutes === null || memberIds.length === 0) return;
    const answered = new Set(
      (
        await tx.rows<{ id: string }>(sql`
          SELECT member_id AS id FROM acknowledgement
          WHERE publication_id = ${entry.publicationId} AND member_id ${amongIds(tx, memberIds)}`)
      ).map(({ id }) => id),
    );
    const nextAt = timestamp(new Date(Date.parse(entry.at) + minutes * MINUTE));
    const rows = memberIds
      .filter((id) => !answered.has(id))
      .map((id) => [entry.publicationId, id, entry.sequence, minutes, 'OPEN', 0, nextAt]);
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await tx.execute(sql`
        INSERT INTO escalation (publication_id, member_id, sequence, minutes, state, contacts, next_at)
        VALUES ${bulk(rows.slice(start, start + ROWS_AT_ONCE))}
        ON CONFLICT (publication_id, member_id) DO UPDATE SET sequence = excluded.sequence, minutes = excluded.minutes,
          state = excluded.state, step = NULL, contacts = 0, next_at = excluded.next_at, above_id = NULL
        WHERE escalation.sequence < excluded.sequence`);
    }
  }

  /** The first answer ends it. */
  async answered(tx: WriteTx, publicationId: string, memberId: string): Promise<void> {
    await tx.execute(sql`
      UPDATE escalation SET state = 'ANSWERED'
      WHERE publication_id = ${publicationId} AND member_id = ${memberId} AND state = 'OPEN'`);
  }
}
