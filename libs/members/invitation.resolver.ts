import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreatePasswordResetInput,
  type InvitePeopleInput,
  type InvitePersonInput,
  Me,
  Public,
  type RequestContext,
  type RevokeInvitationInput,
} from '#contract';
import { Invitations } from './invitations.js';
import { Invite } from './invite.js';
import { InvitePeople } from './invite-people.js';
import { Members } from './members.js';
import type { InvitationRecord } from './records.js';

@Resolver('Invitation')
export class InvitationResolver {
  constructor(
    private readonly invitations: Invitations,
    private readonly inviting: Invite,
    private readonly invitingMany: InvitePeople,
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
  @Mutation('invitePeople')
  async inviteMany(@Me() me: Principal, @Args('input') input: InvitePeopleInput) {
    const { invited, lines, links } = await this.invitingMany.perform(me, input);
    const made = lines.flatMap(({ invitationId }) => invitationId ?? []);
    const invitations = await this.invitations.knownOf(me, made);
    return {
      invited,
      errorCount: lines.filter(({ error }) => error !== null).length,
      lines: lines.map(({ invitationId, ...line }) => ({
        ...line,
        invitation: invitations.get(invitationId ?? '') ?? null,
        link: links.get(line.line) ?? null,
      })),
    };
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
