import fc from 'fast-check';
import { WEEKDAYS } from './digest-times.js';

/** The six time zones of the states, a state without summer time, and Guam. */
export const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Phoenix',
  'Pacific/Guam',
] as const;

/** Clocks go forward on 8 March 2026 and back on 1 November 2026: two days around each. */
const AROUND = [Date.parse('2026-03-07T00:00Z'), Date.parse('2026-10-31T00:00Z')];
const MINUTE = 60_000;

export const zones = fc.constantFrom(...ZONES);
export const localTimes = fc
  .nat(24 * 60 - 1)
  .map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
export const hours = fc
  .record({ from: localTimes, until: localTimes })
  .filter(({ from, until }) => from !== until);
export const weekdays = fc.constantFrom(...WEEKDAYS);

/** Whole minutes near a change of the clocks, or anywhere in the year. */
export const moments = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...AROUND), fc.nat(3 * 24 * 60)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant(Date.parse('2026-01-01T00:00Z')), fc.nat(365 * 24 * 60)) },
  )
  .map(([start, minutes]) => new Date(start + minutes * MINUTE));

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** What clocks show, by the platform's own calendar and not by the library under test: `SUN 2026-03-08 03:00`. */
export function wall(timeZone: string, moment: Date): { date: string; time: string; weekday: string } {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'long',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  FORMATS.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    weekday: (parts.weekday ?? '').toUpperCase(),
  };
}
