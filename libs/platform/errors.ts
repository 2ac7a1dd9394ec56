/** Every way in which the hub refuses, as programs see it. A code is never reused for another meaning. */
export const REFUSAL_CODES = [
  'BAD_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'RATE_LIMITED',
  'TOO_LARGE',
  'TOO_COSTLY',
  'TIMEOUT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Where in the input the fault lies, outermost name first: `['input', 'title']`. */
export type FieldPath = readonly string[];

export interface RefusalOptions {
  readonly field?: string | FieldPath | undefined;
  /** For the log only; it never leaves the hub. */
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

/**
 * A refusal that is part of the contract. `message` is a sentence that is safe to show to anybody;
 * `detail` and `cause` are for the log and never leave the hub.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly field?: FieldPath;
  readonly detail?: string;

  constructor(code: RefusalCode, message: string, options: RefusalOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.field !== undefined) {
      this.field = typeof options.field === 'string' ? [options.field] : [...options.field];
    }
    if (options.detail !== undefined) this.detail = options.detail;
  }
}

type Inner = Pick<RefusalOptions, 'detail' | 'cause'>;

/** The input at `field` cannot be taken; `sentence` says what would be. */
export const badInput = (field: string | FieldPath, sentence: string, inner: Inner = {}): Refusal =>
  new Refusal('BAD_INPUT', sentence, { ...inner, field });

/** Absent, or not for this caller to know of: the two are the same answer, word for word. */
export const notFound = (inner: Inner = {}): Refusal =>
  new Refusal('NOT_FOUND', 'There is nothing here by that id.', inner);

/** Only for what the caller can see already; otherwise `notFound()`. */
export const forbidden = (sentence = 'You may not do this.', inner: Inner = {}): Refusal =>
  new Refusal('FORBIDDEN', sentence, inner);

export const unauthenticated = (sentence = 'Sign in first.', inner: Inner = {}): Refusal =>
  new Refusal('UNAUTHENTICATED', sentence, inner);

/** What the caller saw is no longer so, or stands in the way. */
export const conflict = (sentence: string, options: RefusalOptions = {}): Refusal =>
  new Refusal('CONFLICT', sentence, options);

export const idempotencyKeyReused = (field: string | FieldPath, inner: Inner = {}): Refusal =>
  new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another request.', {
    ...inner,
    field,
  });

export const rateLimited = (sentence = 'Too many tries. Wait a while.', inner: Inner = {}): Refusal =>
  new Refusal('RATE_LIMITED', sentence, inner);

export const tooLarge = (sentence: string, options: RefusalOptions = {}): Refusal =>
  new Refusal('TOO_LARGE', sentence, options);

export const tooCostly = (sentence: string, inner: Inner = {}): Refusal =>
  new Refusal('TOO_COSTLY', sentence, inner);

export const timedOut = (sentence = 'This took too long.', inner: Inner = {}): Refusal =>
  new Refusal('TIMEOUT', sentence, inner);

export const unavailable = (
  sentence = 'The hub cannot do this just now. Try again soon.',
  inner: Inner = {},
): Refusal => new Refusal('UNAVAILABLE', sentence, inner);

/** For a fault of ours: what is known of it goes into `detail` and `cause`. */
export const internal = (inner: Inner = {}): Refusal =>
  new Refusal('INTERNAL', 'Something went wrong in the hub.', inner);
