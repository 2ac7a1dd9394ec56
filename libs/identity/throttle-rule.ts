const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const LONGEST_BLOCK = 24 * 60 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const MAILBOX_REQUESTS = 5;
const ACCOUNT_TRIES = 10;
const ADDRESS_TRIES = 50;
/** NIST SP 800-63B-4, section 3.2.2: no more than 100 consecutive failures on one account. */
const MOST_IN_A_ROW = 100;

/** Failed tries at an account or from a network. Times in milliseconds since 1970. */
export interface Tries {
  readonly windowStart: number;
  readonly inWindow: number;
  readonly inARow: number;
  readonly blockedUntil: number;
}

export const NO_TRIES: Tries = { windowStart: 0, inWindow: 0, inARow: 0, blockedUntil: 0 };

export interface ThrottleRule {
  mayTry(tries: Tries, now: number): boolean;
  /** The tries with one more, which is taken for a failure until it is known to be right. */
  withOneMore(tries: Tries, now: number): Tries;
}

function counted(tries: Tries, now: number): Tries {
  const inARow = tries.inARow + 1;
  return now - tries.windowStart < WINDOW
    ? { ...tries, inARow, inWindow: tries.inWindow + 1 }
    : { ...tries, inARow, inWindow: 1, windowStart: now };
}

/** 15 minutes after the first ten failures, twice as long after each ten more. */
const block = (inARow: number): number =>
  Math.min(WINDOW * 2 ** (Math.floor(inARow / ACCOUNT_TRIES) - 1), LONGEST_BLOCK);

/** Ten failures in 15 minutes, then a delay that grows; a hundred in a row lock the account until its password is reset. */
export const ACCOUNT_RULE: ThrottleRule = {
  mayTry: ({ inARow, blockedUntil }, now) => inARow < MOST_IN_A_ROW && now >= blockedUntil,
  withOneMore: (tries, now) => {
    const next = counted(tries, now);
    if (next.inWindow < ACCOUNT_TRIES) return next;
    return { inARow: next.inARow, inWindow: 0, windowStart: 0, blockedUntil: now + block(next.inARow) };
  },
};

/** Five requests a day for a link to one mailbox, which nobody is to fill; it never locks the account. */
export const MAILBOX_RULE: ThrottleRule = {
  mayTry: ({ windowStart, inWindow }, now) => now - windowStart >= DAY || inWindow < MAILBOX_REQUESTS,
  withOneMore: (tries, now) =>
    now - tries.windowStart < DAY
      ? { ...tries, inWindow: tries.inWindow + 1 }
      : { ...NO_TRIES, inWindow: 1, windowStart: now },
};

/** Fifty failures in 15 minutes. */
export const ADDRESS_RULE: ThrottleRule = {
  mayTry: ({ windowStart, inWindow }, now) => now - windowStart >= WINDOW || inWindow < ADDRESS_TRIES,
  withOneMore: (tries, now) => ({ ...counted(tries, now), inARow: 0 }),
};
