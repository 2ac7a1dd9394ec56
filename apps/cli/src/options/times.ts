import { usage } from '../failure.js';

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 };

const durationOf = (text: string): number | null => {
  const match = /^(\d{1,6})\s*(m|h|d|w)[a-z]*$/i.exec(text.trim());
  return match ? Number(match[1]) * (MINUTES[match[2]?.toLowerCase() ?? ''] ?? 0) : null;
};

/** Minutes from `90`, `90m`, `2h`, `1d`. */
export function minutesOf(text: string, field: string): number {
  const minutes = /^\d{1,6}$/.test(text.trim()) ? Number(text) : durationOf(text);
  if (minutes === null) throw usage(`${field} must be a time such as 90m, 2h or 1d.`);
  return minutes;
}

/**
 * A moment in UTC from a date (`2026-11-03`), a date and time (`2026-11-03 18:00`, in this computer's time zone unless it
 * names another), or a span from now (`48h`): into the past for `direction` -1, into the future for 1.
 */
export function momentOf(text: string, field: string, direction: 1 | -1, now = Date.now()): string {
  const span = durationOf(text);
  const at = span === null ? dateOf(text.trim()) : now + direction * span * 60_000;
  if (Number.isNaN(at))
    throw usage(
      `${field} must be a date such as 2026-11-03, a time such as "2026-11-03 18:00", or a span such as 48h.`,
    );
  return new Date(at).toISOString();
}

function dateOf(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:\d{2})?)?$/i.test(text))
    return Number.NaN;
  const [day = '', time] = text.split(/[T ]/i);
  const rest = text.slice(day.length + 1).replace(/\s+/g, '');
  const at = Date.parse(`${day}T${time ? rest : '00:00'}`);
  return realDay(day) ? at : Number.NaN;
}

/** Whether the calendar has that day: JavaScript takes 30 February for 2 March. */
const realDay = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};
