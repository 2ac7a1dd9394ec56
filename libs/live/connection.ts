import type { PublicationFilter } from '#contract';
import type { Payload } from './payload.js';
import type { Selection, Standing, Watched } from './ports.js';

/** Why the hub ends a connection. */
export type Ending = 'REVOKED' | 'TOO_SLOW' | 'SILENT' | 'FAILED' | 'GOING_AWAY';

/** The network side of a connection. Nothing here waits. */
export interface Wire {
  next(operationId: string, payload: Payload): void;
  /** Bytes handed over that the network has not taken yet. */
  buffered(): number;
  /** Calls once when all that was handed over has been taken. */
  whenDrained(then: () => void): void;
  /** Sends a sign of life. @returns false when the other side has given none since the last one */
  beat(): boolean;
  /** @param resumeAfter the cursor after which the client has not been sent anything */
  end(ending: Ending, resumeAfter: string | null): void;
}

/** Why nothing is sent on a connection for the moment. */
export const PAUSE = { DRAINING: 1, AUTHORITY: 2 } as const;
type Pause = (typeof PAUSE)[keyof typeof PAUSE];

const NONE: readonly Watcher[] = [];

/** One client, whose listeners share its principal, its network buffer and its fate. */
export class Connection {
  /** Few; an array that has grown by itself keeps room for many, and there are many connections. */
  listeners: readonly Listener[] = [];
  watchers: readonly Watcher[] = NONE;
  /** Grows whenever what was begun for this connection must not be sent any more. */
  generation = 0;
  /** When it began to be too slow, in milliseconds since 1970. */
  drainingSince = 0;
  ended = false;
  private pauses = 0;

  constructor(
    readonly wire: Wire,
    public standing: Standing,
    /** When its rights were last asked for by the clock alone, in milliseconds since 1970. */
    public checkedAt: number,
  ) {}

  get flowing(): boolean {
    return this.pauses === 0 && !this.ended;
  }

  isPaused(pause: Pause): boolean {
    return (this.pauses & pause) !== 0;
  }

  /** @returns whether it flowed until now */
  pause(pause: Pause): boolean {
    const flowed = this.flowing;
    this.pauses |= pause;
    this.generation += 1;
    return flowed;
  }

  /** @returns whether it flows from now on */
  resume(pause: Pause): boolean {
    this.pauses &= ~pause;
    return this.flowing;
  }
}

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

/** One subscription to something that changes. */
export class Watcher {
  open = true;
  /** The state that it was told of last; null before the first. */
  version: string | null = null;

  constructor(
    readonly connection: Connection,
    readonly operationId: string,
    readonly selection: Selection,
    readonly watched: Watched,
  ) {}
}
