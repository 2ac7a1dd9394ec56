import { auditEntities, auditMigrations } from '#audit';
import { commentsEntities, commentsMigrations } from '#comments';
import { deliveryEntities, deliveryMigrations } from '#delivery';
import { identityEntities, identityMigrations } from '#identity';
import { importsEntities, importsMigrations } from '#imports';
import { indicatorsEntities, indicatorsMigrations } from '#indicators';
import { membersEntities, membersMigrations } from '#members';
import { publicationsEntities, publicationsMigrations } from '#publications';
import { regionsEntities, regionsMigrations } from '#regions';
import { subscriptionsEntities, subscriptionsMigrations } from '#subscriptions';
import { taxiiEntities, taxiiMigrations } from '#taxii';

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
    ...subscriptionsEntities,
    ...deliveryEntities,
    ...taxiiEntities,
    ...importsEntities,
  ],
  migrations: [
    ...auditMigrations,
    ...regionsMigrations,
    ...membersMigrations,
    ...identityMigrations,
    ...publicationsMigrations,
    ...commentsMigrations,
    ...indicatorsMigrations,
    ...subscriptionsMigrations,
    ...deliveryMigrations,
    ...taxiiMigrations,
    ...importsMigrations,
  ],
};
