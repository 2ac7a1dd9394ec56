import { ForwardMigration, type MigrationSql } from '#platform';
import { Subscription } from './subscription.entity.js';
import { SubscriptionRegion } from './subscription-region.entity.js';

export const subscriptionsEntities = [Subscription, SubscriptionRegion];

class AddSubscriptions1793404800006 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      `CREATE TABLE subscription (
        id ${orderedText} PRIMARY KEY NOT NULL,
        owner TEXT NOT NULL CHECK (owner IN ('PERSON', 'MEMBER')),
        person_id ${orderedText},
        member_id ${orderedText} NOT NULL,
        name TEXT NOT NULL,
        regions TEXT NOT NULL,
        below INTEGER NOT NULL,
        above INTEGER NOT NULL,
        kinds TEXT NOT NULL,
        severity_at_least INTEGER,
        systems TEXT NOT NULL,
        text TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        CHECK ((owner = 'PERSON') = (person_id IS NOT NULL))
      )`,
      'CREATE INDEX subscription_member ON subscription (member_id, person_id)',
      `CREATE TABLE subscription_region (
        region ${orderedText} NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('AT', 'ABOVE')),
        member_id ${orderedText} NOT NULL,
        subscription_id ${orderedText} NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
        PRIMARY KEY (region, side, member_id, subscription_id)
      ) ${keyed}`,
      'CREATE INDEX subscription_region_subscription ON subscription_region (subscription_id)',
    );
  }
}

class AskForCatalogueNews1795600000041 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run('ALTER TABLE subscription ADD COLUMN new_known_exploited INTEGER NOT NULL DEFAULT 0');
  }
}

export const subscriptionsMigrations = [AddSubscriptions1793404800006, AskForCatalogueNews1795600000041];
