export { DISCOVERY, MAX_CONTENT_LENGTH } from './collections/api-roots.js';
export { READERS } from './endpoints/access.js';
export type { Endpoint } from './endpoints/endpoint.js';
export { FollowReleases } from './follow/follow-releases.js';
export { taxiiEntities, taxiiMigrations } from './persistence.js';
export { type Answer, refused, TaxiiError } from './protocol/answer.js';
export { accepts, isEnvelopeType } from './protocol/media.js';
export { TaxiiServer } from './server.js';
export { TaxiiModule } from './taxii.module.js';
