import { raw, type Sql } from 'sql-template-tag';

/**
 * `LIMIT count`, written into the text and not bound as a value. PostgreSQL plans a prepared statement once for all values, and
 * takes a limit that it cannot see for a tenth of the table: it then finds that plan dear and makes a new one at every call.
 *
 * @param count rows, a whole number from 0; there must be few different ones, since each makes another text
 * @throws RangeError for anything else
 */
export function atMost(count: number): Sql {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('A limit is a whole number from 0.');
  return raw(`LIMIT ${count}`);
}

/**
 * The same for a count that comes from outside: up to twice as many rows, so that there are few different texts.
 *
 * @throws RangeError for anything but a whole number from 0
 */
export const atMostTwice = (count: number): Sql =>
  atMost(Number.isSafeInteger(count) && count > 0 ? 2 ** Math.ceil(Math.log2(count)) : count);
