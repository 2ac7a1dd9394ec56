import { bindable } from './sql.js';

/** Values as PostgreSQL's driver takes them; arrays hold texts or numbers. */
export const bindableInPostgres = (values: readonly unknown[]): unknown[] =>
  bindable(values).map((value) => (Array.isArray(value) ? arrayOf(value) : value));

/**
 * Where nothing in it needs a backslash, an array is written as in JSON but for its brackets (PostgreSQL 18, section 8.15.6). The
 * driver, which is left the others, goes twice through each text, for longer than the server needs to find a row by it.
 */
function arrayOf(list: readonly unknown[]): unknown {
  const json = JSON.stringify(list);
  return json.includes('\\') ? list : `{${json.slice(1, -1)}}`;
}
