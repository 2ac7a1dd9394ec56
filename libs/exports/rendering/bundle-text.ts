import {
  bundleOf,
  markingRef,
  type Outgoing,
  type Source,
  type StixObject,
  TLP_MARKINGS,
  toStix,
} from '#exchange';
import type { Parts } from '#indicators';
import { json } from './json.js';

interface Made {
  /** The texts of the objects that it was taken from, as they came; none for one that is written anew. */
  readonly kept: readonly string[];
  /** Whether they say themselves how they are marked. */
  readonly marked: boolean;
  readonly parts: Parts;
}

/**
 * A bundle with the objects as they came, byte for byte, and with indicators and sightings that were added here. Where those
 * that came do not say themselves how they are marked, or do not name what was added, the hub's own report comes with them, is
 * marked, and refers to each.
 */
export function bundleText(publication: Outgoing, source: Source, { kept, marked, parts }: Made): string {
  const all = [...parts.indicators, ...parts.sightings];
  if (kept.length === 0) {
    const refs = all.map(({ objectId }) => objectId);
    const objects = all.map(({ text }) => JSON.parse(text) as StixObject);
    return json(bundleOf([...toStix(publication, source, refs), ...objects]));
  }
  const came = kept.map((text) => JSON.parse(text) as StixObject);
  const present = new Set(came.map(({ id }) => id));
  const here = all.filter(({ objectId }) => !present.has(objectId));
  const named = came.filter(({ type }) => type !== 'marking-definition').map(({ id }) => id);
  const refs = [...new Set([...named, ...here.map(({ objectId }) => objectId)])];
  const own =
    marked && here.length === 0 ? [TLP_MARKINGS[publication.tlp]] : toStix(publication, source, refs);
  const added = own.filter(({ id }) => !present.has(id) || id !== markingRef(publication.tlp));
  const objects = here.map(({ text }) => JSON.parse(text) as StixObject);
  const bundle = bundleOf([...added, ...came, ...objects]);
  const texts = [...added.map((object) => JSON.stringify(object)), ...kept, ...here.map(({ text }) => text)];
  return `{"type":"bundle","id":"${bundle.id}","objects":[\n${texts.join(',\n')}\n]}\n`;
}
