import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, batchOf, Me, perRequest, type RequestContext } from '#contract';
import { Members } from '#members';
import { DeliveryHealth, type Health, latenessOf } from './delivery-health.js';
import { type FailingEndpoint, FailingEndpoints } from './failing-endpoints.js';

@Resolver('DeliveryHealth')
export class HealthResolver {
  constructor(
    private readonly health: DeliveryHealth,
    private readonly endpoints: FailingEndpoints,
  ) {}

  @Act('delivery.operate')
  @Query('deliveryHealth')
  deliveryHealth(@Me() me: Principal): Promise<Health> {
    return this.health.of(me);
  }

  @ResolveField('late')
  late(@Parent() health: Health) {
    return latenessOf(health);
  }

  @ResolveField('failingEndpoints')
  failingEndpoints(): Promise<FailingEndpoint[]> {
    return this.endpoints.list();
  }
}

@Resolver('FailingEndpoint')
export class FailingEndpointResolver {
  constructor(private readonly members: Members) {}

  @ResolveField('member')
  member(@Parent() { memberId }: FailingEndpoint, @Context() context: RequestContext) {
    return perRequest(context, FailingEndpointResolver, () => batchOf((ids) => this.members.byIds(ids))).load(
      memberId,
    );
  }
}
