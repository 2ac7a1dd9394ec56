import type { Tlp } from '#access';
import type { IndicatorType } from '#contract';
import type { MispAttribute, MispSighting } from './event.js';
import { MISP_TLP } from './tlp.js';

/** An indicator as an event of MISP takes it. */
export interface Pointed {
  readonly uuid: string;
  readonly type: IndicatorType;
  readonly value: string | null;
  readonly pattern: string;
  readonly description: string | null;
  readonly validFrom: string;
  readonly tlp: Tlp;
  readonly updatedAt: string;
  readonly sightingCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** MISP's words: a category in which the type may stand, by describeTypes. */
const WORDS: Readonly<Record<IndicatorType, { readonly category: string; readonly type: string }>> = {
  IPV4: { category: 'Network activity', type: 'ip-dst' },
  IPV6: { category: 'Network activity', type: 'ip-dst' },
  DOMAIN: { category: 'Network activity', type: 'domain' },
  URL: { category: 'Network activity', type: 'url' },
  EMAIL: { category: 'Network activity', type: 'email' },
  MD5: { category: 'Payload delivery', type: 'md5' },
  SHA1: { category: 'Payload delivery', type: 'sha1' },
  SHA256: { category: 'Payload delivery', type: 'sha256' },
  SHA512: { category: 'Payload delivery', type: 'sha512' },
  PATTERN: { category: 'Payload delivery', type: 'stix2-pattern' },
};

/** MISP counts sightings one by one. */
const MOST_SIGHTINGS = 100;

/** An indicator as an attribute for detection; its TLP is written where it is stricter than the event's. */
export function attributeOf(indicator: Pointed, eventTlp: Tlp): MispAttribute {
  const { uuid, type, value, pattern, description, validFrom, tlp, updatedAt } = indicator;
  const own = tlp === eventTlp ? null : MISP_TLP[tlp as keyof typeof MISP_TLP];
  const sightings = sightingsOf(indicator);
  return {
    uuid,
    ...WORDS[type],
    value: value ?? pattern,
    to_ids: true,
    timestamp: seconds(updatedAt),
    first_seen: validFrom,
    ...(description !== null && { comment: description }),
    distribution: own ? own.distribution : '5',
    ...(own && { Tag: [own.tag] }),
    ...(sightings.length > 0 && { Sighting: sightings }),
  };
}

/** As many as were counted, the first when it was seen first, the rest when last. Nobody is named. */
function sightingsOf({ sightingCount, firstSeen, lastSeen }: Pointed): MispSighting[] {
  if (firstSeen === null || lastSeen === null) return [];
  return Array.from({ length: Math.min(sightingCount, MOST_SIGHTINGS) }, (_, index) => ({
    type: '0',
    date_sighting: seconds(index === 0 && sightingCount > 1 ? firstSeen : lastSeen),
  }));
}

const seconds = (moment: string): string => String(Math.floor(Date.parse(moment) / 1000));
