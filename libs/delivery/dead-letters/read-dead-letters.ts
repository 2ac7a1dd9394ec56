import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { may, type Principal } from '#access';
import { type Connection, connection, firstOf } from '#contract';
import { badInput, Database, forbidden, Seal, type Tx, unauthenticated } from '#platform';
import { DELIVERY_COLUMNS, type DeliveryView, numberOfId, prefixOfNumber } from '../queue/delivery-view.js';
import { type Chosen, IS_REPLAYABLE, isDead, isKnownTo } from './dead.js';

/** A delivery that was given up. */
export interface DeadLetter extends DeliveryView {
  readonly memberId: string;
  readonly personId: string | null;
  readonly host: string | null;
  readonly replayable: boolean;
}

type Row = Omit<DeadLetter, 'host' | 'replayable'> & {
  readonly url: string | null;
  readonly replayable: number;
};

export interface DeadLettersWish extends Chosen {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Reads what was given up, for operators. */
@Injectable()
export class ReadDeadLetters {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /**
   * Of what is about a publication, only what the principal sees at this moment.
   * @throws Refusal UNAUTHENTICATED; FORBIDDEN for all but operators; BAD_INPUT for a size out of bounds or a cursor of another list
   */
  async page(
    principal: Principal,
    { first, after, ...chosen }: DeadLettersWish,
  ): Promise<Connection<DeadLetter>> {
    const { viewer, scopes } = principal;
    if (viewer === null) throw unauthenticated();
    if (!may(viewer, 'delivery.operate', { memberId: viewer.member.id }, scopes)) throw forbidden();
    const size = firstOf(first);
    const binding = bindingOf(chosen);
    const rows = await this.database.read(async (tx) => {
      const start = after == null ? null : await this.place(tx, binding, after);
      return tx.rows<Row>(sql`
        SELECT ${DELIVERY_COLUMNS}, d.member_id AS "memberId", d.person_id AS "personId",
          (SELECT w.url FROM webhook_endpoint w WHERE w.id = d.address) AS url,
          CASE WHEN ${IS_REPLAYABLE} THEN 1 ELSE 0 END AS replayable
        FROM delivery d
        WHERE ${isDead(chosen)} AND ${isKnownTo(principal)}
          ${start === null ? empty : sql`AND (d.planned_at, d.id) < (${start.plannedAt}, ${start.id})`}
        ORDER BY d.planned_at DESC, d.id DESC LIMIT ${size + 1}`);
    });
    return connection(rows.map(shown), {
      first: size,
      after: after ?? null,
      cursorOf: ({ id }) => this.seal.seal('dead-letters', binding, numberOfId(id)),
    });
  }

  /** The delivery of a cursor, whether it has been sent again since or not. */
  private async place(tx: Tx, binding: string, after: string): Promise<{ id: string; plannedAt: string }> {
    const number = this.seal.open('dead-letters', binding, after);
    const [start, end] = prefixOfNumber(number ?? 0);
    const [row] = await tx.rows<{ id: string; plannedAt: string }>(sql`
      SELECT d.id, d.planned_at AS "plannedAt" FROM delivery d WHERE d.id >= ${start} AND d.id < ${end} LIMIT 1`);
    if (number === null || !row) throw badInput(['after'], 'This cursor is not of this list.');
    return row;
  }
}

const bindingOf = ({ channels, causes }: Chosen): string =>
  createHash('sha256')
    .update(JSON.stringify([[...(channels ?? [])].sort(), [...(causes ?? [])].sort()]))
    .digest('base64url');

const shown = ({ url, replayable, ...row }: Row): DeadLetter => ({
  ...row,
  host: url === null ? null : new URL(url).host,
  replayable: replayable === 1,
});
