import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Me, Public, type QuerySearchPublicationsArgs } from '#contract';
import { Search, type SearchPage } from '../search/search.js';
import { REASON } from './reason.js';

@Resolver('SearchConnection')
export class SearchResolver {
  constructor(private readonly search: Search) {}

  @Public(REASON)
  @Query('searchPublications')
  searchPublications(@Me() me: Principal, @Args() wish: QuerySearchPublicationsArgs) {
    return this.search.page(me, wish);
  }

  @ResolveField()
  async totalCount(@Parent() page: SearchPage) {
    return (await page.counts()).total;
  }

  @ResolveField()
  async facets(@Parent() page: SearchPage) {
    return this.search.facets(await page.counts());
  }
}
