import { sortable } from '../../reading/moment.js';
import { below, Unreadable } from '../../reading/unreadable.js';
import { isRecord, list, ref, typeOfId } from './kinds.js';

type Object_ = Readonly<Record<string, unknown>>;
type Rule = (object: Object_, at: string) => void;

/** What must come in this order. The second is strictly later where it is said so. */
const IN_ORDER: readonly (readonly [string, string, 'later' | 'not before'])[] = [
  ['created', 'modified', 'not before'],
  ['first_seen', 'last_seen', 'not before'],
  ['first_observed', 'last_observed', 'not before'],
  ['valid_from', 'valid_until', 'later'],
  ['start_time', 'stop_time', 'later'],
  ['start', 'end', 'not before'],
  ['analysis_started', 'analysis_ended', 'not before'],
];

export const inOrder: Rule = (object, at) => {
  for (const [first, second, how] of IN_ORDER) {
    const [a, b] = [sortable(object[first]), sortable(object[second])];
    if (a === null || b === null) continue;
    if (b < a || (how === 'later' && a === b))
      throw new Unreadable(
        below(at, second),
        `This must ${how === 'later' ? 'be later than' : 'not be before'} ${first}.`,
      );
  }
};

const needs =
  (...names: readonly string[]): Rule =>
  (object, at) => {
    if (!names.some((name) => name in object))
      throw new Unreadable(at, `A ${object.type} needs ${names.join(' or ')}.`);
  };
const together =
  (first: string, second: string): Rule =>
  (object, at) => {
    if (first in object && !(second in object)) throw new Unreadable(at, `${first} needs ${second}.`);
  };
const apart =
  (first: string, second: string): Rule =>
  (object, at) => {
    if (first in object && second in object)
      throw new Unreadable(below(at, second), `This does not go with ${first}.`);
  };
const all =
  (...rules: readonly Rule[]): Rule =>
  (object, at) => {
    for (const rule of rules) rule(object, at);
  };

const LOCATED = ['region', 'country', 'latitude'];

/** Rules of single types that the kinds of their properties do not hold. Sections of STIX 2.1. */
export const RULES: Readonly<Record<string, Rule>> = {
  // 4.10.1
  location: all(
    needs(...LOCATED),
    together('latitude', 'longitude'),
    together('longitude', 'latitude'),
    together('precision', 'latitude'),
  ),
  // 4.11.1
  malware: (object, at) => {
    if (object.is_family === true) needs('name')(object, at);
  },
  // 4.12.1
  'malware-analysis': needs('result', 'analysis_sco_refs'),
  // 4.14.1
  'observed-data': all(needs('objects', 'object_refs'), apart('objects', 'object_refs'), (object, at) => {
    if (!('object_refs' in object)) return;
    list(ref())(object.object_refs, below(at, 'object_refs'));
    for (const [index, target] of (object.object_refs as string[]).entries())
      observable(target, below(below(at, 'object_refs'), index));
  }),
  // 4.15.1
  opinion: needs('opinion'),
  // 5.2.1
  sighting: (object, at) => {
    const type = typeOfId(object.sighting_of_ref);
    if (type === 'relationship' || type === 'sighting' || type === 'marking-definition')
      throw new Unreadable(below(at, 'sighting_of_ref'), 'Only a domain object is sighted.');
  },
  // 6.1.1
  artifact: all(
    needs('payload_bin', 'url'),
    apart('payload_bin', 'url'),
    together('url', 'hashes'),
    together('decryption_key', 'encryption_algorithm'),
  ),
  // 6.6.1
  'email-message': all((object, at) => {
    if (object.is_multipart === true && 'body' in object)
      throw new Unreadable(below(at, 'body'), 'A message of several parts has body_multipart.');
    if (object.is_multipart === false && 'body_multipart' in object)
      throw new Unreadable(below(at, 'body_multipart'), 'A message of one part has body.');
  }),
  // 6.7.1
  file: needs('hashes', 'name'),
  // 6.12.1
  'network-traffic': all(needs('src_ref', 'dst_ref'), (object, at) => {
    if (object.is_active === true && 'end' in object)
      throw new Unreadable(below(at, 'end'), 'What is still active has no end.');
  }),
};

const DOMAIN_ONLY = new Set([
  ...['attack-pattern', 'campaign', 'course-of-action', 'grouping', 'identity', 'incident', 'indicator'],
  ...['infrastructure', 'intrusion-set', 'location', 'malware', 'malware-analysis', 'note', 'observed-data'],
  ...['opinion', 'report', 'threat-actor', 'tool', 'vulnerability', 'marking-definition', 'sighting'],
]);

function observable(target: unknown, at: string): void {
  if (DOMAIN_ONLY.has(typeOfId(target) ?? '')) throw new Unreadable(at, 'This must refer to an observable.');
}

/** STIX 2.1, section 7.2.1. */
export const markingDefinition: Rule = (object, at) => {
  if ('modified' in object || 'revoked' in object)
    throw new Unreadable(
      below(at, 'modified' in object ? 'modified' : 'revoked'),
      'A marking-definition has no versions.',
    );
  const refs = object.object_marking_refs;
  if (Array.isArray(refs) && refs.includes(object.id))
    throw new Unreadable(below(at, 'object_marking_refs'), 'A marking does not mark itself.');
  const known = 'definition_type' in object || 'definition' in object;
  if (!known && !('extensions' in object))
    throw new Unreadable(at, 'A marking-definition needs a definition or an extension.');
  if (known && (typeof object.definition_type !== 'string' || !isRecord(object.definition)))
    throw new Unreadable(below(at, 'definition'), 'definition_type and definition go together.');
};
