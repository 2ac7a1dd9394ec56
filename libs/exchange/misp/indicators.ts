import type { Tlp } from '#access';
import { isRecord } from '../stix/check/kinds.js';
import { uuid5, WATCHFIRE_NAMESPACE } from '../uuid5.js';
import type { MispAttribute, MispEvent } from './event.js';
import { tlpOfAttribute } from './tlp.js';

/** What an attribute of a MISP event points at, where it is meant for detection. */
export interface MispIndicator {
  readonly uuid: string;
  /** A plain value, or a pattern of STIX. */
  readonly given: { readonly value: string } | { readonly pattern: string };
  readonly comment: string | null;
  /** RFC 3339. */
  readonly created: string;
  readonly modified: string;
  readonly validFrom: string;
  /** As it is marked itself; null without a marking. */
  readonly tlp: Tlp | null;
  /** How often it was seen, and when; null for never. */
  readonly seen: { readonly count: number; readonly firstSeen: string; readonly lastSeen: string } | null;
}

/** Where an attribute's value lies, by its type: all of it, or what stands before or after a bar. */
const WHOLE = 'ip-src ip-dst domain hostname url uri email email-src email-dst md5 sha1 sha256 sha512';
const BEFORE = 'ip-src|port ip-dst|port hostname|port';
const AFTER = 'filename|md5 filename|sha1 filename|sha256 filename|sha512 malware-sample';
const BOTH = 'domain|ip';
const PATHS: Readonly<Record<string, string>> = {
  filename: 'file:name',
  mutex: 'mutex:name',
  regkey: 'windows-registry-key:key',
};
const isOf = (types: string, type: string): boolean => types.split(' ').includes(type);

function pointedAt({ type, value }: MispAttribute): MispIndicator['given'][] {
  const [before = '', after = ''] = value.split('|', 2);
  if (isOf(WHOLE, type)) return [{ value }];
  if (isOf(BEFORE, type)) return [{ value: before }];
  if (isOf(AFTER, type)) return [{ value: after }];
  if (isOf(BOTH, type)) return [{ value: before }, { value: after }];
  if (type === 'stix2-pattern') return [{ pattern: value }];
  const path = Object.hasOwn(PATHS, type) ? PATHS[type] : undefined;
  const literal = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return path ? [{ pattern: `[${path} = '${literal}']` }] : [];
}

/** The attributes of an event, found valid, that are meant for detection; those of its objects among them. */
export function indicatorsIn(event: MispEvent): MispIndicator[] {
  const holders = [event, ...(event.Object ?? []).filter(({ deleted }) => !deleted)];
  return holders.flatMap((holder) => {
    const above = holder === event ? null : holder.distribution;
    return holder.Attribute.filter(({ to_ids, deleted }) => to_ids && !deleted).flatMap((attribute) =>
      ofAttribute(event, attribute, tlpOfAttribute(attribute, above)),
    );
  });
}

function ofAttribute(event: MispEvent, attribute: MispAttribute, tlp: Tlp | null): MispIndicator[] {
  const modified = moment(attribute.timestamp) ?? moment(event.timestamp) ?? `${event.date}T00:00:00.000Z`;
  const day = `${event.date}T00:00:00.000Z`;
  const created = day < modified ? day : modified;
  const { type, value, comment, first_seen: from, Sighting: sightings } = attribute;
  return pointedAt(attribute).map((given, place) => ({
    // What has no id, or is of two values, gets one that stays.
    uuid:
      place === 0 && attribute.uuid
        ? attribute.uuid.toLowerCase()
        : uuid5(WATCHFIRE_NAMESPACE, `${event.uuid}/${type}/${place}/${value}`),
    given,
    comment: comment?.trim() || null,
    created,
    modified,
    validFrom: moment(from) ?? created,
    tlp,
    seen: seenIn(sightings),
  }));
}

/** Of MISP's sightings, those that say "seen": type 0. Who saw it is not taken along. */
function seenIn(sightings: unknown): MispIndicator['seen'] {
  const moments = (Array.isArray(sightings) ? sightings : [])
    .filter(isRecord)
    .filter(({ type }) => String(type ?? '0') === '0')
    .map(({ date_sighting: date }) => moment(date))
    .filter((at) => at !== null)
    .sort();
  const [firstSeen, lastSeen] = [moments[0], moments.at(-1)];
  return firstSeen && lastSeen ? { count: moments.length, firstSeen, lastSeen } : null;
}

/** Seconds since 1970, as MISP writes most times, or RFC 3339. */
function moment(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const time = /^\d{1,11}$/.test(String(value)) ? Number(value) * 1000 : Date.parse(String(value));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
