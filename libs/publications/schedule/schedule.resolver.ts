import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  batchOf,
  type CancelScheduledReleaseInput,
  Me,
  perRequest,
  type RequestContext,
  type ScheduleReleaseInput,
} from '#contract';
import type { DraftView } from '../drafts/draft-view.js';
import { ReadDrafts } from '../drafts/read-drafts.js';
import { ReleasePayloads } from '../resolvers/release-payloads.js';
import { ReadSchedules, type ScheduleView } from './read-schedules.js';
import { ScheduleRelease } from './schedule-release.js';

@Resolver('Draft')
export class ScheduleResolver {
  constructor(
    private readonly scheduling: ScheduleRelease,
    private readonly schedules: ReadSchedules,
    private readonly drafts: ReadDrafts,
    private readonly payloads: ReleasePayloads,
  ) {}

  @Act('publication.schedule')
  @Mutation('scheduleRelease')
  async schedule(@Me() me: Principal, @Args('input') input: ScheduleReleaseInput) {
    return this.payloads.ofScheduled(me, await this.scheduling.perform(me, input));
  }

  @Act('publication.schedule')
  @Mutation('cancelScheduledRelease')
  async cancel(@Me() me: Principal, @Args('input') input: CancelScheduledReleaseInput) {
    return { draft: await this.drafts.one(me, await this.scheduling.cancel(me, input)) };
  }

  @ResolveField('schedule')
  scheduleOf(
    @Parent() { id }: DraftView,
    @Context() context: RequestContext,
  ): Promise<ScheduleView | undefined> {
    return perRequest(context, ScheduleResolver, () =>
      batchOf((ids) => this.schedules.of(context.principal, ids)),
    ).load(id);
  }
}
