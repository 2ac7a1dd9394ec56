import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { batchOf, Me, perRequest, type RequestContext } from '#contract';
import type { PublicationView } from '#publications';
import type { ReadAnswer } from './answers/acknowledgement.resolver.js';
import { Answers } from './answers/answers.js';
import { type InboxEntry, ReadInbox } from './inbox/read-inbox.js';
import type { ReachView } from './reach/reach.resolver.js';
import { ReadReach } from './reach/read-reach.js';

const INBOX = Symbol('inbox');
const ANSWERS = Symbol('answers');

/** What delivery adds to a publication, which its viewer sees already. */
@Resolver('Publication')
export class PublicationResolver {
  constructor(
    private readonly reading: ReadInbox,
    private readonly answers: Answers,
    private readonly reaching: ReadReach,
  ) {}

  /**
   * Asked for every line of a page, so it takes its arguments as GraphQL gives them: for those that decorators pick out, Nest
   * makes a dozen promises a line.
   */
  @ResolveField('inbox')
  inbox({ id }: PublicationView, _: unknown, context: RequestContext): Promise<InboxEntry | undefined> {
    return perRequest(context, INBOX, () => batchOf((ids) => this.reading.of(context.principal, ids))).load(
      id,
    );
  }

  @ResolveField('acknowledgement')
  async acknowledgement(
    @Parent() { id }: PublicationView,
    @Context() context: RequestContext,
  ): Promise<ReadAnswer | null> {
    const { viewer } = context.principal;
    if (viewer === null) return null;
    const answers = perRequest(context, ANSWERS, () =>
      batchOf((ids) => this.answers.ofMember(viewer.member.id, ids)),
    );
    const answer = await answers.load(id);
    return answer ? { ...answer, bySender: false } : null;
  }

  @ResolveField('reach')
  async reach(@Me() me: Principal, @Parent() publication: PublicationView): Promise<ReachView | null> {
    const ledger = await this.reaching.of(me, publication);
    if (ledger === null) return null;
    const { id, originId } = publication;
    return { ...ledger.totals(), id, originId, ledger, bySender: me.viewer?.member.id === originId };
  }
}
