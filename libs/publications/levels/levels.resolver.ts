import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  Me,
  Public,
  type QueryAlertLevelHistoryArgs,
  type RegionActivityFilter,
  type SetAlertLevelInput,
} from '#contract';
import { REASON } from '../resolvers/reason.js';
import { ReleasePayloads } from '../resolvers/release-payloads.js';
import { ReadLevels } from './read-levels.js';
import { RegionActivity } from './region-activity.js';
import { SetAlertLevel } from './set-alert-level.js';

@Resolver()
export class LevelsResolver {
  constructor(
    private readonly reading: ReadLevels,
    private readonly activity: RegionActivity,
    private readonly setting: SetAlertLevel,
    private readonly payloads: ReleasePayloads,
  ) {}

  @Public(REASON)
  @Query('alertLevels')
  alertLevels(@Me() me: Principal, @Args('within') within: string | null) {
    return this.reading.standing(me, within ?? 'US');
  }

  @Public(REASON)
  @Query('alertLevelHistory')
  alertLevelHistory(@Me() me: Principal, @Args() wish: QueryAlertLevelHistoryArgs) {
    return this.reading.history(me, wish);
  }

  @Public(REASON)
  @Query('regionActivity')
  regionActivity(@Me() me: Principal, @Args('filter') filter: RegionActivityFilter) {
    return this.activity.of(me, filter);
  }

  @Act('level.set')
  @Mutation('setAlertLevel')
  async setAlertLevel(@Me() me: Principal, @Args('input') input: SetAlertLevelInput) {
    return this.payloads.of(me, await this.setting.perform(me, input));
  }
}
