import { Module } from '@nestjs/common';
import { CommentsModule } from '#comments';
import { DeliveryModule } from '#delivery';
import { IdentityModule } from '#identity';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { SubscriptionsModule } from '#subscriptions';
import { Community } from './community/community.js';
import { DemoAccounts } from './demo-accounts.js';
import { DemoCommunity } from './demo-community.js';
import { Inboxes } from './inboxes.js';
import { Teller } from './month/teller.js';

/** The demo community: for trying the hub out, and never in production. */
@Module({
  imports: [
    RegionsModule,
    IdentityModule,
    PublicationsModule,
    CommentsModule,
    SubscriptionsModule,
    DeliveryModule,
  ],
  providers: [Community, Teller, Inboxes, DemoAccounts, DemoCommunity],
  exports: [DemoAccounts, DemoCommunity],
})
export class DemoModule {}
