import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ACTIONS, type Action, mayEver, type Principal } from '#access';
import { Me, Public, type RequestContext } from '#contract';
import { Members, People } from '#members';
import { ApiKeys } from './api-keys.js';
import { Sessions } from './sessions.js';

/** Whoever is asking; after signing in, whoever asked. */
export interface ViewerRoot {
  readonly principal: Principal;
}

@Resolver('Viewer')
export class ViewerResolver {
  constructor(
    private readonly people: People,
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly apiKeys: ApiKeys,
  ) {}

  @Public('null tells somebody that they are not signed in')
  @Query('viewer')
  viewer(@Me() principal: Principal): ViewerRoot | null {
    return principal.viewer === null ? null : { principal };
  }

  @ResolveField('person')
  async person(@Parent() { principal }: ViewerRoot) {
    const id = principal.viewer?.personId ?? '';
    return (await this.people.views(principal, [id])).get(id);
  }

  @ResolveField('member')
  member(@Parent() { principal }: ViewerRoot, @Context() context: RequestContext) {
    return this.members.loader(context).load(principal.viewer?.member.id ?? '');
  }

  @ResolveField('roles')
  roles(@Parent() { principal }: ViewerRoot) {
    return principal.viewer?.roles;
  }

  @ResolveField('actions')
  actions(@Parent() { principal: { viewer, scopes } }: ViewerRoot) {
    return (Object.keys(ACTIONS) as Action[]).filter((action) => mayEver(viewer, action, scopes));
  }

  @ResolveField('sessions')
  sessionsOf(@Parent() { principal }: ViewerRoot) {
    return this.sessions.own(principal);
  }

  @ResolveField('apiKeys')
  apiKeysOf(@Parent() { principal }: ViewerRoot) {
    return this.apiKeys.own(principal);
  }
}
