import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal } from '#access';
import { Acting } from '#audit';
import type {
  AddGroupMemberInput,
  CloseGroupInput,
  CreateGroupInput,
  RemoveGroupMemberInput,
  RenameGroupInput,
} from '#contract';
import { badInput, Clock, cleanLine, conflict, forbidden, Ids, notFound, timestamp } from '#platform';
import { AccessChanges } from './access-changes.js';
import { GroupRow } from './entities/group.entity.js';
import { GroupRosters, MOST_MEMBERS } from './group-rosters.js';
import { sortName } from './names.js';

const MOST_NAME = 100;

const readName = (name: string) => cleanLine(name, { field: ['input', 'name'], min: 1, max: MOST_NAME });

/** Makes and changes sharing groups. Whoever is not of a group is answered as if there were none. */
@Injectable()
export class ChangeGroups {
  constructor(
    private readonly acting: Acting,
    private readonly rosters: GroupRosters,
    private readonly accessChanges: AccessChanges,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Refusal BAD_INPUT, CONFLICT for a member that is in too many groups */
  create(principal: Principal, input: CreateGroupInput): Promise<{ groupId: string }> {
    return this.acting.perform(
      { principal, action: 'group.create', operation: 'createGroup', input },
      async (tx, tell) => {
        const ownerId = principal.viewer?.member.id ?? '';
        if (!may(principal.viewer, 'group.create', { memberId: ownerId }, principal.scopes))
          throw forbidden();
        const name = readName(input.name);
        const memberIds = [...new Set([ownerId, ...(input.memberIds ?? [])])];
        if (memberIds.length > MOST_MEMBERS) {
          throw badInput(['input', 'memberIds'], `A group has at most ${MOST_MEMBERS} members.`);
        }
        const group = { id: this.ids.id(), name, sortName: sortName(name), ownerId, closedAt: null };
        await tx.manager.insert(GroupRow, group);
        await this.rosters.enter(tx, group.id, memberIds, ['input', 'memberIds']);
        this.accessChanges.record(tx, 'GROUP', group.id);
        tell({ objectType: 'group', objectId: group.id, detail: { memberIds } });
        return { groupId: group.id };
      },
    );
  }

  /** @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT */
  rename(principal: Principal, input: RenameGroupInput): Promise<{ groupId: string }> {
    return this.acting.perform(
      { principal, action: 'group.manage', operation: 'renameGroup', input },
      async (tx, tell) => {
        const { id } = await this.rosters.managed(tx, principal, input.groupId);
        const name = readName(input.name);
        await tx.execute(
          sql`UPDATE sharing_group SET name = ${name}, sort_name = ${sortName(name)} WHERE id = ${id}`,
        );
        tell({ objectType: 'group', objectId: id });
        return { groupId: id };
      },
    );
  }

  /** @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT, CONFLICT */
  add(principal: Principal, input: AddGroupMemberInput): Promise<{ groupId: string }> {
    return this.acting.perform(
      { principal, action: 'group.manage', operation: 'addGroupMember', input },
      async (tx, tell) => {
        const { id } = await this.rosters.managed(tx, principal, input.groupId);
        const roster = await this.rosters.of(tx, id);
        if (!roster.includes(input.memberId)) {
          if (roster.length >= MOST_MEMBERS) throw conflict(`A group has at most ${MOST_MEMBERS} members.`);
          await this.rosters.enter(tx, id, [input.memberId], ['input', 'memberId']);
          this.accessChanges.record(tx, 'MEMBER', input.memberId);
        }
        tell({ objectType: 'group', objectId: id, detail: { memberId: input.memberId } });
        return { groupId: id };
      },
    );
  }

  /** By the owner's coordinators, or by the member's own to leave. @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT */
  remove(principal: Principal, input: RemoveGroupMemberInput): Promise<{ groupId: string }> {
    const action = input.memberId === principal.viewer?.member.id ? 'group.leave' : 'group.manage';
    return this.acting.perform(
      { principal, action, operation: 'removeGroupMember', input },
      async (tx, tell) => {
        const group = await this.rosters.locked(tx, principal, input.groupId);
        const target = { memberId: action === 'group.leave' ? input.memberId : group.ownerId };
        if (!may(principal.viewer, action, target, principal.scopes)) throw forbidden();
        if (input.memberId === group.ownerId)
          throw conflict('A group is never without its owner. Close it instead.');
        if (!(await this.rosters.of(tx, group.id)).includes(input.memberId)) throw notFound();
        await tx.execute(
          sql`DELETE FROM sharing_group_member WHERE group_id = ${group.id} AND member_id = ${input.memberId}`,
        );
        this.accessChanges.record(tx, 'MEMBER', input.memberId);
        tell({ objectType: 'group', objectId: group.id, detail: { memberId: input.memberId } });
        return { groupId: group.id };
      },
    );
  }

  /** Its members lose what was shared with it alone. @throws Refusal NOT_FOUND, FORBIDDEN */
  close(principal: Principal, input: CloseGroupInput): Promise<{ groupId: string }> {
    return this.acting.perform(
      { principal, action: 'group.manage', operation: 'closeGroup', input },
      async (tx, tell) => {
        const { id } = await this.rosters.managed(tx, principal, input.groupId);
        const roster = await this.rosters.of(tx, id);
        await tx.execute(
          sql`UPDATE sharing_group SET closed_at = ${timestamp(this.clock.now())} WHERE id = ${id}`,
        );
        await tx.execute(sql`DELETE FROM sharing_group_member WHERE group_id = ${id}`);
        this.accessChanges.record(tx, 'GROUP', id);
        tell({ objectType: 'group', objectId: id, detail: { memberIds: roster } });
        return { groupId: id };
      },
    );
  }
}
