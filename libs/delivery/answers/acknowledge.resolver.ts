import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { type AcknowledgeInput, Act, Me } from '#contract';
import { notFound } from '#platform';
import { Publications, type PublicationView } from '#publications';
import { Acknowledge } from './acknowledge.js';
import type { ReadAnswer } from './acknowledgement.resolver.js';
import { Answers } from './answers.js';

@Resolver()
export class AcknowledgeResolver {
  constructor(
    private readonly acknowledging: Acknowledge,
    private readonly answers: Answers,
    private readonly publications: Publications,
  ) {}

  @Act('publication.acknowledge')
  @Mutation('acknowledge')
  async acknowledge(
    @Me() me: Principal,
    @Args('input') input: AcknowledgeInput,
  ): Promise<{ acknowledgement: ReadAnswer; publication: PublicationView }> {
    const id = await this.acknowledging.perform(me, input);
    const answer = (await this.answers.ofMember(me.viewer?.member.id ?? '', [id])).get(id);
    const publication = (await this.publications.byIds(me, [id])).get(id);
    if (!answer || !publication) throw notFound();
    return { acknowledgement: { ...answer, bySender: false }, publication };
  }
}
