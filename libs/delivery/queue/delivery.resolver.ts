import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { batchOf, Me, perRequest, type RequestContext } from '#contract';
import { Publications } from '#publications';
import type { DeliveryView } from './delivery-view.js';

@Resolver('Delivery')
export class DeliveryResolver {
  constructor(private readonly publications: Publications) {}

  @ResolveField('publication')
  publication(
    @Me() me: Principal,
    @Parent() { publicationId }: DeliveryView,
    @Context() context: RequestContext,
  ) {
    if (publicationId === '') return null;
    return perRequest(context, DeliveryResolver, () =>
      batchOf((ids) => this.publications.byIds(me, ids)),
    ).load(publicationId);
  }
}
