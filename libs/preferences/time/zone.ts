import { Temporal } from 'temporal-polyfill';

const NAME = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;
const LONGEST_NAME = 64;

/** Whether a text names a time zone of the IANA database, such as `America/Chicago`; a bare offset does not. */
export function isTimeZone(text: string): boolean {
  if (text.length > LONGEST_NAME || !NAME.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** A moment as the clocks of a zone show it. */
export const shownIn = (timeZone: string, moment: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);

export const dateOf = (moment: Temporal.ZonedDateTime): Date => new Date(moment.epochMilliseconds);
