import { Module } from '@nestjs/common';
import { PublicationsModule } from '#publications';
import { InsertSubscriptions } from './insert-subscriptions.js';
import { InterestResolver } from './interest.resolver.js';
import { ManageSubscriptions } from './manage-subscriptions.js';
import { PreviewInterest } from './preview-interest.js';
import { ReadSubscriptions } from './read-subscriptions.js';
import { Subscriptions } from './subscriptions.js';
import { SubscriptionsResolver } from './subscriptions.resolver.js';

@Module({
  imports: [PublicationsModule],
  providers: [
    Subscriptions,
    InsertSubscriptions,
    ReadSubscriptions,
    ManageSubscriptions,
    PreviewInterest,
    SubscriptionsResolver,
    InterestResolver,
  ],
  exports: [Subscriptions, InsertSubscriptions, ManageSubscriptions, PreviewInterest, ReadSubscriptions],
})
export class SubscriptionsModule {}
