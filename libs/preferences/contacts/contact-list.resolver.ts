import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, batchOf, Me, perRequest, type RequestContext, type SetContactListInput } from '#contract';
import { type MemberRecord, Members, People } from '#members';
import { ContactLists, type DutyContact } from './contact-lists.js';

@Resolver('Member')
export class ContactListResolver {
  constructor(
    private readonly lists: ContactLists,
    private readonly members: Members,
  ) {}

  @Act('preferences.setMember')
  @Mutation('setContactList')
  async setContactList(
    @Me() me: Principal,
    @Args('input') input: SetContactListInput,
    @Context() context: RequestContext,
  ) {
    return { member: await this.members.loader(context).load(await this.lists.set(me, input)) };
  }

  @ResolveField('contactList')
  contactList(@Me() me: Principal, @Parent() { id }: MemberRecord): Promise<readonly DutyContact[] | null> {
    return this.lists.view(me, id);
  }
}

@Resolver('DutyContact')
export class DutyContactResolver {
  constructor(private readonly people: People) {}

  @ResolveField('person')
  person(@Me() me: Principal, @Parent() { personId }: DutyContact, @Context() context: RequestContext) {
    return perRequest(context, DutyContactResolver, () => batchOf((ids) => this.people.views(me, ids))).load(
      personId,
    );
  }
}
