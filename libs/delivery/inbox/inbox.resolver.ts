import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  batchOf,
  type MarkInboxInput,
  Me,
  perRequest,
  type QueryInboxArgs,
  type RequestContext,
  SignedIn,
} from '#contract';
import { Publications } from '#publications';
import { MarkInbox } from './mark-inbox.js';
import { type InboxEntry, ReadInbox } from './read-inbox.js';

const REASON = 'An inbox is its owner’s own.';

@Resolver('InboxItem')
export class InboxResolver {
  constructor(
    private readonly reading: ReadInbox,
    private readonly marking: MarkInbox,
    private readonly publications: Publications,
  ) {}

  @SignedIn(REASON)
  @Query('inbox')
  inbox(@Me() me: Principal, @Args() wish: QueryInboxArgs) {
    return this.reading.page(me, wish);
  }

  @SignedIn(REASON)
  @Query('inboxCounts')
  inboxCounts(@Me() me: Principal) {
    return this.reading.counts(me);
  }

  @Act('inbox.mark')
  @Mutation('markInbox')
  async markInbox(@Me() me: Principal, @Args('input') input: MarkInboxInput) {
    return { items: await this.reading.visible(me, await this.marking.mark(me, input)) };
  }

  @ResolveField('publication')
  publication(
    @Me() me: Principal,
    @Parent() { publicationId }: InboxEntry,
    @Context() context: RequestContext,
  ) {
    const publications = perRequest(context, InboxResolver, () =>
      batchOf((ids) => this.publications.byIds(me, ids)),
    );
    return publications.load(publicationId);
  }
}
