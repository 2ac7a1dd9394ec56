import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  batchOf,
  Me,
  perRequest,
  type QueryDeadLettersArgs,
  type ReplayDeadLettersInput,
  type RequestContext,
} from '#contract';
import { Members, People } from '#members';
import { type DeadLetter, ReadDeadLetters } from './read-dead-letters.js';
import { ReplayDeadLetters } from './replay-dead-letters.js';

const PEOPLE = Symbol('people of dead letters');

@Resolver('DeadLetter')
export class DeadLettersResolver {
  constructor(
    private readonly reading: ReadDeadLetters,
    private readonly replaying: ReplayDeadLetters,
    private readonly members: Members,
    private readonly people: People,
  ) {}

  @Act('delivery.operate')
  @Query('deadLetters')
  deadLetters(@Me() me: Principal, @Args() wish: QueryDeadLettersArgs) {
    return this.reading.page(me, wish);
  }

  @Act('delivery.replay')
  @Mutation('replayDeadLetters')
  async replayDeadLetters(@Me() me: Principal, @Args('input') input: ReplayDeadLettersInput) {
    return { count: await this.replaying.replay(me, input) };
  }

  @ResolveField('member')
  member(@Parent() { memberId }: DeadLetter, @Context() context: RequestContext) {
    return this.members.loader(context).load(memberId);
  }

  @ResolveField('person')
  person(@Me() me: Principal, @Parent() { personId }: DeadLetter, @Context() context: RequestContext) {
    if (personId === null) return null;
    return perRequest(context, PEOPLE, () => batchOf((ids) => this.people.views(me, ids))).load(personId);
  }

  @ResolveField('delivery')
  delivery(@Parent() letter: DeadLetter): DeadLetter {
    return letter;
  }
}
