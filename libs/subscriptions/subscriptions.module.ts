import { Module } from '@nestjs/common';
import { InsertSubscriptions } from './insert-subscriptions.js';
import { InterestResolver } from './interest.resolver.js';
import { ManageSubscriptions } from './manage-subscriptions.js';
import { ReadSubscriptions } from './read-subscriptions.js';
import { Subscriptions } from './subscriptions.js';
import { SubscriptionsResolver } from './subscriptions.resolver.js';

@Module({
  providers: [
    Subscriptions,
    InsertSubscriptions,
    ReadSubscriptions,
    ManageSubscriptions,
    SubscriptionsResolver,
    InterestResolver,
  ],
  exports: [Subscriptions, InsertSubscriptions, ManageSubscriptions, ReadSubscriptions],
})
export class SubscriptionsModule {}
