/** Exit codes, as `watchfire --help` lists them. */
export const EXIT = {
  OK: 0,
  FAILURE: 1,
  USAGE: 2,
  NOT_SIGNED_IN: 3,
  REFUSED: 4,
  NOT_FOUND: 5,
  CONFLICT: 6,
  UNREACHABLE: 7,
  AUDIT_BROKEN: 8,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What each exit code means to whoever reads `--help`. */
export const EXIT_MEANINGS: readonly (readonly [Exit, string])[] = [
  [EXIT.OK, 'done'],
  [EXIT.FAILURE, 'failed for another reason'],
  [EXIT.USAGE, 'the command or its input cannot be used as given'],
  [EXIT.NOT_SIGNED_IN, 'not signed in, or no longer'],
  [EXIT.REFUSED, 'you may not do this'],
  [EXIT.NOT_FOUND, 'there is nothing by that id or name that you may see'],
  [EXIT.CONFLICT, 'somebody else changed it meanwhile'],
  [EXIT.UNREACHABLE, 'the hub cannot be reached, or cannot answer now'],
  [EXIT.AUDIT_BROKEN, 'audit verify: the audit log is not what was written'],
];

/** Which exit code stands for which of the hub's refusals, and for this command's own. */
const EXIT_OF: Readonly<Record<string, Exit>> = {
  USAGE: EXIT.USAGE,
  BAD_INPUT: EXIT.USAGE,
  BAD_USER_INPUT: EXIT.USAGE,
  TOO_LARGE: EXIT.USAGE,
  UNAUTHENTICATED: EXIT.NOT_SIGNED_IN,
  FORBIDDEN: EXIT.REFUSED,
  NOT_FOUND: EXIT.NOT_FOUND,
  CONFLICT: EXIT.CONFLICT,
  IDEMPOTENCY_KEY_REUSED: EXIT.CONFLICT,
  UNREACHABLE: EXIT.UNREACHABLE,
  UNAVAILABLE: EXIT.UNREACHABLE,
  TIMEOUT: EXIT.UNREACHABLE,
  AUDIT_BROKEN: EXIT.AUDIT_BROKEN,
};

/** An end without success: one sentence for people, a code for programs. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: string,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }

  get exit(): Exit {
    return EXIT_OF[this.code] ?? EXIT.FAILURE;
  }
}

export const usage = (sentence: string): Failure => new Failure('USAGE', sentence);
export const absent = (sentence: string): Failure => new Failure('NOT_FOUND', sentence);
export const stopped = (): Failure => new Failure('STOPPED', 'Stopped; nothing was done.');
export const signedOut = (sentence: string): Failure => new Failure('UNAUTHENTICATED', sentence);

/** The code of a system error, such as ENOENT; '' for anything else. */
export const systemCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
