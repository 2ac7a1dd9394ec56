import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal, Viewer } from '#access';
import type { PreferenceName, SubscriptionOwner } from '#contract';
import { amongIds } from '#members';
import { Database, type Tx } from '#platform';
import { ownOf, type Reachability, reachabilityOf, type Stored } from './reachability.js';

/** Preferences as their owner sees them. */
export interface PreferencesView extends Reachability {
  readonly owner: SubscriptionOwner;
  readonly own: readonly PreferenceName[];
}

/** Reads how people are reached. */
@Injectable()
export class Preferences {
  constructor(private readonly database: Database) {}

  /** By person, in one statement. */
  async ofPeople(tx: Tx, viewers: readonly Viewer[]): Promise<Map<string, Reachability>> {
    const rows = await storedOf(
      tx,
      viewers.flatMap(({ personId, member }) => [personId, member.id]),
    );
    return new Map(
      viewers.map((viewer) => {
        const stored = [rows.get(viewer.personId), rows.get(viewer.member.id)];
        return [viewer.personId, reachabilityOf(stored, viewer)];
      }),
    );
  }

  /** How members themselves are reached, by id, in one statement. */
  async ofMembers(tx: Tx, members: readonly Viewer['member'][]): Promise<Map<string, Reachability>> {
    const rows = await storedOf(
      tx,
      members.map(({ id }) => id),
    );
    return new Map(members.map((member) => [member.id, reachabilityOf([rows.get(member.id)], { member })]));
  }

  /** By which clocks a member lives. */
  async zoneOf(tx: Tx, member: Viewer['member']): Promise<string> {
    const reach = await this.ofMembers(tx, [member]);
    return (reach.get(member.id) as Reachability).timeZone;
  }

  /** The viewer's own, or those of their member. Who may read which is asked by whoever calls. */
  async view({ viewer }: Principal, owner: SubscriptionOwner): Promise<PreferencesView> {
    const { personId, member } = viewer as Viewer;
    const rows = await this.database.read((tx) => storedOf(tx, [personId, member.id]));
    const [own, members] = [rows.get(personId), rows.get(member.id)];
    const stored = owner === 'PERSON' ? [own, members] : [members];
    return { owner, own: ownOf(stored[0]), ...reachabilityOf(stored, { member }) };
  }
}

/** What was set, by owner. */
export async function storedOf(tx: Tx, ownerIds: readonly string[]): Promise<Map<string, Stored>> {
  const rows = await tx.rows<Stored & { ownerId: string }>(sql`
    SELECT owner_id AS "ownerId", channels, webhooks, quiet_hours AS "quietHours", time_zone AS "timeZone", digest
    FROM preference WHERE owner_id ${amongIds(tx, [...new Set(ownerIds)])}`);
  return new Map(rows.map((row) => [row.ownerId, row]));
}
