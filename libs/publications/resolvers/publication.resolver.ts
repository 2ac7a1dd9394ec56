import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Me, Public, type QueryPublicationsArgs } from '#contract';
import { Feed } from '../reading/feed.js';
import type { PublicationView } from '../reading/publication-view.js';
import { Publications } from '../reading/publications.js';
import { REASON } from './reason.js';

@Resolver('Publication')
export class PublicationResolver {
  constructor(
    private readonly reading: Publications,
    private readonly feed: Feed,
  ) {}

  @Public(REASON)
  @Query('publication')
  publication(@Me() me: Principal, @Args('id') id: string) {
    return this.reading.one(me, id);
  }

  @Public(REASON)
  @Query('publications')
  publications(@Me() me: Principal, @Args() wish: QueryPublicationsArgs) {
    return this.feed.page(me, wish);
  }

  @ResolveField()
  publishedAt(@Parent() publication: PublicationView) {
    return publication.publishedAt();
  }

  @ResolveField()
  revisions(@Parent() publication: PublicationView) {
    return publication.revisions();
  }

  @ResolveField()
  supersedes(@Parent() publication: PublicationView) {
    return publication.supersedes();
  }

  @ResolveField()
  supersededBy(@Parent() publication: PublicationView) {
    return publication.supersededBy();
  }
}
