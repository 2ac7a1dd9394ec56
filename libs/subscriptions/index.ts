export { InsertSubscriptions, type NewSubscription } from './insert-subscriptions.js';
export { ManageSubscriptions } from './manage-subscriptions.js';
export { type Interest, matches, type Topic } from './matches.js';
export { subscriptionsEntities, subscriptionsMigrations } from './persistence.js';
export { type InterestPreview, PreviewInterest } from './preview-interest.js';
export { ReadSubscriptions } from './read-subscriptions.js';
export type { StandingSubscription } from './rows.js';
export { type MemberRange, Subscribers, Subscriptions } from './subscriptions.js';
export { SubscriptionsModule } from './subscriptions.module.js';
