import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreateSubscriptionInput,
  type DeleteSubscriptionInput,
  Me,
  SignedIn,
  type UpdateSubscriptionInput,
} from '#contract';
import { ManageSubscriptions } from './manage-subscriptions.js';
import { ReadSubscriptions } from './read-subscriptions.js';
import type { StandingSubscription } from './rows.js';

@Resolver()
export class SubscriptionsResolver {
  constructor(
    private readonly reading: ReadSubscriptions,
    private readonly managing: ManageSubscriptions,
  ) {}

  @SignedIn('One sees one’s own and those of one’s member.')
  @Query('subscriptions')
  subscriptions(@Me() me: Principal): Promise<StandingSubscription[]> {
    return this.reading.list(me);
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
