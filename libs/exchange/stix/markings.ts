import type { Tlp } from '#access';
import { claimsTlp, strictest } from '../tlp.js';
import { isRecord } from './check/kinds.js';
import type { StixObject } from './object.js';
import { TLP_2_EXTENSION, TLP_BY_MARKING } from './tlp.js';

/** The marking definitions of a bundle, by id. */
export type Definitions = ReadonlyMap<string, StixObject>;

/**
 * The TLP of an object: the strictest of all its markings, those of single properties included, since STIX gives no rule for
 * several. What cannot be understood counts as the strictest: a definition that is not at hand, and one that calls itself TLP
 * under an id that is none of the nine.
 * @returns null where nothing marks it
 */
export function tlpOfObject(object: StixObject, definitions: Definitions): Tlp | null {
  const granular = Array.isArray(object.granular_markings) ? object.granular_markings : [];
  const refs = [
    ...(object.object_marking_refs ?? []),
    ...granular.map((marking: unknown) => (isRecord(marking) ? marking.marking_ref : null)),
  ].filter((ref) => typeof ref === 'string');
  const tlps = refs.map((ref) => tlpOfMarking(ref, definitions)).filter((tlp) => tlp !== null);
  return tlps.length === 0 ? null : strictest(...tlps);
}

function tlpOfMarking(ref: string, definitions: Definitions): Tlp | null {
  const known = TLP_BY_MARKING.get(ref);
  if (known) return known;
  const definition = definitions.get(ref);
  return !definition || callsItselfTlp(definition) ? 'RED' : null;
}

const callsItselfTlp = ({ name, definition_type: type, definition, extensions }: StixObject): boolean =>
  type === 'tlp' ||
  (isRecord(definition) && 'tlp' in definition) ||
  (isRecord(extensions) && TLP_2_EXTENSION in extensions) ||
  (typeof name === 'string' && claimsTlp(name));

/** What says who or how, and nothing of its own: without a marking it does not make stricter what it comes with. */
const OF_OTHERS = new Set(['marking-definition', 'extension-definition', 'language-content', 'identity']);

export const needsMarking = ({ type }: StixObject): boolean => !OF_OTHERS.has(type);
