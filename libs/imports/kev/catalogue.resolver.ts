import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { batchOf, Public, perRequest, type QueryKnownExploitedArgs, type RequestContext } from '#contract';
import type { PublicationView } from '#publications';
import { ReadCatalogue } from './read-catalogue.js';

const CATALOGUE = Symbol('catalogue');

@Resolver('Publication')
export class CatalogueResolver {
  constructor(private readonly reading: ReadCatalogue) {}

  @Public('CISA publishes the catalogue for everyone.')
  @Query('knownExploited')
  catalogue(@Args() wish: QueryKnownExploitedArgs) {
    return this.reading.page(wish);
  }

  @ResolveField('knownExploited')
  async knownExploited(@Parent() { cves }: PublicationView, @Context() context: RequestContext) {
    const entries = perRequest(context, CATALOGUE, () => batchOf((asked) => this.reading.of(asked)));
    const found = await Promise.all(cves.map((cve) => entries.load(cve)));
    return found.filter((entry) => entry !== undefined);
  }
}
