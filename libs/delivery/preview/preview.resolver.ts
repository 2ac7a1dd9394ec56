import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, Me, type PreviewMembersArgs, type PublicationContentInput } from '#contract';
import { RegionsService } from '#regions';
import { Preview, type Previewed } from './preview.js';

@Resolver('Preview')
export class PreviewResolver {
  constructor(
    private readonly previewing: Preview,
    private readonly regions: RegionsService,
  ) {}

  @Act('publication.preview')
  @Query('previewPublication')
  async preview(@Me() me: Principal, @Args('content') content: PublicationContentInput) {
    const previewed = await this.previewing.of(me, content);
    const { memberCount, personCount, notifiedCount } = previewed.tally;
    return { ...previewed, memberCount, personCount, notifiedCount };
  }

  @ResolveField('byKind')
  byKind(@Parent() { tally }: Previewed) {
    return tally.byKind();
  }

  @ResolveField('byState')
  byState(@Parent() { tally }: Previewed) {
    const tree = this.regions.tree();
    return tally.byState().map(({ state, count }) => ({ region: tree.region(state), count }));
  }

  @ResolveField('members')
  members(@Parent() previewed: Previewed, @Args() { first }: PreviewMembersArgs) {
    return this.previewing.firstMembers(previewed, first);
  }
}
