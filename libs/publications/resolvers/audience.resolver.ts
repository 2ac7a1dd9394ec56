import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AudienceView } from '../reading/audience-view.js';

@Resolver('Audience')
export class AudienceResolver {
  @ResolveField()
  groups(@Parent() audience: AudienceView) {
    return audience.groups();
  }

  @ResolveField()
  persons(@Parent() audience: AudienceView) {
    return audience.persons();
  }
}
