import { internal, Refusal, timedOut, unavailable } from '../errors.js';

/** What SQLite and PostgreSQL call a second row with the same key. */
const UNIQUE = /^(SQLITE_CONSTRAINT_UNIQUE|SQLITE_CONSTRAINT_PRIMARYKEY|23505)$/;

/** Serialization failure; deadlock detected. These and the next are of PostgreSQL's manual, appendix A. */
const LOST_RACE = /^(40001|40P01)$/;

const LOCKED = /^SQLITE_BUSY$/;

/** Query cancelled, as it is when it runs into `statement_timeout`. */
const TOO_SLOW = /^57014$/;

/** Connection exceptions, out of resources, shutting down or starting; the system's words; SQLite locked, full or failing. */
const OUT_OF_REACH =
  /^(08|53|57P)[0-9A-Z]+$|^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH)$|^SQLITE_(BUSY|FULL|IOERR|CANTOPEN)/;

const MAX_DEPTH = 10;

type Coded = { readonly code?: unknown; readonly driverError?: unknown; readonly cause?: unknown };

/**
 * Whether an error, or what it says caused it, has such a code; TypeORM's wrapping is looked through. By shape and not by
 * class, since the errors of a native module are not of the class `Error` of every context that uses it.
 */
function hasCode(error: unknown, wanted: RegExp): boolean {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && typeof current === 'object' && current !== null; depth += 1) {
    const { code, driverError, cause } = current as Coded;
    if (typeof code === 'string' && wanted.test(code)) return true;
    current = driverError ?? cause;
  }
  return false;
}

/** Whether a write failed because a row with that key exists, on either engine. The transaction it happened in is lost. */
export const isUniqueViolation = (error: unknown): boolean => hasCode(error, UNIQUE);

/** Whether another process holds the lock of the SQLite file. */
export const isLocked = (error: unknown): boolean => hasCode(error, LOCKED);

/** Whether PostgreSQL gave this transaction up for another's sake, so that it may be tried again. */
export const isLostRace = (error: unknown): boolean => hasCode(error, LOST_RACE);

/**
 * What to tell an outsider of any error: a refusal is itself, a database that is slow or away is TIMEOUT or UNAVAILABLE,
 * all else is INTERNAL. The error is the refusal's `cause`, for the log.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (hasCode(error, TOO_SLOW)) return timedOut(undefined, { cause: error });
  if (hasCode(error, LOST_RACE) || hasCode(error, OUT_OF_REACH))
    return unavailable(undefined, { cause: error });
  return internal({ cause: error });
}
