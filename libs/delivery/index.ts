export { Acknowledge } from './answers/acknowledge.js';
export { type Answer, Answers } from './answers/answers.js';
export {
  type Attempt,
  type Channel,
  DELIVERY_CHANNELS,
  type Due,
  type Outcome,
  type Told,
} from './channels/channel.js';
export { ReplayDeadLetters } from './dead-letters/replay-dead-letters.js';
export { DeliveryModule } from './delivery.module.js';
export { Bounces } from './email/bounces/bounces.js';
export { Escalate } from './escalation/escalate.js';
export { DeliveryHealth, type Health, latenessOf } from './health/delivery-health.js';
export { Lateness } from './health/lateness.js';
export { MarkInbox } from './inbox/mark-inbox.js';
export { type InboxEntry, ReadInbox } from './inbox/read-inbox.js';
export { deliveryEntities, deliveryMigrations } from './persistence.js';
export { Planner } from './planning/planner.js';
export { type Concerned, Recipients, type Seeking } from './planning/recipients.js';
export { type Because, type Notice, whoIsTold } from './planning/who-is-told.js';
export { Preview, type Previewed } from './preview/preview.js';
export { DeliveryQueue } from './queue/delivery-queue.js';
export { type NewDelivery, PutDeliveries } from './queue/put-deliveries.js';
export type { Ended } from './queue/record-outcomes.js';
export * from './queue/vocabulary.js';
export { type Cell, ReachLedger } from './reach/ledger.js';
export { type ReachedMember, ReadReach } from './reach/read-reach.js';
export { WatchReach } from './reach/watch-reach.js';
export { SendLinks } from './recovery/send-links.js';
export { RemindSilent } from './reminders/remind-silent.js';
export { DeliveryWorker } from './sending/delivery.worker.js';
export { ManageEndpoints } from './webhooks/endpoints/manage-endpoints.js';
export { type EndpointView, ReadEndpoints } from './webhooks/endpoints/read-endpoints.js';
export { ReplayDeliveries } from './webhooks/endpoints/replay-deliveries.js';
export { RotateSecret } from './webhooks/endpoints/rotate-secret.js';
