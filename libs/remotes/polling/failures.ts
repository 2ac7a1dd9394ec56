import { AddressRefused } from '#platform';

export const POLL_FAILURES = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ADDRESS_REFUSED',
  'BUSY',
  'NOT_ADMITTED',
  'NOT_FOUND',
  'SERVER_ERROR',
  'WRONG_ANSWER',
  'NOT_ALLOWED',
  'REFUSED',
  'INTERNAL',
] as const;
/** Why a remote collection could not be read, or what came not be taken in. */
export type PollFailure = (typeof POLL_FAILURES)[number];

/** A poll that failed. */
export class PollFailed extends Error {
  override readonly name = 'PollFailed';

  /** @param notBefore the server's own word when to come again */
  constructor(
    readonly failure: PollFailure,
    said: string,
    readonly notBefore: Date | null = null,
  ) {
    super(said);
  }
}

const TIMEOUTS = new Set([
  'TimeoutError',
  'AbortError',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** What kept a request from being answered. */
export function failureOf(error: unknown): PollFailed {
  if (error instanceof PollFailed) return error;
  for (let one = error; one !== null && typeof one === 'object'; one = (one as Error).cause) {
    if (one instanceof AddressRefused) return new PollFailed('ADDRESS_REFUSED', one.message);
    const { code, name, cause } = one as NodeJS.ErrnoException;
    const word = typeof code === 'string' ? code : name;
    if (TIMEOUTS.has(word)) return new PollFailed('TIMED_OUT', 'It did not answer in time.');
    if (cause === undefined) return new PollFailed('UNREACHABLE', word);
  }
  return new PollFailed('UNREACHABLE', 'It could not be reached.');
}
