import { Unreadable } from './unreadable.js';

/** RFC 3339 with any fraction; lower-case letters are read, as the RFC allows. */
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/i;

/**
 * A moment as text that sorts: UTC with nine digits of a fraction. JavaScript's own dates would drop what is below a
 * millisecond and take 30 February for a day in March.
 * @returns null for what is no moment
 */
export function sortable(value: unknown): string | null {
  const found = typeof value === 'string' && value.length <= 64 ? MOMENT.exec(value) : null;
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction = '', sign, offHours, offMinutes] = found;
  const decimals = fraction.slice(0, 9).padEnd(9, '0');
  const said = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (sign === undefined && isPlain(said)) return `${said}.${decimals}Z`;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const leap = second === '60';
  if (!leap && new Date(time).toISOString().slice(0, 19) !== said) return null;
  if (Number(offHours ?? 0) > 23 || Number(offMinutes ?? 0) > 59) return null;
  const offset = (Number(offHours ?? 0) * 60 + Number(offMinutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  const utc = new Date(time - offset);
  if (utc.getUTCFullYear() < 0 || utc.getUTCFullYear() > 9999) return null;
  return `${utc.toISOString().slice(0, 19)}.${decimals}Z`;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `YYYY-MM-DDThh:mm:ss` is a moment by its digits alone, as nearly all are: a bundle has four in each object. */
function isPlain(said: string): boolean {
  const [year, month, day] = [digits(said, 0) * 100 + digits(said, 2), digits(said, 5), digits(said, 8)];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
  const inTime = digits(said, 11) < 24 && digits(said, 14) < 60 && digits(said, 17) < 60;
  return year >= 1000 && day >= 1 && day <= days && inTime;
}

/** The number of two digits. */
const digits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** @throws Unreadable naming where */
export function momentAt(value: unknown, where: string): string {
  const moment = sortable(value);
  if (moment === null) throw new Unreadable(where, 'This is no moment as in RFC 3339.');
  return moment;
}

/** As the hub writes moments: with milliseconds. */
export const inMilliseconds = (moment: string): string => `${moment.slice(0, 23)}Z`;
