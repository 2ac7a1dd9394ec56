import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from './local-time.js';
import { dateOf, shownIn } from './zone.js';

export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When digests go out, by the clocks of the reader. */
export interface DigestTimes {
  readonly every: 'HOUR' | 'DAY' | 'WEEK';
  /** Of no account where it is every hour. */
  readonly at: LocalTime;
  /** Of no account but for every week. */
  readonly weekday: Weekday;
}

/**
 * The first digest after a moment. Every hour is on the hour. Every day has just one: at a time that clocks put forward leave out it
 * comes as much later, and at one that they show twice it comes the first time.
 */
export function nextDigest(times: DigestTimes, timeZone: string, after: Date): Date {
  const here = shownIn(timeZone, after);
  if (times.every === 'HOUR') {
    const past = here.minute * 60_000 + here.second * 1_000 + here.millisecond;
    return new Date(after.getTime() + 3_600_000 - past);
  }
  const step = times.every === 'DAY' ? 1 : 7;
  const wanted = WEEKDAYS.indexOf(times.weekday) + 1;
  let day = here.toPlainDate();
  if (step === 7) day = day.add({ days: (wanted - day.dayOfWeek + 7) % 7 });
  for (const time = Temporal.PlainTime.from(times.at); ; day = day.add({ days: step })) {
    const digest = dateOf(day.toPlainDateTime(time).toZonedDateTime(timeZone));
    if (digest > after) return digest;
  }
}
