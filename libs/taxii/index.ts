export { FollowReleases } from './follow/follow-releases.js';
export { taxiiEntities, taxiiMigrations } from './persistence.js';
export { serveTaxii } from './routes.js';
export { TaxiiServer } from './server.js';
export { TaxiiModule } from './taxii.module.js';
