export { AddIndicators } from './adding/add-indicators.js';
export { type Added, Adding, laterThan, type ToAdd } from './adding/adding.js';
export { type Details, readDetails } from './adding/details.js';
export { RevokeIndicator } from './adding/revoke-indicator.js';
export { type Setting, Settings, type SettingWish } from './adding/setting.js';
export { foundByOf, readSubject, type Subject } from './adding/subject.js';
export type { Completion, ObjectRole } from './entities/shared-object.entity.js';
export { IndicatorsModule } from './indicators.module.js';
export { LINES } from './intake/media.js';
export { type EntryLocks, locksOf } from './log/entry-of.js';
export { type Fact, FactLog } from './log/facts.js';
export { KeepObjects, type Kept, type ToKeep } from './log/keep-objects.js';
export {
  amongNumbers,
  amongTexts,
  insertMany,
  type NewObject,
  ObjectLog,
  type SharedWith,
} from './log/object-log.js';
export { PatternError } from './pattern/lexer.js';
export { parsePattern } from './pattern/parse.js';
export { indicatorsEntities, indicatorsMigrations } from './persistence.js';
export { IndicatorView } from './reading/indicator-view.js';
export { Indicators, type IndicatorsWish } from './reading/indicators.js';
export { type Found, LookUp } from './reading/look-up.js';
export { type IndicatorPart, NO_PARTS, type Parts, PublicationParts } from './reading/publication-parts.js';
export { isHeld } from './reading/visible.js';
export { RecordSighting } from './sightings/record-sighting.js';
export { TakeSightings, type ToldSighting } from './sightings/take-sightings.js';
export { completed, type Logged } from './stix/complete.js';
export type { Seen } from './stix/sighting.js';
export { subjectOf, toKeep } from './stix/to-keep.js';
export { stixOf } from './stix/to-stix.js';
export { harmless } from './values/harmless.js';
export { type Observable, readObservable } from './values/observable.js';
