import { badInput, type FieldPath } from '#platform';
import { readLocalTime } from './time/local-time.js';
import type { Hours } from './time/quiet-hours.js';

/** @throws Refusal BAD_INPUT naming the field */
export function readHours({ from, until }: Hours, field: FieldPath): Hours {
  const hours = {
    from: readLocalTime(from, [...field, 'from']),
    until: readLocalTime(until, [...field, 'until']),
  };
  if (hours.from === hours.until) throw badInput([...field, 'until'], 'The hours must not be empty.');
  return hours;
}
