export { InsertSubscriptions, type NewSubscription } from './insert-subscriptions.js';
export { ManageSubscriptions } from './manage-subscriptions.js';
export { type Interest, matches, type Topic } from './matches.js';
export { subscriptionsEntities, subscriptionsMigrations } from './persistence.js';
export { MOST_REGIONS, readInterest, type StoredInterest } from './read-interest.js';
export { ReadSubscriptions } from './read-subscriptions.js';
export { type StandingSubscription, withLines } from './rows.js';
export { type MemberRange, Subscribers, Subscriptions } from './subscriptions.js';
export { SubscriptionsModule } from './subscriptions.module.js';
