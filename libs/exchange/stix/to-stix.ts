import { assertMayLeave, authorOf, type Outgoing, type Source } from '../publication.js';
import { uuid5, WATCHFIRE_NAMESPACE } from '../uuid5.js';
import { extensionDefinition } from './extension.js';
import { identityOf, locationOf, vulnerabilityOf } from './facts.js';
import { notesOf } from './notes.js';
import type { StixBundle, StixObject } from './object.js';
import { reportOf } from './report.js';
import { TLP_MARKINGS } from './tlp.js';

/**
 * A publication as STIX 2.1 objects: markings, identities, locations and vulnerabilities first, then its report and the notes
 * on it. The same publication gives the same ids every time; what refers to it is given by its ids.
 * @param refs ids of the indicators and sightings that the report is to name; their objects are the caller's to add
 * @throws TypeError for TLP:RED, which leaves by no way
 */
export function toStix(publication: Outgoing, source: Source, refs: readonly string[] = []): StixObject[] {
  assertMayLeave(publication);
  const { hub } = source;
  const report = reportOf(publication, source, refs);
  return [
    TLP_MARKINGS.CLEAR,
    ...(publication.tlp === 'CLEAR' ? [] : [TLP_MARKINGS[publication.tlp]]),
    identityOf(hub),
    ...(authorOf(publication, source).id === hub.id ? [] : [identityOf(authorOf(publication, source))]),
    extensionDefinition(source),
    ...publication.regions.map((place) => locationOf(place, hub)),
    ...publication.cves.map((cve) => vulnerabilityOf(cve, hub)),
    report,
    ...notesOf(publication, report),
  ];
}

/** Objects in a bundle, each once, under an id that tells what is in it and nothing of when it was made. */
export function bundleOf(objects: readonly StixObject[]): StixBundle {
  const unique = [...new Map(objects.map((object) => [versionOf(object), object])).values()];
  const name = unique.map(versionOf).sort().join('\n');
  return { type: 'bundle', id: `bundle--${uuid5(WATCHFIRE_NAMESPACE, `bundle/${name}`)}`, objects: unique };
}

const versionOf = ({ id, modified, created }: StixObject): string => `${id} ${modified ?? created ?? ''}`;
