import { auditEntities, auditMigrations } from '#audit';
import { commentsEntities, commentsMigrations } from '#comments';
import { deliveryEntities, deliveryMigrations } from '#delivery';
import { identityEntities, identityMigrations } from '#identity';
import { importsEntities, importsMigrations } from '#imports';
import { indicatorsEntities, indicatorsMigrations } from '#indicators';
import { membersEntities, membersMigrations } from '#members';
import { preferencesEntities, preferencesMigrations } from '#preferences';
import { publicationsEntities, publicationsMigrations } from '#publications';
import { regionsEntities, regionsMigrations } from '#regions';
import { remotesEntities, remotesMigrations } from '#remotes';
import { subscriptionsEntities, subscriptionsMigrations } from '#subscriptions';
import { taxiiEntities, taxiiMigrations } from '#taxii';
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
    ...indicatorsEntities,
    ...templatesEntities,
    ...subscriptionsEntities,
    ...preferencesEntities,
    ...deliveryEntities,
    ...taxiiEntities,
    ...importsEntities,
    ...remotesEntities,
  ],
  migrations: [
    ...auditMigrations,
    ...regionsMigrations,
    ...membersMigrations,
    ...identityMigrations,
    ...publicationsMigrations,
    ...commentsMigrations,
    ...indicatorsMigrations,
    ...templatesMigrations,
    ...subscriptionsMigrations,
    ...preferencesMigrations,
    ...deliveryMigrations,
    ...taxiiMigrations,
    ...importsMigrations,
    ...remotesMigrations,
  ],
};
