const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,12}))?Z$/;

/** Microseconds since 1970 as TAXII 2.1, section 2, writes them: with six digits of a fraction, always. */
export function writeMoment(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  const fraction = String(microseconds - seconds * 1_000_000).padStart(6, '0');
  return `${new Date(seconds * 1_000).toISOString().slice(0, 19)}.${fraction}Z`;
}

/**
 * Microseconds since 1970; null for what is no moment of the calendar. Fewer digits than six are taken, since clients send
 * them; more are cut off, which loses nothing where "after" is strict.
 */
export function readMoment(text: string): number | null {
  const [, second, fraction = ''] = MOMENT.exec(text) ?? [];
  if (second === undefined) return null;
  const time = Date.parse(`${second}Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== second) return null;
  return time * 1_000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}
