const MINUTE = 60_000;
const LONGEST = 24 * 60 * MINUTE;

/**
 * When a collection is read again: after its interval, and when it fails after a minute, two, four and so on, a day at most, but
 * never before the server's own word. A fifth of the wait is left to chance, so that hubs do not all come at once.
 *
 * @param chance from 0 to 1
 */
export function nextPoll(
  { everyMinutes, failures, notBefore }: Wish,
  now: Date,
  chance: number = Math.random(),
): Date {
  const wait =
    failures === 0 ? everyMinutes * MINUTE : Math.min(LONGEST, MINUTE * 2 ** Math.min(failures - 1, 20));
  const at = now.getTime() + wait * (1 + chance / 5);
  return new Date(Math.max(at, notBefore?.getTime() ?? 0));
}

interface Wish {
  readonly everyMinutes: number;
  /** In a row, this one with them. */
  readonly failures: number;
  readonly notBefore: Date | null;
}
