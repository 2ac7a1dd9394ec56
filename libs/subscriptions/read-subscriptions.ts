import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import { isId } from '#members';
import { Database, notFound, type Tx } from '#platform';
import { type StandingSubscription, type SubscriptionRow, shown } from './rows.js';

const COLUMNS = sql`id, owner, person_id AS "personId", member_id AS "memberId", name, regions, below, above, kinds,
  severity_at_least AS "severityAtLeast", systems, text, new_known_exploited AS "newKnownExploited", created_at AS "createdAt"`;

/** Reads subscriptions: one's own and those of one's member; others are not there. */
@Injectable()
export class ReadSubscriptions {
  constructor(private readonly database: Database) {}

  /** All that the viewer knows of: their own, then their member's, oldest first. */
  async list(principal: Principal): Promise<StandingSubscription[]> {
    const rows = await this.database.read((tx) => known(tx, principal));
    return rows.map(shown);
  }

  /** @throws Refusal NOT_FOUND for one that is not there or not the viewer's to know of */
  async get(principal: Principal, id: string): Promise<StandingSubscription> {
    const row = await this.database.read((tx) => knownRow(tx, principal, id));
    if (!row) throw notFound();
    return shown(row);
  }
}

function known(tx: Tx, { viewer }: Principal): Promise<SubscriptionRow[]> {
  if (viewer === null) return Promise.resolve([]);
  return tx.rows<SubscriptionRow>(sql`
    SELECT ${COLUMNS} FROM subscription
    WHERE member_id = ${viewer.member.id} AND (person_id IS NULL OR person_id = ${viewer.personId})
    ORDER BY owner DESC, created_at, id`);
}

/**
 * One subscription, if the viewer knows of it.
 * @param lock ends the statement
 */
export async function knownRow(
  tx: Tx,
  { viewer }: Principal,
  id: string,
  lock: Sql = empty,
): Promise<SubscriptionRow | null> {
  if (viewer === null || !isId(id)) return null;
  const [row] = await tx.rows<SubscriptionRow>(sql`
    SELECT ${COLUMNS} FROM subscription
    WHERE id = ${id} AND member_id = ${viewer.member.id} AND (person_id IS NULL OR person_id = ${viewer.personId})
    ${lock}`);
  return row ?? null;
}
