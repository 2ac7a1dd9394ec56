import { Entity, PrimaryColumn } from 'typeorm';

/**
 * Where a subscription looks: the regions it names (`AT`), those above them where it asks for what is above (`ABOVE`),
 * and `*` where it names none. A release finds by it the few subscriptions that it may meet among all.
 */
@Entity('subscription_region')
export class SubscriptionRegion {
  @PrimaryColumn('text')
  region!: string;

  @PrimaryColumn('text')
  side!: 'AT' | 'ABOVE';

  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('text', { name: 'subscription_id' })
  subscriptionId!: string;
}
