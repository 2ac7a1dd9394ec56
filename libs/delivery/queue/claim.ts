import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx, WriteTx } from '#platform';
import type { Due } from '../channels/channel.js';
import type { ChannelName } from './vocabulary.js';

/** What a worker can take. */
export interface Room {
  readonly channel: ChannelName;
  /** How many in all. */
  readonly count: number;
  /** How many to an address at once. */
  readonly toOne: number;
  /** How many are on their way already, by address. */
  readonly underWay: ReadonlyMap<string, number>;
}

/** Who takes them, and until when nobody else may. RFC 3339. */
export interface Lease {
  readonly worker: string;
  readonly now: string;
  readonly until: string;
}

const waiting = (channel: ChannelName, urgent: 0 | 1, now: string): Sql =>
  sql`q.channel = ${channel} AND q.urgent = ${urgent} AND q.due_at <= ${now}
    AND (q.leased_until IS NULL OR q.leased_until <= ${now})`;

/** Whether anything waits that is due, so that nobody writes for nothing. */
export async function isAnyDue(tx: Tx, channel: ChannelName, now: string): Promise<boolean> {
  const one = (urgent: 0 | 1) =>
    sql`EXISTS (SELECT 1 FROM delivery_queue q WHERE ${waiting(channel, urgent, now)})`;
  const [row] = await tx.rows<{ any: number }>(
    sql`SELECT CASE WHEN ${one(1)} OR ${one(0)} THEN 1 ELSE 0 END AS "any"`,
  );
  return row?.any === 1;
}

/**
 * Takes what is due, urgent things first and then what has waited longest, and no more to one address than may go there at
 * once. What another worker takes in this moment is passed over.
 */
export async function claim(tx: WriteTx, room: Room, lease: Lease): Promise<Due[]> {
  const chosen: Placed[] = [];
  const counts = new Map<string, number>();
  const full: string[] = [];
  for (const [address, count] of room.underWay) if (count >= room.toOne) full.push(address);
  for (const urgent of [1, 0] as const) {
    for (let more = true; more && chosen.length < room.count; ) {
      const wanted = room.count - chosen.length;
      const found = await candidates(tx, {
        channel: room.channel,
        full,
        chosen,
        urgent,
        now: lease.now,
        wanted,
      });
      for (const one of found) {
        const count = counts.get(one.address) ?? room.underWay.get(one.address) ?? 0;
        if (count >= room.toOne) continue;
        counts.set(one.address, count + 1);
        if (count + 1 === room.toOne) full.push(one.address);
        chosen.push(one);
      }
      more = found.length === wanted;
    }
  }
  if (chosen.length === 0) return [];
  await tx.execute(sql`
    UPDATE delivery_queue SET leased_by = ${lease.worker}, leased_until = ${lease.until} WHERE ${among(tx, chosen)}`);
  return chosen;
}

/** With where its row of the queue lies, which holds until the transaction ends. */
type Placed = Due & { readonly place: string | number };

const among = (tx: Tx, placed: readonly Placed[]): Sql => {
  const places = placed.map(({ place }) => place);
  return tx.dialect === 'postgres'
    ? sql`ctid = ANY(${places}::tid[])`
    : sql`rowid IN (SELECT value FROM json_each(${JSON.stringify(places)}))`;
};

const idsOf = (due: readonly Due[]): string[] => due.map(({ id }) => id);

interface Search {
  readonly channel: ChannelName;
  /** Addresses that no more may go to. */
  readonly full: readonly string[];
  readonly chosen: readonly Placed[];
  readonly urgent: 0 | 1;
  readonly now: string;
  readonly wanted: number;
}

/** They cannot change until the transaction ends. */
function candidates(tx: WriteTx, search: Search): Promise<Placed[]> {
  const { channel, full, chosen, urgent, now, wanted } = search;
  const elsewhere = full.length === 0 ? empty : sql`AND q.address NOT IN (${join(full)})`;
  const others = chosen.length === 0 ? empty : sql`AND q.delivery_id NOT IN (${join(idsOf(chosen))})`;
  return tx.rows<Placed>(sql`
    SELECT q.place, d.id, d.channel, d.address, d.person_id AS "personId", d.member_id AS "memberId",
      d.publication_id AS "publicationId", d.sequence, d.reason, d.step, d.carries, d.tries, d.planned_at AS "plannedAt"
    FROM (
      SELECT q.delivery_id, q.due_at, ${tx.dialect === 'postgres' ? sql`q.ctid` : sql`q.rowid`} AS place
      FROM delivery_queue q WHERE ${waiting(channel, urgent, now)} ${elsewhere} ${others}
      ORDER BY q.due_at LIMIT ${wanted} ${tx.dialect === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : empty}) q
    JOIN delivery d ON d.id = q.delivery_id ORDER BY q.due_at`);
}
