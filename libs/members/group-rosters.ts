import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { may, type Principal } from '#access';
import { badInput, conflict, type FieldPath, forbidden, notFound, type WriteTx } from '#platform';
import { releaseHead } from './access-changes.js';
import { GroupMemberRow } from './entities/group-member.entity.js';
import { amongIds, forUpdate, isId } from './ids.js';
import type { GroupRecord } from './records.js';

export const MOST_MEMBERS = 500;
const MOST_GROUPS = 100;

/** Who is in a group, for those who change it. */
@Injectable()
export class GroupRosters {
  /** The group, kept from other changes, if the viewer's member is in it. @throws Refusal NOT_FOUND */
  async locked(tx: WriteTx, { viewer }: Principal, groupId: string): Promise<GroupRecord> {
    if (!isId(groupId)) throw notFound();
    const [group] = await tx.rows<GroupRecord>(
      sql`SELECT id, name, owner_id AS "ownerId" FROM sharing_group WHERE id = ${groupId} ${forUpdate(tx)}`,
    );
    if (!group || !viewer || !(await this.of(tx, groupId)).includes(viewer.member.id)) throw notFound();
    return group;
  }

  /** The group, if its owner is the viewer's to act for. @throws Refusal NOT_FOUND, FORBIDDEN */
  async managed(tx: WriteTx, principal: Principal, groupId: string): Promise<GroupRecord> {
    const group = await this.locked(tx, principal, groupId);
    if (!may(principal.viewer, 'group.manage', { memberId: group.ownerId }, principal.scopes))
      throw forbidden();
    return group;
  }

  /** The ids of its members. */
  async of(tx: WriteTx, groupId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      sql`SELECT member_id AS id FROM sharing_group_member WHERE group_id = ${groupId} ORDER BY member_id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Adds members that are not in it. @throws Refusal BAD_INPUT for unknown ones, CONFLICT for one in too many groups */
  async enter(tx: WriteTx, groupId: string, memberIds: readonly string[], field: FieldPath): Promise<void> {
    if (!memberIds.every(isId)) throw badInput(field, 'There is no such member.');
    const found = await tx.rows(
      sql`SELECT id FROM member WHERE id ${amongIds(tx, memberIds)} ORDER BY id ${forUpdate(tx)}`,
    );
    if (found.length < memberIds.length) throw badInput(field, 'There is no such member.');
    const full = await tx.rows(sql`
      SELECT member_id FROM sharing_group_member WHERE member_id IN (${join([...memberIds])})
      GROUP BY member_id HAVING count(*) >= ${MOST_GROUPS}`);
    if (full.length > 0) throw conflict('This member cannot be in one more group.', { field });
    const since = await releaseHead(tx);
    await tx.manager.insert(
      GroupMemberRow,
      memberIds.map((memberId) => ({ groupId, memberId, since })),
    );
  }
}
