import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { COMMUNITY_KEY, type Principal } from '#access';
import type { Connection } from '#contract';
import { Database, type Tx } from '#platform';
import { amongIds, askable, isId } from './ids.js';
import { NamePages, type Page } from './name-pages.js';
import type { GroupRecord } from './records.js';

const COLUMNS = sql`g.id, g.name, g.owner_id AS "ownerId"`;

/** Sharing groups. Only a group's own members know of it; a closed group has none. */
@Injectable()
export class Groups {
  constructor(
    private readonly database: Database,
    private readonly pages: NamePages,
  ) {}

  /** Those of them of which the viewer's member is a member now. */
  async known(principal: Principal, ids: Iterable<string>): Promise<Map<string, GroupRecord>> {
    const memberId = knowsGroups(principal);
    const asked = askable(ids);
    if (memberId === null || asked.length === 0) return new Map();
    const rows = await this.database.read((tx) =>
      tx.rows<GroupRecord>(sql`
        SELECT ${COLUMNS} FROM sharing_group g JOIN sharing_group_member s ON s.group_id = g.id AND s.member_id = ${memberId}
        WHERE g.id ${amongIds(tx, asked)}`),
    );
    return new Map(rows.map((group) => [group.id, group]));
  }

  /** The groups of the viewer's member, by name. */
  async page(principal: Principal, page: Page): Promise<Connection<GroupRecord>> {
    const memberId = knowsGroups(principal);
    return this.pages.page<GroupRecord>(
      {
        binding: JSON.stringify(['groups', memberId]),
        table: 'sharing_group g',
        columns: COLUMNS,
        joins: sql`JOIN sharing_group_member s ON s.group_id = g.id`,
        where: sql`s.member_id = ${memberId}`,
      },
      page,
    );
  }

  /** The ids of a group's members, whoever asks. */
  async membersOf(groupId: string): Promise<string[]> {
    if (!isId(groupId)) return [];
    const rows = await this.database.read((tx) =>
      tx.rows<{ id: string }>(
        sql`SELECT member_id AS id FROM sharing_group_member WHERE group_id = ${groupId} ORDER BY member_id`,
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** The ids of a member's groups, whoever asks. */
  idsOf(memberId: string): Promise<string[]> {
    return this.database.read((tx) => groupIdsOf(tx, memberId));
  }
}

/** The member whose groups the principal may know; `null` for whoever holds no key of the community. */
const knowsGroups = ({ viewer, held }: Principal): string | null =>
  viewer !== null && held.has(COMMUNITY_KEY) ? viewer.member.id : null;

async function groupIdsOf(tx: Tx, memberId: string): Promise<string[]> {
  if (!isId(memberId)) return [];
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT group_id AS id FROM sharing_group_member WHERE member_id = ${memberId} ORDER BY group_id`,
  );
  return rows.map(({ id }) => id);
}
