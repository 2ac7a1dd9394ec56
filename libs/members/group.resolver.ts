import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type AddGroupMemberInput,
  type CloseGroupInput,
  type CreateGroupInput,
  type GroupMembersArgs,
  Me,
  type QueryGroupsArgs,
  type RemoveGroupMemberInput,
  type RenameGroupInput,
  type RequestContext,
  SignedIn,
} from '#contract';
import { ChangeGroups } from './change-groups.js';
import { Groups } from './groups.js';
import { ListMembers } from './list-members.js';
import { Members } from './members.js';
import type { GroupRecord } from './records.js';

@Resolver('Group')
export class GroupResolver {
  constructor(
    private readonly groups: Groups,
    private readonly changing: ChangeGroups,
    private readonly members: Members,
    private readonly listing: ListMembers,
  ) {}

  @SignedIn("the groups of the viewer's member; any other is as if absent")
  @Query('group')
  group(@Me() me: Principal, @Args('id') id: string) {
    return this.known(me, id);
  }

  @SignedIn("the groups of the viewer's member")
  @Query('groups')
  list(@Me() me: Principal, @Args() page: QueryGroupsArgs) {
    return this.groups.page(me, page);
  }

  @Act('group.create')
  @Mutation('createGroup')
  async create(@Me() me: Principal, @Args('input') input: CreateGroupInput) {
    return this.payload(me, await this.changing.create(me, input));
  }

  @Act('group.manage')
  @Mutation('renameGroup')
  async rename(@Me() me: Principal, @Args('input') input: RenameGroupInput) {
    return this.payload(me, await this.changing.rename(me, input));
  }

  @Act('group.manage')
  @Mutation('addGroupMember')
  async add(@Me() me: Principal, @Args('input') input: AddGroupMemberInput) {
    return this.payload(me, await this.changing.add(me, input));
  }

  @Act('group.leave')
  @Mutation('removeGroupMember')
  async remove(@Me() me: Principal, @Args('input') input: RemoveGroupMemberInput) {
    return this.payload(me, await this.changing.remove(me, input));
  }

  @Act('group.manage')
  @Mutation('closeGroup')
  async close(@Me() me: Principal, @Args('input') input: CloseGroupInput) {
    return { id: (await this.changing.close(me, input)).groupId };
  }

  @ResolveField('owner')
  owner(@Parent() { ownerId }: GroupRecord, @Context() context: RequestContext) {
    return this.members.loader(context).load(ownerId);
  }

  @ResolveField('members')
  membersOf(@Parent() { id }: GroupRecord, @Args() page: GroupMembersArgs) {
    return this.listing.pageOfGroup(id, page);
  }

  private async known(me: Principal, id: string) {
    return (await this.groups.known(me, [id])).get(id) ?? null;
  }

  private async payload(me: Principal, { groupId }: { groupId: string }) {
    return { group: await this.known(me, groupId) };
  }
}
