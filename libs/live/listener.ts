import type { PublicationFilter } from '#contract';
import type { Connection } from './connection.js';
import type { Selection } from './selection.js';

/** One subscription to the release log. */
export class Listener {
  /** Whether it gets entries in step with all others; otherwise it reads on by itself from its cursor. */
  inStep = false;
  /** Whether it was chosen for the entry that is under way and has not been sent it. */
  awaiting = false;
  open = true;
  /** How often in a row reading on has failed. */
  failures = 0;

  constructor(
    readonly connection: Connection,
    readonly operationId: string,
    readonly selection: Selection,
    readonly filter: PublicationFilter | null,
    /** The sequence up to which it has been sent everything that it may see. */
    public cursor: number,
    /**
     * What it may resume after: the last entry that it was sent, or where it asked to begin. Further on its cursor would tell that
     * something was released which it may not see.
     */
    public resumeAfter: number | null,
  ) {}
}
