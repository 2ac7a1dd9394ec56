import { below, Unreadable } from '../../reading/unreadable.js';
import type { StixObject } from '../object.js';
import { DOMAIN_OBJECTS, OF_STIX_2_0, RELATIONSHIP_OBJECTS } from './domain-objects.js';
import {
  bool,
  dictionary,
  exactMoment,
  id,
  int,
  isRecord,
  list,
  moment,
  oneOf,
  ref,
  TYPE,
  text,
} from './kinds.js';
import { ADDRESSES, OBSERVABLES } from './observables.js';
import { extensions, externalReference, granularMarking } from './parts.js';
import { inOrder, markingDefinition, RULES } from './rules.js';
import { checkShape, type Shape } from './shape.js';

/** STIX 2.1, section 3.2: what any object may have. */
const COMMON: Shape = {
  spec_version: oneOf('2.0', '2.1'),
  created_by_ref: ref('identity'),
  labels: list(text),
  revoked: bool,
  confidence: int(0, 100),
  lang: text,
  external_references: list(externalReference),
  object_marking_refs: list(ref('marking-definition')),
  granular_markings: list(granularMarking),
  defanged: bool,
};
const VERSIONED: Shape = { created: exactMoment, modified: exactMoment };

const EXTENSION_KINDS = oneOf(
  'new-sdo',
  'new-sco',
  'new-sro',
  'property-extension',
  'toplevel-property-extension',
);

/** STIX 2.1, section 7: what describes other objects. */
const META: Readonly<Record<string, Shape>> = {
  'marking-definition': { name: 'text', definition_type: 'text', created: moment },
  'extension-definition': {
    name: 'text!',
    description: 'text',
    schema: 'text!',
    version: 'text!',
    extension_types: list(EXTENSION_KINDS),
    extension_properties: 'texts',
  },
  'language-content': { object_ref: 'ref!', object_modified: 'moment', contents: dictionary },
};

/** STIX 2.1, section 3.1 and 11.3: what properties may be called. */
const PROPERTY = /^[a-z][a-z0-9_]{2,249}$/;
const SHORT = new Set(['id']);

/**
 * Holds one object to what STIX 2.1 says MUST be so. What it only says SHOULD be so is taken as it comes, and types and
 * properties that it does not know are kept.
 * @param at where the object lies, as a JSON pointer
 * @throws Unreadable naming where
 */
export function checkObject(value: unknown, at: string): StixObject {
  if (!isRecord(value)) throw new Unreadable(at, 'This must be a STIX object.');
  const { type } = value;
  if (typeof type !== 'string' || !TYPE.test(type))
    throw new Unreadable(below(at, 'type'), 'This is no type of STIX.');
  id(type)(value.id, below(at, 'id'));
  for (const name of Object.keys(value))
    if (!PROPERTY.test(name) && !SHORT.has(name))
      throw new Unreadable(below(at, name), 'This is no name of a property.');

  const isObservable = type in OBSERVABLES;
  const isMarking = type === 'marking-definition';
  const older =
    isOlder(value, isObservable) && Object.hasOwn(OF_STIX_2_0, type) ? OF_STIX_2_0[type] : undefined;
  const known =
    older ?? DOMAIN_OBJECTS[type] ?? RELATIONSHIP_OBJECTS[type] ?? OBSERVABLES[type] ?? META[type];
  checkShape(value, COMMON, at);
  if (!isMarking) checkShape(value, VERSIONED, at);
  if ('extensions' in value) extensions(type)(value.extensions, below(at, 'extensions'));
  if (known) {
    const needed = isObservable ? [] : isMarking ? ['created'] : ['created', 'modified'];
    for (const name of needed) if (!(name in value)) throw new Unreadable(at, `A ${type} needs ${name}.`);
    checkShape(value, known, at);
    ADDRESSES[type]?.(value.value, below(at, 'value'));
  }
  inOrder(value, at);
  if (isMarking) markingDefinition(value, at);
  else if (Object.hasOwn(RULES, type)) RULES[type]?.(value, at);
  if (type === 'extension-definition' && !('extension_types' in value))
    throw new Unreadable(at, 'An extension-definition needs extension_types.');
  return value as StixObject;
}

/** STIX 2.1, section 3.2: since then objects say their version; observables may leave it out. */
const isOlder = ({ spec_version: said }: Readonly<Record<string, unknown>>, isObservable: boolean): boolean =>
  said === '2.0' || (said === undefined && !isObservable);
