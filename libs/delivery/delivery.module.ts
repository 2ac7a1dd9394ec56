import { Module } from '@nestjs/common';
import { PasswordRequests } from '#identity';
import { MailModule } from '#mail';
import { workerOf } from '#platform';
import { PreferencesModule } from '#preferences';
import { PublicationsModule } from '#publications';
import { SubscriptionsModule } from '#subscriptions';
import { Acknowledge } from './answers/acknowledge.js';
import { AcknowledgeResolver } from './answers/acknowledge.resolver.js';
import { AcknowledgementResolver } from './answers/acknowledgement.resolver.js';
import { Answers } from './answers/answers.js';
import { type Channel, DELIVERY_CHANNELS } from './channels/channel.js';
import { DeadLettersResolver } from './dead-letters/dead-letters.resolver.js';
import { ReadDeadLetters } from './dead-letters/read-dead-letters.js';
import { ReplayDeadLetters } from './dead-letters/replay-dead-letters.js';
import { Bounces } from './email/bounces/bounces.js';
import { EmailChannel } from './email/email.channel.js';
import { MailPagesController } from './email/pages/mail-pages.controller.js';
import { EMAIL, MAIL_PAGES } from './email/providers.js';
import { TestMailResolver } from './email/test-mail.resolver.js';
import { Escalate } from './escalation/escalate.js';
import { Escalations } from './escalation/escalations.js';
import { UnusedEndpoints } from './escalation/unused-endpoints.js';
import { WhomToAsk } from './escalation/whom-to-ask.js';
import { DeliveryHealth } from './health/delivery-health.js';
import { FailingEndpoints } from './health/failing-endpoints.js';
import { FailingEndpointResolver, HealthResolver } from './health/health.resolver.js';
import { Lateness } from './health/lateness.js';
import { InboxResolver } from './inbox/inbox.resolver.js';
import { MarkInbox } from './inbox/mark-inbox.js';
import { ReadInbox } from './inbox/read-inbox.js';
import { PlanRelease } from './planning/plan-release.js';
import { Planner } from './planning/planner.js';
import { Recipients } from './planning/recipients.js';
import { Preview } from './preview/preview.js';
import { PreviewResolver } from './preview/preview.resolver.js';
import { PublicationResolver } from './publication.resolver.js';
import { DeliveryResolver } from './queue/delivery.resolver.js';
import { DeliveryQueue } from './queue/delivery-queue.js';
import { PutDeliveries } from './queue/put-deliveries.js';
import { ReachResolver } from './reach/reach.resolver.js';
import { ReadReach } from './reach/read-reach.js';
import { WatchReach } from './reach/watch-reach.js';
import { SendLinks } from './recovery/send-links.js';
import { RemindResolver } from './reminders/remind.resolver.js';
import { RemindSilent } from './reminders/remind-silent.js';
import { DeliveryWorker } from './sending/delivery.worker.js';
import { StillTheirs } from './sending/still-theirs.js';
import { ManageEndpoints } from './webhooks/endpoints/manage-endpoints.js';
import { ReadEndpoints } from './webhooks/endpoints/read-endpoints.js';
import { ReplayDeliveries } from './webhooks/endpoints/replay-deliveries.js';
import { RotateSecret } from './webhooks/endpoints/rotate-secret.js';
import { WEBHOOKS } from './webhooks/providers.js';
import { WebhookChannel } from './webhooks/webhook-channel.js';

const SECOND = 1_000;

const SHARED = [
  Acknowledge,
  Answers,
  DeliveryHealth,
  DeliveryWorker,
  MarkInbox,
  Planner,
  Preview,
  PutDeliveries,
  ReadInbox,
  ReadReach,
  Recipients,
  WatchReach,
];

@Module({
  imports: [MailModule, PreferencesModule, PublicationsModule, SubscriptionsModule],
  controllers: [MailPagesController],
  providers: [
    ...SHARED,
    DeliveryQueue,
    StillTheirs,
    {
      provide: DELIVERY_CHANNELS,
      useFactory: (...channels: Channel[]) => channels,
      inject: [EmailChannel, WebhookChannel],
    },
    DeliveryResolver,
    DeadLettersResolver,
    ReadDeadLetters,
    ReplayDeadLetters,
    FailingEndpointResolver,
    FailingEndpoints,
    HealthResolver,
    Lateness,
    workerOf(Lateness, { every: 15 * SECOND, failure: 'How late deliveries are could not be read.' }),
    ...WEBHOOKS,
    ...EMAIL,
    ...MAIL_PAGES,
    Escalate,
    Escalations,
    workerOf(Escalate, { every: SECOND, failure: 'A step could not be taken; it is tried again.' }),
    PasswordRequests,
    SendLinks,
    workerOf(SendLinks, { every: SECOND, failure: 'A link could not be sent; it is tried again.' }),
    TestMailResolver,
    RemindResolver,
    RemindSilent,
    UnusedEndpoints,
    WhomToAsk,
    PlanRelease,
    workerOf(Planner, {
      every: SECOND,
      wokenBy: 'release',
      failure: 'A release could not be planned; it is tried again.',
    }),
    AcknowledgeResolver,
    AcknowledgementResolver,
    InboxResolver,
    PreviewResolver,
    PublicationResolver,
    ReachResolver,
  ],
  exports: [
    ...SHARED,
    Bounces,
    DELIVERY_CHANNELS,
    DeliveryQueue,
    ManageEndpoints,
    ReadEndpoints,
    ReplayDeliveries,
    RotateSecret,
    SendLinks,
  ],
})
export class DeliveryModule {}
