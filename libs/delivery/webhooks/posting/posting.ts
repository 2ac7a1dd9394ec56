import type { Outcome } from '../../channels/channel.js';

/** A request to a webhook endpoint. */
export interface Posting {
  /** That of the delivery. */
  readonly id: string;
  readonly url: string;
  /** What signs it, newest first. */
  readonly secrets: readonly string[];
  /** The moment of the attempt. Milliseconds since 1970. */
  readonly at: number;
}

/** What the thread is asked to post. */
export interface Asked {
  readonly bodies: readonly Uint8Array[];
  readonly postings: readonly (Posting & {
    readonly number: number;
    /** Its place among the bodies. */
    readonly body: number;
  })[];
}

/** What became of postings, by their numbers; an error is a fault of our own. */
export type Told = readonly (readonly [number: number, outcome: Outcome | Error])[];
