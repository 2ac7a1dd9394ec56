import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { batchOf, Me, perRequest, type RequestContext } from '#contract';
import { knowsPeopleOf, Members, People, type PersonView, personView } from '#members';
import type { Answer } from './answers.js';

/** An answer as somebody reads it. */
export type ReadAnswer = Answer & {
  /** Whether it is read by those to whom it was given. */
  readonly bySender: boolean;
};

@Resolver('Acknowledgement')
export class AcknowledgementResolver {
  constructor(
    private readonly members: Members,
    private readonly people: People,
  ) {}

  @ResolveField('member')
  member(@Parent() { memberId }: ReadAnswer, @Context() context: RequestContext) {
    return this.members.loader(context).load(memberId);
  }

  /** For the member's own people and for the sender. */
  @ResolveField('person')
  async person(
    @Me() me: Principal,
    @Parent() { memberId, personId, bySender }: ReadAnswer,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    if (!bySender && !knowsPeopleOf(me, memberId)) return null;
    const people = perRequest(context, AcknowledgementResolver, () =>
      batchOf((ids) => this.people.byIds(ids)),
    );
    const person = await people.load(personId);
    return person ? personView(me, person) : null;
  }
}
