import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type ConfigureMemberInput,
  type CreateMemberInput,
  Me,
  type MemberPeopleArgs,
  type QueryMembersArgs,
  type ReinstateMemberInput,
  SignedIn,
  type SuspendMemberInput,
  type UpdateMemberInput,
} from '#contract';
import { RegionsService } from '#regions';
import { ChangeMembers } from './change-members.js';
import { Invitations } from './invitations.js';
import { ListMembers } from './list-members.js';
import { Members } from './members.js';
import { People } from './people.js';
import { knowsPeopleOf } from './person-view.js';
import type { MemberRecord } from './records.js';
import { SuspendMembers } from './suspend-members.js';

@Resolver('Member')
export class MemberResolver {
  constructor(
    private readonly members: Members,
    private readonly listing: ListMembers,
    private readonly changing: ChangeMembers,
    private readonly suspending: SuspendMembers,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly regions: RegionsService,
  ) {}

  @SignedIn('every member is known to the whole community')
  @Query('member')
  async member(@Args('id') id: string) {
    return (await this.members.byIds([id])).get(id) ?? null;
  }

  @SignedIn('every member is known to the whole community')
  @Query('members')
  list(@Args() { filter, ...page }: QueryMembersArgs) {
    return this.listing.page(filter, page);
  }

  @Act('member.create')
  @Mutation('createMember')
  async create(@Me() me: Principal, @Args('input') input: CreateMemberInput) {
    return this.payload(await this.changing.create(me, input));
  }

  @Act('member.update')
  @Mutation('updateMember')
  async update(@Me() me: Principal, @Args('input') input: UpdateMemberInput) {
    return this.payload(await this.changing.update(me, input));
  }

  @Act('member.configure')
  @Mutation('configureMember')
  async configure(@Me() me: Principal, @Args('input') input: ConfigureMemberInput) {
    return this.payload(await this.changing.configure(me, input));
  }

  @Act('member.suspend')
  @Mutation('suspendMember')
  async suspend(@Me() me: Principal, @Args('input') input: SuspendMemberInput) {
    return this.payload(await this.suspending.suspend(me, input));
  }

  @Act('member.suspend')
  @Mutation('reinstateMember')
  async reinstate(@Me() me: Principal, @Args('input') input: ReinstateMemberInput) {
    return this.payload(await this.suspending.reinstate(me, input));
  }

  @ResolveField('jurisdiction')
  jurisdiction(@Parent() { jurisdiction }: MemberRecord) {
    return jurisdiction === null ? null : this.regions.tree().region(jurisdiction);
  }

  @ResolveField('suspended')
  suspended(@Parent() member: MemberRecord, @Me() me: Principal) {
    return knowsPeopleOf(me, member.id) ? member.suspended : null;
  }

  @ResolveField('settings')
  settings(@Parent() member: MemberRecord, @Me() me: Principal) {
    if (!knowsPeopleOf(me, member.id)) return null;
    const tree = this.regions.tree();
    return {
      twoPersonRelease: member.twoPersonRelease,
      agreedRegions: member.agreedRegions.map((code) => tree.region(code)),
    };
  }

  @ResolveField('people')
  peopleOf(@Parent() { id }: MemberRecord, @Me() me: Principal, @Args() page: MemberPeopleArgs) {
    return this.people.pageOf(me, id, page);
  }

  @ResolveField('invitations')
  invitationsOf(@Parent() { id }: MemberRecord, @Me() me: Principal, @Args() page: MemberPeopleArgs) {
    return this.invitations.pageOf(me, id, page);
  }

  private async payload({ memberId }: { memberId: string }) {
    return { member: (await this.members.byIds([memberId])).get(memberId) };
  }
}
