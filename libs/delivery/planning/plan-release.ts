import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Tx, WriteTx } from '#platform';
import type { LogEntry } from '#publications';
import type { MemberRange } from '#subscriptions';
import { type Channel, DELIVERY_CHANNELS, type Telling, type Told } from '../channels/channel.js';
import { Escalations } from '../escalation/escalations.js';
import type { InboxItem } from '../inbox/inbox-item.entity.js';
import { PutDeliveries } from '../queue/put-deliveries.js';
import { putInInboxes } from './inbox-rows.js';
import { type Concerned, Recipients } from './recipients.js';

/** How far the planning of one entry has come. */
export interface Progress {
  /** The last member whose people are planned. */
  readonly position: string;
  readonly done: boolean;
}

type Reason = InboxItem['because'];

/** On which ways a release goes. */
export type Ways = 'all' | 'inbox';

/** Puts one entry of the release log into the inboxes of those whom it concerns, and on its way to them by every channel. */
@Injectable()
export class PlanRelease {
  constructor(
    private readonly recipients: Recipients,
    private readonly deliveries: PutDeliveries,
    private readonly escalations: Escalations,
    @Inject(DELIVERY_CHANNELS) private readonly channels: readonly Channel[],
  ) {}

  /**
   * Plans an entry for the members after `position`, until about `atOnce` rows are written or no member is left.
   * What is told by whom: a publication or a change of audience reaches those who are to be told and do not have it; a revision
   * them and, anew, all who have it; a withdrawal all who have it. Nobody gets what they cannot see at this moment.
   */
  async from(
    tx: WriteTx,
    entry: LogEntry,
    position: string,
    { atOnce, by = 'all' }: { readonly atOnce: number; readonly by?: Ways },
  ): Promise<Progress> {
    const renews = entry.what === 'AUDIENCE_CHANGED' ? await lastSaid(tx, entry) : entry.sequence;
    const arriving = { publicationId: entry.publicationId, sequence: entry.sequence, at: entry.at, renews };
    for (let written = 0, after = position; ; ) {
      const part = await this.part(tx, entry, after, { atOnce, renews });
      await putInInboxes(tx, arriving, part.told);
      written += part.told.length;
      const range = { after, until: part.last };
      const anew = part.told.filter(({ personId }) => !part.unchanged.has(personId));
      if (by === 'all') {
        written += await this.planChannels(tx, { entry, range, told: anew });
        await this.escalations.begin(tx, entry, anew);
      }
      after = part.last;
      if (!part.more || written >= atOnce) return { position: after, done: !part.more };
    }
  }

  /** @returns how many deliveries it makes */
  private async planChannels(tx: WriteTx, telling: Telling): Promise<number> {
    let count = 0;
    for (const channel of this.channels) {
      const planned = await channel.plan(tx, telling);
      await this.deliveries.put(tx, planned);
      count += planned.length;
    }
    return count;
  }

  private async part(
    tx: WriteTx,
    entry: LogEntry,
    after: string,
    { atOnce, renews }: { readonly atOnce: number; readonly renews: number },
  ) {
    const { facts, released, publicationId } = entry;
    const having = new Map<string, Reason>();
    /** Those to whom it says nothing new. */
    const unchanged = new Set<string>();
    const besides = async (range: MemberRange) => {
      const rows = await havingIt(tx, publicationId, range);
      for (const { personId, because, arrived } of rows) {
        having.set(personId, because);
        if (arrived >= renews) unchanged.add(personId);
      }
      return rows.map(({ memberId }) => memberId);
    };
    const seeking = {
      released,
      severity: facts.severity,
      locks: [entry.keys, entry.presentKeys],
      topic: entry.what === 'WITHDRAWN' ? null : facts,
    };
    const part = await this.recipients.part(tx, seeking, after, { atOnce, besides });
    const answered = await answeredSince(tx, entry, { after, until: part.last });
    const told = part.people.flatMap((concerned): Told[] => {
      const because = reasonFor(entry, concerned, having);
      if (because === null) return [];
      const { viewer } = concerned;
      const { personId, member } = viewer;
      const asks =
        facts.acknowledgeWithinMinutes !== null && entry.what !== 'WITHDRAWN' && member.id !== facts.originId;
      const state = answered.has(member.id) ? 'ACKNOWLEDGED' : 'UNREAD';
      return [{ personId, memberId: member.id, because, state, asks, viewer }];
    });
    return { ...part, told, unchanged };
  }
}

/** Why somebody gets the entry, or `null`: they are to be told of it, or have what it changes. */
function reasonFor(
  { what, released }: LogEntry,
  { viewer, visible, because }: Concerned,
  having: ReadonlyMap<string, Reason>,
): Reason | null {
  if (because !== null && what !== 'WITHDRAWN') return because;
  if (!visible || viewer.personId === released.releasedById) return null;
  return having.get(viewer.personId) ?? null;
}

/** The entry by which the publication came to say what it says: whoever has that one, or a later one, has missed nothing. */
async function lastSaid(tx: Tx, { publicationId, sequence }: LogEntry): Promise<number> {
  const [row] = await tx.rows<{ sequence: number | null }>(sql`
    SELECT max(sequence) AS sequence FROM release
    WHERE publication_id = ${publicationId} AND sequence < ${sequence} AND what <> 'AUDIENCE_CHANGED'`);
  return row?.sequence ?? sequence;
}

function havingIt(tx: Tx, publicationId: string, { after, until }: MemberRange) {
  return tx.rows<{ personId: string; memberId: string; because: Reason; arrived: number }>(sql`
    SELECT person_id AS "personId", member_id AS "memberId", because, arrived_sequence AS arrived FROM inbox_item
    WHERE publication_id = ${publicationId} AND member_id > ${after} AND member_id <= ${until}`);
}

/** The members that have answered this entry, or a later one, before it was planned. */
async function answeredSince(
  tx: Tx,
  entry: LogEntry,
  { after, until }: MemberRange,
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ memberId: string }>(sql`
    SELECT member_id AS "memberId" FROM acknowledgement
    WHERE publication_id = ${entry.publicationId} AND sequence >= ${entry.sequence}
      AND member_id > ${after} AND member_id <= ${until}`);
  return new Set(rows.map(({ memberId }) => memberId));
}
