import { auditEntities, auditMigrations } from '#audit';
import { commentsEntities, commentsMigrations } from '#comments';
import { deliveryEntities, deliveryMigrations } from '#delivery';
import { identityEntities, identityMigrations } from '#identity';
import { membersEntities, membersMigrations } from '#members';
import { publicationsEntities, publicationsMigrations } from '#publications';
import { regionsEntities, regionsMigrations } from '#regions';
import { subscriptionsEntities, subscriptionsMigrations } from '#subscriptions';
import { templatesEntities, templatesMigrations } from '#templates';

/** What the hub keeps: every library's tables, in the order of the libraries. */
export const persistence = {
  entities: [
    ...auditEntities,
    ...regionsEntities,
    ...membersEntities,
    ...identityEntities,
    ...publicationsEntities,
    ...commentsEntities,
    ...templatesEntities,
    ...subscriptionsEntities,
    ...deliveryEntities,
  ],
  migrations: [
    ...auditMigrations,
    ...regionsMigrations,
    ...membersMigrations,
    ...identityMigrations,
    ...publicationsMigrations,
    ...commentsMigrations,
    ...templatesMigrations,
    ...subscriptionsMigrations,
    ...deliveryMigrations,
  ],
};
