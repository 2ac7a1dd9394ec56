import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from './local-time.js';
import { dateOf, shownIn } from './zone.js';

/** From one time of day up to but not including another; past midnight where the first is the later. They are never equal. */
export interface Hours {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

export const within = ({ from, until }: Hours, time: LocalTime): boolean =>
  from < until ? time >= from && time < until : time >= from || time < until;

/** `HH:MM`, as the clocks show it. */
export const clockTime = (moment: Temporal.ZonedDateTime): LocalTime =>
  moment.toPlainTime().toString().slice(0, 5);

/**
 * When the quiet hours in which `now` lies end; `null` if it lies in none. The clock on the wall decides, so the end is the first
 * moment at which it shows something outside them: when clocks are put forward over the end, that is the moment they are; when they
 * are put back over it, quiet begins anew.
 */
export function quietUntil(hours: Hours, timeZone: string, now: Date): Date | null {
  const here = shownIn(timeZone, now);
  const time = clockTime(here);
  if (!within(hours, time)) return null;
  const endsTomorrow = hours.from > hours.until && time >= hours.from;
  const day = here.toPlainDate().add({ days: endsTomorrow ? 1 : 0 });
  const end = day.toPlainDateTime(Temporal.PlainTime.from(hours.until));
  const first = end.toZonedDateTime(timeZone);
  const left =
    first.epochMilliseconds > now.getTime()
      ? first
      : end.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const leap = here.getTimeZoneTransition('next');
  const leapsOut =
    leap !== null && leap.epochMilliseconds < left.epochMilliseconds && !within(hours, clockTime(leap));
  return dateOf(leapsOut ? leap : left);
}
