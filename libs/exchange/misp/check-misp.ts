import { below, Unreadable } from '../reading/unreadable.js';
import { isRecord } from '../stix/check/kinds.js';
import type { MispEvent } from './event.js';

const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const SECONDS = /^\d{1,11}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const refuse = (at: string, reason: string): never => {
  throw new Unreadable(at, reason);
};

const isHolder = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** The events of a document, with the place of each: one by itself, one under its name, or a list as MISP's search answers. */
export function eventsIn(document: unknown): { at: string; event: unknown }[] {
  const within = (at: string, inner: unknown) =>
    eventsIn(inner).map((found) => ({ ...found, at: `${at}${found.at}` }));
  if (Array.isArray(document)) return document.flatMap((entry, index) => within(below('', index), entry));
  if (isRecord(document) && isHolder(document.response)) return within('/response', document.response);
  return isRecord(document) && 'Event' in document
    ? [{ at: '/Event', event: document.Event }]
    : [{ at: '', event: document }];
}

/**
 * Holds an event to what misp-core-format says it must have. Lists that are left out count as empty.
 * @throws Unreadable naming where
 */
export function checkMisp(value: unknown, at: string): MispEvent {
  if (!isRecord(value)) return refuse(at, 'This must be an event of MISP.');
  matches(value, 'uuid', UUID, at);
  matches(value, 'timestamp', SECONDS, at);
  matches(value, 'date', DAY, at);
  if (typeof value.info !== 'string' || value.info.trim() === '')
    refuse(below(at, 'info'), 'An event says what it is about.');
  optional(value, at);
  const org = value.Orgc;
  if (org != null && (!isRecord(org) || typeof org.name !== 'string'))
    refuse(below(at, 'Orgc'), 'This must be an organisation.');
  checkTags(value, at);
  const objects = listOf(value, 'Object', at);
  for (const [place, object] of objects) {
    matches(object, 'uuid', UUID, place);
    if (typeof object.name !== 'string') refuse(below(place, 'name'), 'An object has a name.');
    optional(object, place);
  }
  const attributes = [['', value] as const, ...objects].flatMap(([place, holder]) =>
    listOf(holder, 'Attribute', place || at),
  );
  for (const [place, attribute] of attributes) {
    for (const name of ['type', 'category', 'value'])
      if (!isSaid(attribute[name], name === 'value'))
        refuse(below(place, name), 'An attribute has a type, a category and a value.');
    if ('uuid' in attribute) matches(attribute, 'uuid', UUID, place);
    optional(attribute, place);
    checkTags(attribute, place);
  }
  return asMeant(value);
}

/** An event as it is meant: flags are flags, values text, and lists that are left out empty. */
function asMeant(event: Record<string, unknown>): MispEvent {
  const attributes = (holder: Record<string, unknown>) =>
    listOf(holder, 'Attribute', '').map(([, one]) => ({ ...one, value: String(one.value), ...flagsOf(one) }));
  const objects = listOf(event, 'Object', '').map(([, one]) => ({
    ...one,
    ...flagsOf(one),
    Attribute: attributes(one),
  }));
  const lists = { Tag: event.Tag ?? [], Attribute: attributes(event), Object: objects };
  return { ...event, ...flagsOf(event), ...lists } as unknown as MispEvent;
}

const FLAGS = ['published', 'to_ids', 'deleted'];
/** Old versions of MISP, and its database, write flags as digits. */
const MEANT: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
]);

const flagsOf = (holder: Record<string, unknown>): Record<string, boolean | undefined> =>
  Object.fromEntries(FLAGS.filter((name) => name in holder).map((name) => [name, MEANT.get(holder[name])]));

/** A value may be empty, and some tools write a number as one. */
const isSaid = (said: unknown, isValue: boolean): boolean =>
  isValue
    ? typeof said === 'string' || (typeof said === 'number' && Number.isFinite(said))
    : typeof said === 'string' && said !== '';

/** MISP writes numbers as text, and some of its tools as numbers. */
function matches(holder: Record<string, unknown>, name: string, pattern: RegExp, at: string): void {
  const value = holder[name];
  if ((typeof value !== 'string' && typeof value !== 'number') || !pattern.test(String(value)))
    refuse(below(at, name), value === undefined ? 'This is missing.' : 'This is not as it must be.');
}

function optional(holder: Record<string, unknown>, at: string): void {
  const within = (name: string, pattern: RegExp) =>
    holder[name] === undefined || holder[name] === null || matches(holder, name, pattern, at);
  within('distribution', /^[0-5]$/);
  within('threat_level_id', /^[1-4]$/);
  within('analysis', /^[0-2]$/);
  for (const name of FLAGS)
    if (holder[name] !== undefined && !MEANT.has(holder[name]))
      refuse(below(at, name), 'This must be true or false.');
}

function checkTags(holder: Record<string, unknown>, at: string): void {
  for (const [place, tag] of listOf(holder, 'Tag', at))
    if (typeof tag.name !== 'string') refuse(below(place, 'name'), 'A tag has a name.');
}

function listOf(
  holder: Record<string, unknown>,
  name: string,
  at: string,
): [string, Record<string, unknown>][] {
  const list = holder[name];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return refuse(below(at, name), 'This must be a list.');
  return list.map((entry, index) => {
    const place = below(below(at, name), index);
    return isRecord(entry) ? [place, entry] : refuse(place, 'This must be an object.');
  });
}
