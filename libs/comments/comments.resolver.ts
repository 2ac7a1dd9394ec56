import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  batchOf,
  Me,
  type PostCommentInput,
  perRequest,
  type RemoveCommentInput,
  type RequestContext,
  type WithdrawCommentInput,
} from '#contract';
import { Members, People, type PersonView, personView } from '#members';
import { notFound } from '#platform';
import { Publications } from '#publications';
import type { CommentView } from './comment-view.js';
import { EndComment } from './end-comment.js';
import { PostComment } from './post-comment.js';
import { ReadComments } from './read-comments.js';

@Resolver('Comment')
export class CommentsResolver {
  constructor(
    private readonly posting: PostComment,
    private readonly ending: EndComment,
    private readonly reading: ReadComments,
    private readonly publications: Publications,
    private readonly members: Members,
    private readonly people: People,
  ) {}

  @Act('comment.post')
  @Mutation('postComment')
  async post(@Me() me: Principal, @Args('input') input: PostCommentInput) {
    return this.payload(me, await this.posting.perform(me, input));
  }

  @Act('comment.withdraw')
  @Mutation('withdrawComment')
  async withdraw(@Me() me: Principal, @Args('input') input: WithdrawCommentInput) {
    return this.payload(me, await this.ending.withdraw(me, input));
  }

  @Act('comment.remove')
  @Mutation('removeComment')
  async remove(@Me() me: Principal, @Args('input') input: RemoveCommentInput) {
    return this.payload(me, await this.ending.remove(me, input));
  }

  @ResolveField('member')
  member(@Parent() { memberId }: CommentView, @Context() context: RequestContext) {
    return memberId === null ? null : this.members.loader(context).load(memberId);
  }

  @ResolveField('author')
  async author(
    @Me() me: Principal,
    @Parent() { authorId }: CommentView,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    if (authorId === null) return null;
    const people = perRequest(context, CommentsResolver, () => batchOf((ids) => this.people.byIds(ids)));
    const person = await people.load(authorId);
    return person ? personView(me, person) : null;
  }

  private async payload(me: Principal, id: string) {
    const comment = await this.reading.one(me, id);
    if (!comment) throw notFound();
    return { comment, publication: await this.publications.get(me, comment.publicationId) };
  }
}
