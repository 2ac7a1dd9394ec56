const two = (value: number): string => String(value).padStart(2, '0');

/** A moment in this computer's time zone: `2026-11-03 05:00`. */
export function shortTime(iso: string): string {
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A moment with its time zone: `2026-11-03 05:00 CST`. */
export function longTime(iso: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(new Date(iso));
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${shortTime(iso)} ${zone}`.trimEnd();
}

/** `45 minutes`, `2 hours`, `3 days`: minutes as people say them. */
export function span(minutes: number): string {
  const [amount, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
