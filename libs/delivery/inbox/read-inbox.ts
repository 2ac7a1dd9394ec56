import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import { type Connection, connection, firstOf, type InboxState, type QueryInboxArgs } from '#contract';
import { amongIds } from '#members';
import { atMost, badInput, Database, Seal, type Tx } from '#platform';
import { openTo, ownedBy } from './own.js';

/** Something in an inbox, as its owner sees it. */
export interface InboxEntry {
  readonly publicationId: string;
  readonly state: InboxState;
  readonly arrivedAt: string;
  readonly readAt: string | null;
}

type Row = InboxEntry & { readonly sequence: number };

const STATES: readonly InboxState[] = ['UNREAD', 'READ', 'ACKNOWLEDGED'];
const COLUMNS = sql`i.publication_id AS "publicationId", i.state, i.arrived_at AS "arrivedAt", i.read_at AS "readAt"`;

/** Whether an item asks for an answer that its member has not given. */
const ASKING = sql`i.asks = 1
  AND EXISTS (SELECT 1 FROM publication p WHERE p.id = i.publication_id AND p.state = 'RELEASED')
  AND NOT EXISTS (SELECT 1 FROM acknowledgement a
    WHERE a.publication_id = i.publication_id AND a.member_id = i.member_id)`;

/** Beyond this many, waiting items are not counted one by one. */
const MOST_COUNTED = 1_000;

/** Reads the viewer's own inbox: of what is not visible to them at this moment there is nothing in it. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** Latest arrival first. @throws Refusal BAD_INPUT for a size out of bounds or a cursor of another list */
  async page(
    principal: Principal,
    { states, unanswered, first, after }: QueryInboxArgs,
  ): Promise<Connection<InboxEntry>> {
    const size = firstOf(first);
    const wanted = STATES.filter((state) => !states?.length || states.includes(state));
    const personId = principal.viewer?.personId ?? '';
    const binding = createHash('sha256')
      .update(JSON.stringify([personId, wanted, unanswered === true]))
      .digest('base64url');
    const before = after == null ? Number.MAX_SAFE_INTEGER : this.seal.open('inbox', binding, after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const which = unanswered === true ? sql`${openTo(principal)} AND ${ASKING}` : openTo(principal);
    const rows = await this.database.read((tx) => latest(tx, personId, wanted, before, which, size + 1));
    return connection(rows, {
      first: size,
      after: after ?? null,
      cursorOf: ({ sequence }) => this.seal.seal('inbox', binding, sequence),
    });
  }

  /** How much waits, each counted to 1,000 at most. One statement. */
  async counts(principal: Principal): Promise<{ unread: number; unanswered: number }> {
    const personId = principal.viewer?.personId ?? '';
    const [row] = await this.database.read((tx) =>
      tx.rows<{ unread: number; unanswered: number }>(sql`
        SELECT
          (SELECT count(*) FROM (SELECT 1 AS one FROM inbox_item i
            WHERE i.person_id = ${personId} AND i.state = 'UNREAD' AND ${openTo(principal)}
            ${atMost(MOST_COUNTED)}) AS waiting) AS unread,
          (SELECT count(*) FROM (SELECT 1 AS one FROM inbox_item i
            WHERE i.person_id = ${personId} AND ${openTo(principal)} AND ${ASKING}
            ${atMost(MOST_COUNTED)}) AS asking) AS unanswered`),
    );
    return row ?? { unread: 0, unanswered: 0 };
  }

  /** Those of these publications that are in the viewer's inbox and visible to them, in the order asked. */
  async visible(principal: Principal, publicationIds: readonly string[]): Promise<InboxEntry[]> {
    const { viewer } = principal;
    if (viewer === null) return [];
    const rows = await this.database.read((tx) =>
      tx.rows<InboxEntry>(sql`
        SELECT ${COLUMNS} FROM inbox_item i
        WHERE ${ownedBy(viewer)} AND i.publication_id ${amongIds(tx, publicationIds)} AND ${openTo(principal)}`),
    );
    const items = new Map(rows.map((row) => [row.publicationId, row]));
    return publicationIds.flatMap((id) => items.get(id) ?? []);
  }

  /** Where publications that the viewer sees stand in their inbox, by publication: one short statement for a whole page. */
  async of({ viewer }: Principal, publicationIds: readonly string[]): Promise<Map<string, InboxEntry>> {
    if (viewer === null) return new Map();
    const rows = await this.database.read((tx) =>
      tx.rows<InboxEntry>(sql`
        SELECT ${COLUMNS} FROM inbox_item i
        WHERE ${ownedBy(viewer)} AND i.publication_id ${amongIds(tx, publicationIds)}`),
    );
    return new Map(rows.map((row) => [row.publicationId, row]));
  }
}

/** A short read for each state, merged: so no state's many items stand before another's few. */
function latest(
  tx: Tx,
  personId: string,
  states: readonly InboxState[],
  before: number,
  which: Sql,
  limit: number,
): Promise<Row[]> {
  const branches = states.map(
    (state) => sql`
      SELECT * FROM (SELECT ${COLUMNS}, i.arrived_sequence AS sequence FROM inbox_item i
        WHERE i.person_id = ${personId} AND i.state = ${state} AND i.arrived_sequence < ${before} AND ${which}
        ORDER BY i.arrived_sequence DESC ${atMost(limit)}) AS of_state`,
  );
  return tx.rows<Row>(sql`${join(branches, ' UNION ALL ')} ORDER BY sequence DESC ${atMost(limit)}`);
}
