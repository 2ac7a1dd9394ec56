import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreateWebhookEndpointInput,
  type DeleteWebhookEndpointInput,
  Me,
  type ReplayWebhookDeliveriesInput,
  type RotateWebhookSecretInput,
  SignedIn,
  type TestWebhookEndpointInput,
  type UpdateWebhookEndpointInput,
  type WebhookEndpointDeliveriesArgs,
} from '#contract';
import { ManageEndpoints } from './endpoints/manage-endpoints.js';
import { type EndpointView, ReadEndpoints } from './endpoints/read-endpoints.js';
import { ReplayDeliveries } from './endpoints/replay-deliveries.js';
import { RotateSecret } from './endpoints/rotate-secret.js';

@Resolver('WebhookEndpoint')
export class WebhooksResolver {
  constructor(
    private readonly reading: ReadEndpoints,
    private readonly managing: ManageEndpoints,
    private readonly rotating: RotateSecret,
    private readonly replaying: ReplayDeliveries,
  ) {}

  @SignedIn('One sees those that one runs.')
  @Query('webhookEndpoints')
  endpoints(@Me() me: Principal): Promise<EndpointView[]> {
    return this.reading.list(me);
  }

  @SignedIn('One sees those that one runs.')
  @Query('webhookEndpoint')
  endpoint(@Me() me: Principal, @Args('id') id: string): Promise<EndpointView | null> {
    return this.reading.find(me, id);
  }

  @Act('webhook.manageOwn')
  @Mutation('createWebhookEndpoint')
  async create(@Me() me: Principal, @Args('input') input: CreateWebhookEndpointInput) {
    const { id, secret } = await this.managing.create(me, input);
    return { endpoint: await this.reading.get(me, id), secret };
  }

  @Act('webhook.manageOwn')
  @Mutation('updateWebhookEndpoint')
  async update(@Me() me: Principal, @Args('input') input: UpdateWebhookEndpointInput) {
    return { endpoint: await this.reading.get(me, await this.managing.update(me, input)) };
  }

  @Act('webhook.manageOwn')
  @Mutation('deleteWebhookEndpoint')
  async delete(@Me() me: Principal, @Args('input') input: DeleteWebhookEndpointInput) {
    return { id: await this.managing.delete(me, input) };
  }

  @Act('webhook.manageOwn')
  @Mutation('rotateWebhookSecret')
  async rotate(@Me() me: Principal, @Args('input') input: RotateWebhookSecretInput) {
    const { id, secret } = await this.rotating.rotate(me, input);
    return { endpoint: await this.reading.get(me, id), secret };
  }

  @Act('webhook.manageOwn')
  @Mutation('testWebhookEndpoint')
  async test(@Me() me: Principal, @Args('input') input: TestWebhookEndpointInput) {
    const { endpointId, deliveryId } = await this.replaying.test(me, input);
    return { endpoint: await this.reading.get(me, endpointId), deliveryId };
  }

  @Act('webhook.manageOwn')
  @Mutation('replayWebhookDeliveries')
  async replay(@Me() me: Principal, @Args('input') input: ReplayWebhookDeliveriesInput) {
    const { endpointId, count } = await this.replaying.replay(me, input);
    return { endpoint: await this.reading.get(me, endpointId), count };
  }

  @ResolveField('deliveries')
  deliveries(
    @Me() me: Principal,
    @Parent() { id }: EndpointView,
    @Args() wish: WebhookEndpointDeliveriesArgs,
  ) {
    return this.reading.deliveries(me, id, wish);
  }
}
