import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Me, Public, type QueryReleasesArgs } from '#contract';
import { Releases } from '../log/releases.js';
import { REASON } from './reason.js';

@Resolver('Release')
export class ReleasesResolver {
  constructor(private readonly log: Releases) {}

  @Public(REASON)
  @Query('releases')
  releases(@Me() me: Principal, @Args() wish: QueryReleasesArgs) {
    return this.log.connection(me, wish);
  }

  @Public(REASON)
  @Query('releasePosition')
  releasePosition(@Me() me: Principal) {
    return this.log.position(me);
  }
}
