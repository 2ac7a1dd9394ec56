import type { Viewer } from '#access';
import type { Tx } from '#platform';

/** Reads what somebody's rights are now; given by the library that keeps people. */
export abstract class Rights {
  /** The person's present facts; `null` where there is no such person any more. */
  abstract now(tx: Tx, personId: string): Promise<Viewer | null>;
}
