import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreatePasswordResetInput,
  type InvitePersonInput,
  Me,
  Public,
  type RequestContext,
  type RevokeInvitationInput,
} from '#contract';
import { Invitations } from './invitations.js';
import { Invite } from './invite.js';
import { Members } from './members.js';
import type { InvitationRecord } from './records.js';

@Resolver('Invitation')
export class InvitationResolver {
  constructor(
    private readonly invitations: Invitations,
    private readonly inviting: Invite,
    private readonly members: Members,
  ) {}

  @Public('whoever was sent the link has no account yet; its token cannot be guessed')
  @Query('invitation')
  invitation(@Args('token') token: string) {
    return this.invitations.byToken(token);
  }

  @Act('person.manage')
  @Mutation('invitePerson')
  async invite(@Me() me: Principal, @Args('input') input: InvitePersonInput) {
    const { invitationId, link } = await this.inviting.person(me, input);
    return { invitation: await this.invitations.known(me, invitationId), link };
  }

  @Act('person.manage')
  @Mutation('revokeInvitation')
  async revoke(@Me() me: Principal, @Args('input') input: RevokeInvitationInput) {
    return { id: (await this.inviting.revoke(me, input)).invitationId };
  }

  @Act('person.manage')
  @Mutation('createPasswordReset')
  reset(@Me() me: Principal, @Args('input') input: CreatePasswordResetInput) {
    return this.inviting.reset(me, input);
  }

  @ResolveField('member')
  member(@Parent() { memberId }: InvitationRecord, @Context() context: RequestContext) {
    return this.members.loader(context).load(memberId);
  }
}
