import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, Me, type RemindSilentInput } from '#contract';
import { Publications } from '#publications';
import { RemindSilent } from './remind-silent.js';

@Resolver()
export class RemindResolver {
  constructor(
    private readonly reminding: RemindSilent,
    private readonly publications: Publications,
  ) {}

  @Act('publication.remind')
  @Mutation('remindSilent')
  async remindSilent(@Me() me: Principal, @Args('input') input: RemindSilentInput) {
    const { publicationId, ...counts } = await this.reminding.perform(me, input);
    return { ...counts, publication: await this.publications.get(me, publicationId) };
  }
}
