import { WEEKDAYS, type Weekday } from './digest-times.js';
import { clockTime, type Hours, within } from './quiet-hours.js';
import { shownIn } from './zone.js';

/** Hours on duty on some days of the week; what goes on past midnight belongs to the day on which it began. */
export interface Duty extends Hours {
  readonly days: readonly Weekday[];
}

/** Whether somebody with these hours is on duty; whoever has none is always. */
export function isOnDuty(duties: readonly Duty[], timeZone: string, now: Date): boolean {
  if (duties.length === 0) return true;
  const here = shownIn(timeZone, now);
  const time = clockTime(here);
  const today = WEEKDAYS[here.dayOfWeek - 1] as Weekday;
  const yesterday = WEEKDAYS[(here.dayOfWeek + 5) % 7] as Weekday;
  return duties.some((duty) => {
    if (!within(duty, time)) return false;
    const beganToday = duty.from < duty.until || time >= duty.from;
    return duty.days.includes(beganToday ? today : yesterday);
  });
}
