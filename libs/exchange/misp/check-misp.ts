import { below, Unreadable } from '../reading/unreadable.js';
import { isRecord } from '../stix/check/kinds.js';
import type { MispEvent } from './event.js';

const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const SECONDS = /^\d{1,11}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const refuse = (at: string, reason: string): never => {
  throw new Unreadable(at, reason);
};

/** The events of a document, with the place of each: one by itself, one under its name, or a list as MISP's search answers. */
export function eventsIn(document: unknown): { at: string; event: unknown }[] {
  const [at, list] =
    isRecord(document) && Array.isArray(document.response)
      ? ['/response', document.response]
      : ['', document];
  if (Array.isArray(list))
    return list.flatMap((entry, index) =>
      eventsIn(entry).map((found) => ({ ...found, at: `${below(at, index)}${found.at}` })),
    );
  return isRecord(list) && 'Event' in list
    ? [{ at: '/Event', event: list.Event }]
    : [{ at: '', event: list }];
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
  if (org !== undefined && (!isRecord(org) || typeof org.name !== 'string'))
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
      if (typeof attribute[name] !== 'string' || (name !== 'value' && attribute[name] === ''))
        refuse(below(place, name), 'An attribute has a type, a category and a value.');
    if ('uuid' in attribute) matches(attribute, 'uuid', UUID, place);
    optional(attribute, place);
    checkTags(attribute, place);
  }
  const lists = { Tag: value.Tag ?? [], Attribute: value.Attribute ?? [], Object: value.Object ?? [] };
  return { ...value, ...lists } as unknown as MispEvent;
}

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
  for (const name of ['published', 'to_ids', 'deleted'])
    if (holder[name] !== undefined && typeof holder[name] !== 'boolean')
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
