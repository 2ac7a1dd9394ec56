import { auditEntities, auditMigrations } from '#audit';
import { commentsEntities, commentsMigrations } from '#comments';
import { deliveryEntities, deliveryMigrations } from '#delivery';
import { identityEntities, identityMigrations } from '#identity';
import { importsEntities, importsMigrations } from '#imports';
import { membersEntities, membersMigrations } from '#members';
import { preferencesEntities, preferencesMigrations } from '#preferences';
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
    ...preferencesEntities,
    ...deliveryEntities,
    ...importsEntities,
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
    ...preferencesMigrations,
    ...deliveryMigrations,
    ...importsMigrations,
  ],
};
