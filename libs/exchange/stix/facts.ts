import type { MemberKind } from '#access';
import type { Party, Place } from '../publication.js';
import { uuid5, WATCHFIRE_NAMESPACE } from '../uuid5.js';
import { common, FACTS_SINCE, type StixObject } from './object.js';
import { markingRef } from './tlp.js';

/** STIX 2.1, section 10.12: its vocabulary knows no elections, but whose government it is. */
const SECTORS: Partial<Record<MemberKind, string>> = {
  STATE: 'government-regional',
  LOCAL: 'government-local',
  FEDERAL: 'government-national',
};

export const identityRef = (party: Party): string => `identity--${party.id}`;

/** A member as an identity. STIX 2.1, section 4.5. */
export function identityOf(party: Party): StixObject {
  const sector = SECTORS[party.kind];
  return {
    ...common('identity', party.id, FACTS_SINCE),
    name: party.name,
    identity_class: 'organization',
    ...(sector ? { sectors: [sector] } : {}),
  };
}

/** What the external reference of a location says its code is. */
export const REGION_SOURCE = 'us-region-code';

const derived = (type: string, hub: Party, name: string) =>
  common(type, uuid5(WATCHFIRE_NAMESPACE, `${hub.id}/${type}/${name}`), FACTS_SINCE);

const publicFact = (hub: Party) => ({
  created_by_ref: identityRef(hub),
  object_marking_refs: [markingRef('CLEAR')],
});

/** A region as a location. STIX 2.1, section 4.10. */
export const locationOf = (place: Place, hub: Party): StixObject => ({
  ...derived('location', hub, place.code),
  ...publicFact(hub),
  name: place.name,
  country: 'US',
  ...(place.stateIso ? { administrative_area: place.stateIso } : {}),
  external_references: [{ source_name: REGION_SOURCE, external_id: place.code }],
});

/** A CVE as a vulnerability. STIX 2.1, section 4.19. */
export const vulnerabilityOf = (cve: string, hub: Party): StixObject => ({
  ...derived('vulnerability', hub, cve),
  ...publicFact(hub),
  name: cve,
  external_references: [{ source_name: 'cve', external_id: cve }],
});
