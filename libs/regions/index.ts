export { AddPlace } from './add-place.js';
export { FIND_LIMIT, FIND_TEXT_LIMIT, type FindOptions, findRegions } from './find/find-regions.js';
export { fromIso, fromPostal, toIso, toPostal } from './iso3166.js';
export { fromOcd, toOcd } from './ocd.js';
export { regionsEntities, regionsMigrations } from './persistence.js';
export { type AddedPlace, PLACE_NAME_LIMIT, type PlaceRefusal, PlaceRefused } from './place.js';
export { ReadRegions } from './read-regions.js';
export {
  type CodeChange,
  type CountyKind,
  type PlaceKind,
  REGION_LEVELS,
  type Region,
  type RegionCode,
  type RegionKind,
  type RegionLevel,
  type StateKind,
} from './region.js';
export { builtInTree, RegionTree, type Resolution } from './region-tree.js';
export { RegionsModule } from './regions.module.js';
export { RegionsService } from './regions.service.js';
export { fromSame, sameCovering, toSame } from './same.js';
