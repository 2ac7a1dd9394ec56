import type { Viewer } from '#access';
import type { MailTiming, PreferenceName } from '#contract';
import { SEVERITIES } from '#publications';
import type { PreferenceRow } from './preference.entity.js';
import type { DigestTimes } from './time/digest-times.js';
import type { Hours } from './time/quiet-hours.js';
import { usualZone } from './time/state-zones.js';

/** How somebody is reached, with all that they left open filled in. */
export interface Reachability {
  /** By level of severity, from 0, BASELINE, to 5, EMERGENCY. */
  readonly email: readonly MailTiming[];
  /** By level of severity: whether it is posted to endpoints of webhooks that ask for it. */
  readonly webhook: readonly boolean[];
  readonly quietHours: Hours | null;
  readonly timeZone: string;
  readonly digest: DigestTimes;
}

export type Stored = Pick<PreferenceRow, 'channels' | 'webhooks' | 'quietHours' | 'timeZone' | 'digest'>;

const USUAL_EMAIL: readonly MailTiming[] = SEVERITIES.map((_, level) => (level < 3 ? 'DIGEST' : 'AT_ONCE'));
const USUAL_WEBHOOK: readonly boolean[] = SEVERITIES.map(() => true);
const USUAL_DIGEST: DigestTimes = { every: 'DAY', at: '08:00', weekday: 'MONDAY' };

const parsed = <T>(text: string | null | undefined): T | undefined =>
  text == null ? undefined : (JSON.parse(text) as T);

/**
 * @param stored what was set, whose word counts first in front
 * @param viewer whose jurisdiction tells the usual time zone
 */
export function reachabilityOf(
  stored: readonly (Stored | undefined)[],
  { member }: Pick<Viewer, 'member'>,
): Reachability {
  const first = <T>(read: (row: Stored) => T | undefined | null): T | undefined => {
    for (const row of stored) {
      const value = row && read(row);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
  const quiet = first(({ quietHours }) => quietHours);
  return {
    email: first(({ channels }) => parsed<readonly MailTiming[]>(channels)) ?? USUAL_EMAIL,
    webhook: first(({ webhooks }) => parsed<readonly boolean[]>(webhooks)) ?? USUAL_WEBHOOK,
    quietHours: parsed<Hours | null>(quiet) ?? null,
    timeZone: first(({ timeZone }) => timeZone) ?? usualZone(member.jurisdiction),
    digest: first(({ digest }) => parsed<DigestTimes>(digest)) ?? USUAL_DIGEST,
  };
}

/** What of it was set by this owner. */
export function ownOf(row: Stored | undefined): PreferenceName[] {
  if (!row) return [];
  const own: readonly [PreferenceName, string | null][] = [
    ['CHANNELS', row.channels ?? row.webhooks],
    ['QUIET_HOURS', row.quietHours],
    ['TIME_ZONE', row.timeZone],
    ['DIGEST', row.digest],
  ];
  return own.flatMap(([name, value]) => (value === null ? [] : [name]));
}
