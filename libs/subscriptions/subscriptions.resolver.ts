import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreateSubscriptionInput,
  type DeleteSubscriptionInput,
  Me,
  type QueryPreviewInterestArgs,
  SignedIn,
  type UpdateSubscriptionInput,
} from '#contract';
import { ManageSubscriptions } from './manage-subscriptions.js';
import { type InterestPreview, PreviewInterest } from './preview-interest.js';
import { ReadSubscriptions } from './read-subscriptions.js';
import type { StandingSubscription } from './rows.js';

@Resolver()
export class SubscriptionsResolver {
  constructor(
    private readonly reading: ReadSubscriptions,
    private readonly managing: ManageSubscriptions,
    private readonly previewing: PreviewInterest,
  ) {}

  @SignedIn('One sees one’s own and those of one’s member.')
  @Query('subscriptions')
  subscriptions(@Me() me: Principal): Promise<StandingSubscription[]> {
    return this.reading.list(me);
  }

  @SignedIn('It looks only at what the viewer may see; keys decide.')
  @Query('previewInterest')
  previewInterest(@Me() me: Principal, @Args() wish: QueryPreviewInterestArgs): Promise<InterestPreview> {
    return this.previewing.of(me, wish);
  }

  @Act('subscription.manageOwn')
  @Mutation('createSubscription')
  async create(@Me() me: Principal, @Args('input') input: CreateSubscriptionInput) {
    return { subscription: await this.reading.get(me, await this.managing.create(me, input)) };
  }

  @Act('subscription.manageOwn')
  @Mutation('updateSubscription')
  async update(@Me() me: Principal, @Args('input') input: UpdateSubscriptionInput) {
    return { subscription: await this.reading.get(me, await this.managing.update(me, input)) };
  }

  @Act('subscription.manageOwn')
  @Mutation('deleteSubscription')
  async delete(@Me() me: Principal, @Args('input') input: DeleteSubscriptionInput) {
    return { id: await this.managing.delete(me, input) };
  }
}
