import { Module } from '@nestjs/common';
import { PublicationsModule } from '#publications';
import { SubscriptionsModule } from '#subscriptions';
import { Acknowledge } from './answers/acknowledge.js';
import { AcknowledgeResolver } from './answers/acknowledge.resolver.js';
import { AcknowledgementResolver } from './answers/acknowledgement.resolver.js';
import { Answers } from './answers/answers.js';
import { InboxResolver } from './inbox/inbox.resolver.js';
import { MarkInbox } from './inbox/mark-inbox.js';
import { ReadInbox } from './inbox/read-inbox.js';
import { PlanRelease } from './planning/plan-release.js';
import { Planner } from './planning/planner.js';
import { PlannerWorker } from './planning/planner.worker.js';
import { Recipients } from './planning/recipients.js';
import { Preview } from './preview/preview.js';
import { PreviewResolver } from './preview/preview.resolver.js';
import { PublicationResolver } from './publication.resolver.js';
import { ReachResolver } from './reach/reach.resolver.js';
import { ReadReach } from './reach/read-reach.js';

const SHARED = [Acknowledge, Answers, MarkInbox, Planner, Preview, ReadInbox, ReadReach, Recipients];

@Module({
  imports: [PublicationsModule, SubscriptionsModule],
  providers: [
    ...SHARED,
    PlanRelease,
    PlannerWorker,
    AcknowledgeResolver,
    AcknowledgementResolver,
    InboxResolver,
    PreviewResolver,
    PublicationResolver,
    ReachResolver,
  ],
  exports: SHARED,
})
export class DeliveryModule {}
