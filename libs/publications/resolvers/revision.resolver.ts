import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RevisionView } from '../reading/revision-view.js';

@Resolver('Revision')
export class RevisionResolver {
  @ResolveField()
  number(@Parent() revision: RevisionView) {
    return revision.number();
  }

  @ResolveField()
  releasedBy(@Parent() revision: RevisionView) {
    return revision.releasedBy();
  }
}
