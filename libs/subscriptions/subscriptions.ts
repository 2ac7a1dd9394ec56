import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Viewer } from '#access';
import { Groups } from '#members';
import type { Tx } from '#platform';
import { RegionsService } from '#regions';
import { matches, type Topic } from './matches.js';
import { lookedAt } from './region-index.js';
import { type InterestRow, storedInterest, withLines } from './rows.js';

/** Members by their ids, in order: those after one, up to and including another. */
export interface MemberRange {
  readonly after: string;
  readonly until: string;
}

interface Candidate extends InterestRow {
  readonly personId: string | null;
  readonly memberId: string;
}

/** Whose subscriptions a publication meets. */
export class Subscribers {
  /** Members of which a subscription, or one of their people's, is met. */
  readonly memberIds = new Set<string>();
  private readonly whole = new Set<string>();
  private readonly people = new Set<string>();

  add({ memberId, personId }: Pick<Candidate, 'memberId' | 'personId'>): void {
    this.memberIds.add(memberId);
    if (personId === null) this.whole.add(memberId);
    else this.people.add(personId);
  }

  /** A member's subscription serves all its people. */
  has({ personId, member }: Viewer): boolean {
    return this.whole.has(member.id) || this.people.has(personId);
  }
}

/** Finds who subscribes to a publication among tens of thousands of subscriptions. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly regions: RegionsService,
    private readonly groups: Groups,
  ) {}

  /**
   * Whose subscriptions a publication meets, in a range of members; whether they may see it is not asked here.
   * Two or three statements, however many subscriptions there are; only those that look at its regions are read.
   */
  async to(tx: Tx, topic: Topic, range: MemberRange): Promise<Subscribers> {
    const groups = await this.groupsOfMembers(topic, range);
    const rows = await tx.rows<Candidate>(candidates(topic, range, [...groups.keys()]));
    const tree = this.regions.tree();
    const found = new Subscribers();
    for (const row of rows) {
      const interest = withLines(storedInterest(row), (code) => tree.line(code));
      if (matches(interest, topic, groups.get(row.memberId))) found.add(row);
    }
    return found;
  }

  /** For each member in the range that is in a group which the publication is addressed to: those groups. */
  private async groupsOfMembers(
    { groupIds }: Topic,
    { after, until }: MemberRange,
  ): Promise<Map<string, string[]>> {
    const groupsOf = new Map<string, string[]>();
    for (const groupId of groupIds) {
      for (const memberId of await this.groups.membersOf(groupId)) {
        if (memberId <= after || memberId > until) continue;
        groupsOf.set(memberId, [...(groupsOf.get(memberId) ?? []), groupId]);
      }
    }
    return groupsOf;
  }
}

function candidates(topic: Topic, { after, until }: MemberRange, groupMembers: readonly string[]): Sql {
  const within = sql`member_id > ${after} AND member_id <= ${until}`;
  const ofGroups =
    groupMembers.length === 0
      ? empty
      : sql`UNION SELECT id FROM subscription WHERE member_id IN (${join([...groupMembers])})`;
  return sql`
    SELECT person_id AS "personId", member_id AS "memberId", regions, below, above, kinds,
      severity_at_least AS "severityAtLeast", systems, text, new_known_exploited AS "newKnownExploited"
    FROM subscription
    WHERE id IN (SELECT subscription_id FROM subscription_region WHERE ${lookedAt(topic)} AND ${within} ${ofGroups})
      AND (severity_at_least IS NULL OR severity_at_least <= ${topic.severity ?? 0})`;
}
