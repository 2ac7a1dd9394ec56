import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, Me, type SetPreferencesInput, SignedIn } from '#contract';
import { SEVERITIES } from '#publications';
import { Preferences, type PreferencesView } from './preferences.js';
import { SetPreferences } from './set-preferences.js';

@Resolver('Preferences')
export class PreferencesResolver {
  constructor(
    private readonly reading: Preferences,
    private readonly setting: SetPreferences,
  ) {}

  @SignedIn('One’s own.')
  @Query('preferences')
  preferences(@Me() me: Principal): Promise<PreferencesView> {
    return this.reading.view(me, 'PERSON');
  }

  @Act('preferences.readMember')
  @Query('memberPreferences')
  memberPreferences(@Me() me: Principal): Promise<PreferencesView> {
    return this.reading.view(me, 'MEMBER');
  }

  @Act('preferences.setOwn')
  @Mutation('setPreferences')
  async setPreferences(@Me() me: Principal, @Args('input') input: SetPreferencesInput) {
    return { preferences: await this.reading.view(me, await this.setting.set(me, input)) };
  }

  @ResolveField('channels')
  channels(@Parent() { email, webhook }: PreferencesView) {
    return SEVERITIES.map((severity, level) => ({ severity, email: email[level], webhook: webhook[level] }));
  }
}
