import { badInput, type FieldPath } from '#platform';

/** A time of day as a clock on the wall shows it, `HH:MM` from `00:00` to `23:59`. It compares as text. */
export type LocalTime = string;

const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @throws Refusal BAD_INPUT */
export function readLocalTime(text: string, field: FieldPath): LocalTime {
  if (!LOCAL_TIME.test(text)) throw badInput(field, 'Give a time of day from 00:00 to 23:59.');
  return text;
}
