import type { Letter } from '../letter/letter.js';

/** A letter on its way to one mailbox. */
export interface Mail {
  /** The same on a retry: what stands before the `@` of its Message-ID. */
  readonly id: string;
  /** The delivery that it is, a UUID: what a report names if it comes back. */
  readonly deliveryId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: Letter;
  /** The id of the mail that it follows up. */
  readonly follows?: string;
  /** Where a POST ends what this mail is one of (RFC 8058); none for what nobody can switch off. */
  readonly unsubscribe?: string;
  /** Whether it is to stand out. */
  readonly important?: boolean;
}

/** How sending a mail ended. */
export type Sent =
  | { readonly state: 'SENT'; readonly said: string }
  /** It may go later: the server is away, or busy, or does not take it just now. */
  | {
      readonly state: 'LATER';
      readonly cause: 'UNREACHABLE' | 'TIMED_OUT' | 'BUSY' | 'REJECTED';
      readonly said: string;
    }
  /** It will never go: the mailbox is not there, or this mail is not wanted. */
  | { readonly state: 'NEVER'; readonly cause: 'GONE' | 'REJECTED'; readonly said: string };
