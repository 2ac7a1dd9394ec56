import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Me, type PublicationIndicatorsArgs } from '#contract';
import type { PublicationView } from '#publications';
import { Indicators } from '../reading/indicators.js';

/** What indicators add to a publication, which its viewer sees already. */
@Resolver('Publication')
export class PublicationResolver {
  constructor(private readonly reading: Indicators) {}

  @ResolveField('indicators')
  indicators(
    @Me() me: Principal,
    @Parent() { id }: PublicationView,
    @Args() wish: PublicationIndicatorsArgs,
  ) {
    return this.reading.ofPublication(me, id, wish);
  }
}
