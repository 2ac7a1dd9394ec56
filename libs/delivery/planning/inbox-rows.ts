import sql, { bulk } from 'sql-template-tag';
import type { WriteTx } from '#platform';
import type { InboxItem } from '../inbox/inbox-item.entity.js';

/** One person's row; the rest is the same for all whom one release reaches. */
export interface Arrival {
  readonly personId: string;
  readonly memberId: string;
  readonly because: InboxItem['because'];
  readonly state: InboxItem['state'];
  readonly asks: boolean;
}

/** What all arrivals by one release share. */
export interface Arriving {
  readonly publicationId: string;
  readonly sequence: number;
  readonly at: string;
  /** Whoever has had it from this entry of the log on is left as they are; whoever had it before gets it anew. */
  readonly renews: number;
}

/** Rows of one statement: with eight values each well below the 32,766 that SQLite binds at most. */
const ROWS_AT_ONCE = 500;

/** Puts a release into inboxes. To do it again changes nothing. */
export async function putInInboxes(
  tx: WriteTx,
  arriving: Arriving,
  arrivals: readonly Arrival[],
): Promise<void> {
  const { publicationId, sequence, at, renews } = arriving;
  for (let start = 0; start < arrivals.length; start += ROWS_AT_ONCE) {
    const rows = arrivals
      .slice(start, start + ROWS_AT_ONCE)
      .map(({ personId, memberId, because, state, asks }) => [
        personId,
        publicationId,
        memberId,
        because,
        state,
        asks,
        sequence,
        at,
      ]);
    await tx.execute(sql`
      INSERT INTO inbox_item
        (person_id, publication_id, member_id, because, state, asks, arrived_sequence, arrived_at)
      VALUES ${bulk(rows)}
      ON CONFLICT (publication_id, member_id, person_id) DO UPDATE SET state = excluded.state, asks = excluded.asks,
        arrived_sequence = excluded.arrived_sequence, arrived_at = excluded.arrived_at, read_at = NULL
      WHERE inbox_item.arrived_sequence < ${renews}`);
  }
}
