import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { empty, join } from 'sql-template-tag';
import type { Principal } from '#access';
import { type Connection, connection, firstOf, type WebhookEndpointDeliveriesArgs } from '#contract';
import { badInput, Clock, Database, notFound, Seal, type Tx, timestamp } from '#platform';
import { opensEntry, opensNow, releaseKeys } from '#publications';
import type { StoredInterest } from '#subscriptions';
import {
  DELIVERY_COLUMNS,
  type DeliveryView,
  numberOfId,
  prefixOfNumber,
} from '../../queue/delivery-view.js';
import { ENDPOINT_COLUMNS, type EndpointRow, endpointFor, interestOf, runs } from './stored.js';

/** An endpoint as whoever runs it sees it. */
export type EndpointView = Omit<EndpointRow, 'interest' | 'secret' | 'previousSecret' | 'previousUntil'> & {
  readonly interest: StoredInterest | null;
  readonly previousSecretUntil: string | null;
};

/** Reads webhook endpoints and what was sent to them, for whoever runs them. */
@Injectable()
export class ReadEndpoints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** One's own and, for a coordinator, one's member's; by name. */
  async list(principal: Principal): Promise<EndpointView[]> {
    const { viewer } = principal;
    if (viewer === null) return [];
    const rows = await this.database.read((tx) =>
      tx.rows<EndpointRow>(sql`
        SELECT ${ENDPOINT_COLUMNS} FROM webhook_endpoint e
        WHERE e.member_id = ${viewer.member.id} AND (e.person_id = ${viewer.personId} OR e.person_id IS NULL)
        ORDER BY e.name, e.id`),
    );
    return rows.filter((row) => runs(principal, row)).map((row) => this.shown(row));
  }

  /** `null` for one that is not there or not the principal's to run. */
  async find(principal: Principal, id: string): Promise<EndpointView | null> {
    const row = await this.database.read((tx) => endpointFor(tx, principal, id));
    return row && this.shown(row);
  }

  /** @throws Refusal NOT_FOUND for one that is not there or not the principal's to run */
  async get(principal: Principal, id: string): Promise<EndpointView> {
    const endpoint = await this.find(principal, id);
    if (!endpoint) throw notFound();
    return endpoint;
  }

  /**
   * What was sent to an endpoint that the principal runs, or is to be, latest first. Of what they may not see at this moment
   * nothing is told: not even that it was planned.
   * @throws Refusal BAD_INPUT for a size out of bounds or a cursor of another list
   */
  async deliveries(
    principal: Principal,
    endpointId: string,
    { states, first, after }: Partial<WebhookEndpointDeliveriesArgs>,
  ): Promise<Connection<DeliveryView>> {
    const size = firstOf(first);
    const wanted = [...new Set(states ?? [])].sort();
    const binding = createHash('sha256')
      .update(JSON.stringify([endpointId, wanted]))
      .digest('base64url');
    const rows = await this.database.read(async (tx) => {
      const start = after == null ? null : await this.place(tx, endpointId, binding, after);
      const held = releaseKeys(principal.held);
      const open = sql`${opensNow(held, sql`d.publication_id`)} AND ${opensEntry(held, sql`d.sequence`)}`;
      return tx.rows<DeliveryView>(sql`
        SELECT ${DELIVERY_COLUMNS} FROM delivery d
        WHERE d.channel = 'WEBHOOK' AND d.address = ${endpointId} AND (d.publication_id = '' OR (${open}))
          ${wanted.length === 0 ? empty : sql`AND d.state IN (${join(wanted)})`}
          ${start === null ? empty : sql`AND (d.planned_at, d.id) < (${start.plannedAt}, ${start.id})`}
        ORDER BY d.planned_at DESC, d.id DESC LIMIT ${size + 1}`);
    });
    return connection(rows, {
      first: size,
      after: after ?? null,
      cursorOf: ({ id }) => this.seal.seal('deliveries', binding, numberOfId(id)),
    });
  }

  private async place(tx: Tx, endpointId: string, binding: string, after: string) {
    const number = this.seal.open('deliveries', binding, after);
    const [start, end] = prefixOfNumber(number ?? 0);
    const [row] = await tx.rows<{ id: string; plannedAt: string }>(sql`
      SELECT d.id, d.planned_at AS "plannedAt" FROM delivery d
      WHERE d.id >= ${start} AND d.id < ${end} AND d.channel = 'WEBHOOK' AND d.address = ${endpointId} LIMIT 1`);
    if (number === null || !row) throw badInput(['after'], 'This cursor is not of this list.');
    return row;
  }

  private shown(row: EndpointRow): EndpointView {
    const { interest: _interest, secret: _secret, previousSecret: _previous, previousUntil, ...shown } = row;
    const overlaps = previousUntil !== null && previousUntil > timestamp(this.clock.now());
    return { ...shown, interest: interestOf(row), previousSecretUntil: overlaps ? previousUntil : null };
  }
}
