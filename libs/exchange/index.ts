export {
  assertMayLeave,
  authorOf,
  headlineOf,
  type Outgoing,
  type Party,
  type Place,
  type RevisionNote,
  type Source,
} from './publication.js';
export type { StixBundle, StixObject } from './stix/object.js';
export { markingRef, TLP_BY_MARKING, TLP_MARKINGS } from './stix/tlp.js';
export { bundleOf, toStix } from './stix/to-stix.js';
export { uuid5, WATCHFIRE_NAMESPACE } from './uuid5.js';
