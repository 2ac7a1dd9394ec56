import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  type AcceptInvitationInput,
  Act,
  type ChangePasswordInput,
  type CreateApiKeyInput,
  type EndSessionInput,
  Me,
  Public,
  type RequestContext,
  type RequestPasswordResetInput,
  type RevokeApiKeyInput,
  type SignInInput,
} from '#contract';
import { AcceptInvitation } from './accept-invitation.js';
import { ApiKeys } from './api-keys.js';
import { ChangePassword } from './change-password.js';
import { EndSessions } from './end-sessions.js';
import { RequestPasswordReset } from './recovery/request-password-reset.js';
import { SignIn } from './sign-in.js';

@Resolver()
export class IdentityResolver {
  constructor(
    private readonly signingIn: SignIn,
    private readonly ending: EndSessions,
    private readonly accepting: AcceptInvitation,
    private readonly passwords: ChangePassword,
    private readonly forgetting: RequestPasswordReset,
    private readonly apiKeys: ApiKeys,
  ) {}

  @Public('this is how one signs in')
  @Mutation('signIn')
  async signIn(@Args('input') input: SignInInput, @Context() { client, principal, reply }: RequestContext) {
    const { principal: signedIn, session } = await this.signingIn.withCookie(input, client, principal, reply);
    return { viewer: { principal: signedIn }, expiresAt: session.expiresAt };
  }

  @Public('this is how a program signs in')
  @Mutation('issueToken')
  async issueToken(@Args('input') input: SignInInput, @Context() { client }: RequestContext) {
    const { principal, session } = await this.signingIn.withToken(input, client);
    return { token: session.secret, viewer: { principal }, expiresAt: session.expiresAt };
  }

  @Public('whoever is not signed in has nothing to end')
  @Mutation('signOut')
  async signOut(@Context() { principal, reply }: RequestContext) {
    return { signedOut: await this.ending.signOut(principal, reply) };
  }

  @Public('whoever was sent the link has no account yet, or no password; its token cannot be guessed')
  @Mutation('acceptInvitation')
  acceptInvitation(@Args('input') input: AcceptInvitationInput) {
    return this.accepting.accept(input);
  }

  @Public('whoever has forgotten their password cannot sign in')
  @Mutation('requestPasswordReset')
  async requestPasswordReset(
    @Args('input') input: RequestPasswordResetInput,
    @Context() { client }: RequestContext,
  ) {
    await this.forgetting.note(input, client);
    return { noted: true };
  }

  @Act('account.manage')
  @Mutation('changePassword')
  changePassword(
    @Me() me: Principal,
    @Args('input') input: ChangePasswordInput,
    @Context() { client }: RequestContext,
  ) {
    return this.passwords.change(me, input, client);
  }

  @Act('account.manage')
  @Mutation('endSession')
  endSession(@Me() me: Principal, @Args('input') input: EndSessionInput) {
    return this.ending.endSession(me, input);
  }

  @Act('account.manage')
  @Mutation('createApiKey')
  createApiKey(@Me() me: Principal, @Args('input') input: CreateApiKeyInput) {
    return this.apiKeys.create(me, input);
  }

  @Act('account.manage')
  @Mutation('revokeApiKey')
  revokeApiKey(@Me() me: Principal, @Args('input') input: RevokeApiKeyInput) {
    return this.apiKeys.revoke(me, input);
  }
}
