import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { Principal } from '#access';
import {
  type Connection,
  connection,
  type EscalationState,
  type EscalationStep,
  firstOf,
  type ReachMembersArgs,
} from '#contract';
import { amongIds, type MemberRecord, Members, memberPlaces } from '#members';
import { badInput, Database, Seal, type Tx } from '#platform';
import { type Answer, Answers } from '../answers/answers.js';
import { numberOfId, prefixOfNumber } from '../queue/delivery-view.js';
import { cellsOf } from './cells.js';
import { ReachLedger } from './ledger.js';
import { mayReadReach, type Traced } from './who-may-read.js';

/** A member before whose people a publication was put. */
export interface ReachedMember {
  readonly member: MemberRecord;
  /** When the first of its people opened it. */
  readonly openedAt: string | null;
  readonly answer: Answer | null;
  readonly escalation: Escalating | null;
}

/** How far the asking of a member has come. */
export interface Escalating {
  readonly state: EscalationState;
  readonly step: EscalationStep | null;
  readonly nextAt: string | null;
}

interface Row {
  readonly id: string;
  readonly openedAt: string | null;
}

/** Reads whom publications reached. */
@Injectable()
export class ReadReach {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly answers: Answers,
    private readonly seal: Seal,
  ) {}

  /**
   * Whom a publication reached, in one statement that returns a row for each state and kind of member; `null` for whoever may
   * not know. Whom a RED one reached is for its origin's own people who see it: whom it names is nobody else's to know.
   */
  async of(principal: Principal, traced: Traced): Promise<ReachLedger | null> {
    if (!mayReadReach(principal, traced)) return null;
    const { id, originId } = traced;
    return new ReachLedger(await this.database.read((tx) => cellsOf(tx, id, originId)));
  }

  /**
   * The members reached without the origin, by name, or those of them that are silent. It is for those for whom `of` is.
   * @throws Refusal BAD_INPUT for a size out of bounds or a cursor of another list
   */
  async page(
    { id, originId }: Pick<Traced, 'id' | 'originId'>,
    { first, after, silentOnly }: Partial<ReachMembersArgs>,
  ): Promise<Connection<ReachedMember>> {
    const size = firstOf(first, 50);
    const rows = await this.database.read(async (tx) => {
      const start = after == null ? null : await this.place(tx, id, after);
      return reached(tx, id, originId, { start, silentOnly: silentOnly === true, limit: size + 1 });
    });
    const ids = rows.map((row) => row.id);
    const [members, answers, escalations] = await Promise.all([
      this.members.byIds(ids),
      this.answers.to(id, ids),
      this.database.read((tx) => escalating(tx, id, ids)),
    ]);
    const nodes = rows.flatMap(({ id: memberId, openedAt }) => {
      const member = members.get(memberId);
      if (!member) return [];
      const [answer, escalation] = [answers.get(memberId) ?? null, escalations.get(memberId) ?? null];
      return { member, openedAt, answer, escalation };
    });
    return connection(nodes, {
      first: size,
      after: after ?? null,
      cursorOf: ({ member }) => this.seal.seal('reach', id, numberOfId(member.id)),
    });
  }

  /** The member of a cursor, whether it has answered since or not. */
  private async place(tx: Tx, publicationId: string, after: string): Promise<string> {
    const number = this.seal.open('reach', publicationId, after);
    const [start, end] = prefixOfNumber(number ?? 0);
    const [row] = await tx.rows<{ id: string }>(sql`
      SELECT member_id AS id FROM inbox_item
      WHERE publication_id = ${publicationId} AND member_id >= ${start} AND member_id < ${end} LIMIT 1`);
    if (number === null || !row) throw badInput(['after'], 'This cursor is not of this list.');
    return row.id;
  }
}

async function escalating(
  tx: Tx,
  publicationId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Escalating>> {
  const rows = await tx.rows<Escalating & { id: string }>(sql`
    SELECT member_id AS id, state, step, CASE state WHEN 'OPEN' THEN next_at END AS "nextAt" FROM escalation
    WHERE publication_id = ${publicationId} AND member_id ${amongIds(tx, memberIds)}`);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

interface Wanted {
  /** The member after which to go on. */
  readonly start: string | null;
  readonly silentOnly: boolean;
  readonly limit: number;
}

function reached(
  tx: Tx,
  publicationId: string,
  originId: string,
  { start, silentOnly, limit }: Wanted,
): Promise<Row[]> {
  const after =
    start === null
      ? empty
      : sql`AND (m.sort_name, m.id) > (SELECT s.sort_name, s.id FROM (${memberPlaces}) s WHERE s.id = ${start})`;
  const silent = silentOnly
    ? sql`AND NOT EXISTS (SELECT 1 FROM acknowledgement a
        WHERE a.publication_id = ${publicationId} AND a.member_id = r.member_id)`
    : empty;
  return tx.rows<Row>(sql`
    SELECT m.id, r.opened_at AS "openedAt" FROM (
      SELECT member_id, min(opened_at) AS opened_at
      FROM inbox_item WHERE publication_id = ${publicationId} GROUP BY member_id
    ) r JOIN (${memberPlaces}) m ON m.id = r.member_id
    WHERE m.id <> ${originId} ${after} ${silent}
    ORDER BY m.sort_name, m.id LIMIT ${limit}`);
}
