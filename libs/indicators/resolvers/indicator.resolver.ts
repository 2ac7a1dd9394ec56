import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type AddIndicatorsInput,
  batchOf,
  type IndicatorSightingsArgs,
  Me,
  Public,
  perRequest,
  type QueryIndicatorsArgs,
  type RecordSightingInput,
  type RequestContext,
  type RevokeIndicatorInput,
} from '#contract';
import { Members } from '#members';
import { Publications } from '#publications';
import { AddIndicators } from '../adding/add-indicators.js';
import { RevokeIndicator } from '../adding/revoke-indicator.js';
import type { IndicatorView } from '../reading/indicator-view.js';
import { Indicators } from '../reading/indicators.js';
import { ReadSightings } from '../sightings/read-sightings.js';
import { RecordSighting } from '../sightings/record-sighting.js';
import { REASON } from './reason.js';

const PUBLICATIONS = Symbol('publications of indicators');

@Resolver('Indicator')
export class IndicatorResolver {
  constructor(
    private readonly reading: Indicators,
    private readonly sightings: ReadSightings,
    private readonly adding: AddIndicators,
    private readonly revoking: RevokeIndicator,
    private readonly sighting: RecordSighting,
    private readonly members: Members,
    private readonly publications: Publications,
  ) {}

  @Public(REASON)
  @Query('indicator')
  indicator(@Me() me: Principal, @Args('id') id: string) {
    return this.reading.one(me, id);
  }

  @Public(REASON)
  @Query('indicators')
  indicators(@Me() me: Principal, @Args() wish: QueryIndicatorsArgs) {
    return this.reading.page(me, wish);
  }

  @ResolveField('origin')
  origin(@Parent() { originId }: IndicatorView, @Context() context: RequestContext) {
    return originId === null ? null : this.members.loader(context).load(originId);
  }

  @ResolveField('publication')
  publication(@Parent() { publicationId }: IndicatorView, @Context() context: RequestContext) {
    if (publicationId === null) return null;
    const { principal } = context;
    return perRequest(context, PUBLICATIONS, () =>
      batchOf((ids) => this.publications.byIds(principal, ids)),
    ).load(publicationId);
  }

  @ResolveField('sightings')
  sightingsOf(
    @Me() me: Principal,
    @Parent() indicator: IndicatorView,
    @Args() { first }: IndicatorSightingsArgs,
  ) {
    return this.sightings.latest(me, indicator, first);
  }

  @Act('indicator.add')
  @Mutation('addIndicators')
  async addIndicators(@Me() me: Principal, @Args('input') input: AddIndicatorsInput) {
    const added = await this.adding.perform(me, input);
    const views = await this.reading.byIds(
      me,
      added.map(({ id }) => id),
    );
    return { results: added.map(({ id, outcome }) => ({ outcome, indicator: views.get(id) })) };
  }

  @Act('indicator.revoke')
  @Mutation('revokeIndicator')
  async revokeIndicator(@Me() me: Principal, @Args('input') input: RevokeIndicatorInput) {
    const { id } = await this.revoking.perform(me, input);
    return { indicator: await this.reading.one(me, id) };
  }

  @Act('indicator.sight')
  @Mutation('recordSighting')
  async recordSighting(@Me() me: Principal, @Args('input') input: RecordSightingInput) {
    const { id } = await this.sighting.perform(me, input);
    return { indicator: await this.reading.one(me, id) };
  }
}
