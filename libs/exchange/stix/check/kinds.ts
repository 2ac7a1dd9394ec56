import { sortable } from '../../reading/moment.js';
import { below, Unreadable } from '../../reading/unreadable.js';

/** Refuses a value that is not of its kind. @throws Unreadable naming where */
export type Kind = (value: unknown, at: string) => void;

const refuse = (at: string, reason: string): never => {
  throw new Unreadable(at, reason);
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const matching =
  (pattern: RegExp, what: string, longest = 5_000): Kind =>
  (value, at) => {
    if (typeof value !== 'string' || value.length > longest || !pattern.test(value))
      refuse(at, `This is no ${what}.`);
  };

export const text: Kind = (value, at) => {
  if (typeof value !== 'string') refuse(at, 'This must be text.');
};
export const bool: Kind = (value, at) => {
  if (typeof value !== 'boolean') refuse(at, 'This must be true or false.');
};
/** STIX 2.1, section 2.16. */
export const moment: Kind = (value, at) => {
  if (typeof value !== 'string' || !value.endsWith('Z') || sortable(value) === null)
    refuse(at, 'This is no timestamp of STIX: RFC 3339 in UTC, with Z.');
};
/** `created` and `modified`. STIX 2.1, section 3.2: to the millisecond at least. */
export const exactMoment: Kind = (value, at) => {
  moment(value, at);
  if (!/\.\d{3,}Z$/.test(value as string)) refuse(at, 'This timestamp needs milliseconds.');
};
export const int =
  (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Kind =>
  (value, at) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
      refuse(at, `This must be a whole number from ${least} to ${most}.`);
  };
export const float =
  (least = -Number.MAX_VALUE, most = Number.MAX_VALUE): Kind =>
  (value, at) => {
    if (typeof value !== 'number' || value < least || value > most)
      refuse(at, `This must be a number from ${least} to ${most}.`);
  };
export const oneOf =
  (...words: readonly string[]): Kind =>
  (value, at) => {
    if (!words.includes(value as string)) refuse(at, `This must be one of ${words.join(', ')}.`);
  };
/** STIX 2.1, section 2.10: a list is never empty. */
export const list =
  (kind: Kind): Kind =>
  (value, at) => {
    if (!Array.isArray(value) || value.length === 0)
      return refuse(at, 'This must be a list that is not empty.');
    for (const [index, entry] of value.entries()) kind(entry, below(at, index));
  };
export const dictionary: Kind = (value, at) => {
  if (!isRecord(value) || Object.keys(value).length === 0)
    return refuse(at, 'This must be an object that is not empty.');
  for (const key of Object.keys(value))
    if (!/^[A-Za-z0-9_-]{1,250}$/.test(key)) refuse(below(at, key), 'This is no key of a dictionary.');
};
/** STIX 2.1, section 2.8. */
export const hex = matching(/^(?:[0-9A-Fa-f]{2})+$/, 'hexadecimal text');
export const binary = matching(
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  'base64',
  20_000_000,
);
export const uri = matching(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'URL with its scheme', 50_000);
export const word = matching(/^[a-z0-9-]{1,250}$/, 'word of lower-case letters, digits and hyphens');
export const email = matching(/^[^\s<>@]+@[^\s<>@]+$/, 'e-mail address', 400);
export const mac = matching(/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/, 'MAC address in lower case');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The rule of types, in a form that no text can make slow. STIX 2.1, section 2.9. */
export const TYPE = /^[a-z][a-z0-9-]{0,249}$/;

/** The type of an identifier; null for what is none. An identifier that only refers may be one of the older, laxer ones. */
export function typeOfId(value: unknown, strict = false): string | null {
  if (typeof value !== 'string' || value.length > 300) return null;
  const split = value.indexOf('--');
  const [type, uuid] = [value.slice(0, split), value.slice(split + 2)];
  if (split < 1 || !TYPE.test(type)) return null;
  return UUID.test(uuid) || (!strict && /^[0-9a-f]{1,8}(?:-[0-9a-f]{1,12}){4}$/.test(uuid)) ? type : null;
}

export const id =
  (type: string): Kind =>
  (value, at) => {
    if (typeOfId(value, true) !== type) refuse(at, `This is no identifier of a ${type}: ${type}--UUID.`);
  };
/** A reference, to one of these types if any are said. */
export const ref =
  (...types: readonly string[]): Kind =>
  (value, at) => {
    const type = typeOfId(value);
    if (type === null || type === 'bundle') return refuse(at, 'This is no identifier.');
    if (types.length > 0 && !types.includes(type)) refuse(at, `This must refer to ${types.join(' or ')}.`);
  };
/** A reference to anything but these types. */
export const refBut =
  (...types: readonly string[]): Kind =>
  (value, at) => {
    ref()(value, at);
    if (types.includes(typeOfId(value) ?? '')) refuse(at, `This must not refer to ${types.join(' or ')}.`);
  };
