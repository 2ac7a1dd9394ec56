import type { IndicatorLineFragment } from '../generated/operations.generated.js';
import { safeLine } from '../terminal/sanitize.js';
import { shortTime } from '../terminal/time.js';
import { counted, words } from '../terminal/words.js';
import { table } from './list.js';

/** What an indicator points at, on one line. */
export const pointsAt = ({ value, pattern }: Pick<IndicatorLineFragment, 'value' | 'pattern'>): string =>
  safeLine(value ?? pattern);

/** How often something was seen. */
export const seen = ({
  sightingCount,
  lastSeen,
}: {
  readonly sightingCount: number;
  readonly lastSeen: string | null;
}): string =>
  sightingCount === 0
    ? 'not seen'
    : `seen ${counted(sightingCount, 'time')}${lastSeen === null ? '' : `, last ${shortTime(lastSeen)}`}`;

export const indicatorTable = table<IndicatorLineFragment>(
  ['TLP', 'Type', 'Changed', 'Seen', 'Indicator'],
  (indicator) => [
    indicator.tlpLabel,
    words(indicator.type).replaceAll(' ', '-'),
    shortTime(indicator.updatedAt),
    String(indicator.sightingCount),
    `${pointsAt(indicator)}${indicator.state === 'REVOKED' ? '  (revoked)' : ''}  ${indicator.id}`,
  ],
  'There are no indicators.',
);

const HARMLESS: Record<NonNullable<IndicatorLineFragment['harmless']>, string> = {
  PRIVATE_ADDRESS: 'an address that is not routed on the internet',
  PUBLIC_RESOLVER: 'a DNS service that most networks ask',
  RESERVED_NAME: 'a name that leads nowhere',
  ELECTION_SITE: "a site of the nation's own election offices or governments",
  POPULAR_SITE: 'a site on which half of the web depends',
  EMPTY_FILE: 'the digest of an empty file',
};

/** A warning, where a value is well known to be harmless. */
export const warningOf = (harmless: IndicatorLineFragment['harmless']): string | null =>
  harmless === null ? null : `Mind that this is ${HARMLESS[harmless]}.`;
