/** What SQLite and PostgreSQL call a second row with the same key. */
const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/** Deadlock detected; could not serialize access. PostgreSQL, appendix A, class 40. */
const LOST_RACE = new Set(['40P01', '40001']);

const MAX_DEPTH = 10;

/** Codes of an error and of all that it says caused it, TypeORM's wrapping included. */
function* codes(error: unknown): Generator<unknown> {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && current instanceof Error; depth += 1) {
    if ('code' in current) yield current.code;
    current = 'driverError' in current ? current.driverError : current.cause;
  }
}

const hasCode = (error: unknown, wanted: ReadonlySet<unknown>): boolean => {
  for (const code of codes(error)) if (wanted.has(code)) return true;
  return false;
};

/** Whether a write failed because a row with that key exists, on either engine. The transaction it happened in is lost. */
export const isUniqueViolation = (error: unknown): boolean => hasCode(error, UNIQUE);

/** Whether PostgreSQL gave this transaction up for another's sake, so that it may be tried again. */
export const isLostRace = (error: unknown): boolean => hasCode(error, LOST_RACE);
