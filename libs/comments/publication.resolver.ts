import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { batchOf, Me, type PublicationCommentsArgs, perRequest, type RequestContext } from '#contract';
import type { PublicationView } from '#publications';
import { ReadComments } from './read-comments.js';

const COUNTS = Symbol('counts of comments');

/** What comments add to a publication, which its viewer sees already. */
@Resolver('Publication')
export class PublicationResolver {
  constructor(private readonly reading: ReadComments) {}

  @ResolveField('comments')
  comments(@Me() me: Principal, @Parent() { id }: PublicationView, @Args() page: PublicationCommentsArgs) {
    return this.reading.page(me, id, page);
  }

  @ResolveField('commentCount')
  async commentCount(@Parent() { id }: PublicationView, @Context() context: RequestContext): Promise<number> {
    const counts = perRequest(context, COUNTS, () =>
      batchOf((ids) => this.reading.counts(context.principal, ids)),
    );
    return (await counts.load(id)) ?? 0;
  }
}
