import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { batchOf, perRequest, type RequestContext } from '#contract';
import type { PublicationView } from '../reading/publication-view.js';
import { Publications } from '../reading/publications.js';
import type { LevelChange, StandingLevel } from './read-levels.js';

/** Reads the advisories of all levels of one answer together. */
const loaderOf = (publications: Publications, context: RequestContext) =>
  perRequest(context, StandingLevelResolver, () =>
    batchOf<PublicationView>((ids) => publications.byIds(context.principal, ids)),
  );

@Resolver('AlertLevelStanding')
export class StandingLevelResolver {
  constructor(private readonly publications: Publications) {}

  @ResolveField('publication')
  publication(@Parent() { publicationId }: StandingLevel, @Context() context: RequestContext) {
    return loaderOf(this.publications, context).load(publicationId);
  }

  @ResolveField('reason')
  async reason(@Parent() { publicationId }: StandingLevel, @Context() context: RequestContext) {
    return (await loaderOf(this.publications, context).load(publicationId))?.body ?? null;
  }
}

@Resolver('AlertLevelChange')
export class LevelChangeResolver {
  constructor(private readonly publications: Publications) {}

  @ResolveField('publication')
  publication(@Parent() { publicationId }: LevelChange, @Context() context: RequestContext) {
    return loaderOf(this.publications, context).load(publicationId);
  }
}
