export { alertsIn, fromCap } from './cap/from-cap.js';
export { toCap } from './cap/to-cap.js';
export { checkCsaf } from './csaf/check-csaf.js';
export type { CsafDocument } from './csaf/document.js';
export { fromCsaf } from './csaf/from-csaf.js';
export {
  CSAF_TREE,
  changesCsv,
  hashText,
  indexText,
  pathOf as csafPathOf,
  providerMetadata,
  rolieFeed,
  WHITE_FEED,
} from './csaf/provider.js';
export { toCsaf } from './csaf/to-csaf.js';
export { CSV_HEADER, toCsv } from './csv/csv.js';
export { toAtom } from './feeds/atom.js';
export type { FeedHead } from './feeds/item.js';
export { toJsonFeed } from './feeds/json-feed.js';
export type { DocumentFormat, Incoming, Said } from './incoming.js';
export { type KevCatalogue, type KevEntry, readKev } from './kev/kev.js';
export { attributeOf, type Pointed } from './misp/attributes.js';
export { checkMisp, eventsIn } from './misp/check-misp.js';
export type { MispAttribute, MispEvent } from './misp/event.js';
export { fromMisp } from './misp/from-misp.js';
export { indicatorsIn, type MispIndicator } from './misp/indicators.js';
export { manifestOf, toMisp } from './misp/to-misp.js';
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
export { assertNotForeign } from './reading/foreign-bytes.js';
export { readJson } from './reading/json.js';
export { Unreadable } from './reading/unreadable.js';
export { decoded } from './reading/xml.js';
export { beginsLikeBundle, type Recognized, recognize } from './recognize.js';
export { checkObject } from './stix/check/check-object.js';
export { PUBLICATION_EXTENSION } from './stix/extension.js';
export { identityOf } from './stix/facts.js';
export { incomingOfHead, incomingOfRest, isHead, refsOf, versionAtOf } from './stix/from-stix.js';
export { type Definitions, needsMarking, tlpOfObject } from './stix/markings.js';
export type { StixBundle, StixObject } from './stix/object.js';
export { type Part, SplitBundle } from './stix/split-bundle.js';
export { markingRef, TLP_2_EXTENSION, TLP_BY_MARKING, TLP_MARKINGS } from './stix/tlp.js';
export { bundleOf, toStix } from './stix/to-stix.js';
export { upstreamOf } from './stix/upstream.js';
export { isStricter, strictest, TLP_LABELS, TLP_ORDER, unmarked } from './tlp.js';
export { uuid5, WATCHFIRE_NAMESPACE } from './uuid5.js';
