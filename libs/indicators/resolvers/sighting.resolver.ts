import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#contract';
import { Members } from '#members';
import type { SightingView } from '../sightings/read-sightings.js';

@Resolver('Sighting')
export class SightingResolver {
  constructor(private readonly members: Members) {}

  @ResolveField('member')
  member(@Parent() { memberId }: SightingView, @Context() context: RequestContext) {
    return memberId === null ? null : this.members.loader(context).load(memberId);
  }
}
