import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type ChangeRolesInput,
  Me,
  type ReinstatePersonInput,
  type RequestContext,
  type SetContactInput,
  SignedIn,
  type SuspendPersonInput,
} from '#contract';
import { ChangePeople } from './change-people.js';
import { Members } from './members.js';
import { People } from './people.js';
import type { PersonView } from './person-view.js';

@Resolver('Person')
export class PersonResolver {
  constructor(
    private readonly people: People,
    private readonly members: Members,
    private readonly changing: ChangePeople,
  ) {}

  @SignedIn('own people and listed contacts; anyone else is as if absent')
  @Query('person')
  async person(@Me() me: Principal, @Args('id') id: string) {
    return (await this.people.views(me, [id])).get(id) ?? null;
  }

  @Act('person.manage')
  @Mutation('changeRoles')
  async changeRoles(@Me() me: Principal, @Args('input') input: ChangeRolesInput) {
    return this.payload(me, await this.changing.changeRoles(me, input));
  }

  @Act('person.manage')
  @Mutation('setContact')
  async setContact(@Me() me: Principal, @Args('input') input: SetContactInput) {
    return this.payload(me, await this.changing.setContact(me, input));
  }

  @Act('person.manage')
  @Mutation('suspendPerson')
  async suspend(@Me() me: Principal, @Args('input') input: SuspendPersonInput) {
    return this.payload(me, await this.changing.suspend(me, input));
  }

  @Act('person.manage')
  @Mutation('reinstatePerson')
  async reinstate(@Me() me: Principal, @Args('input') input: ReinstatePersonInput) {
    return this.payload(me, await this.changing.reinstate(me, input));
  }

  @ResolveField('member')
  member(@Parent() { memberId }: PersonView, @Context() context: RequestContext) {
    return this.members.loader(context).load(memberId);
  }

  private async payload(me: Principal, { personId }: { personId: string }) {
    return { person: (await this.people.views(me, [personId])).get(personId) };
  }
}
