import type { Viewer } from '#access';
import type { Tx, WriteTx } from '#platform';
import type { LogEntry } from '#publications';
import type { MemberRange } from '#subscriptions';
import type { Arrival } from '../planning/inbox-rows.js';
import type { NewDelivery } from '../queue/put-deliveries.js';
import type { Cause, ChannelName, DeliveryReason, DeliveryState } from '../queue/vocabulary.js';

/** Somebody whom a release is put before, and why. */
export type Told = Arrival & { readonly viewer: Viewer };

/** A release as it comes to some members in a row: what a channel plans from. */
export interface Telling {
  readonly entry: LogEntry;
  readonly range: MemberRange;
  /** Those of the members' people before whom it is put. */
  readonly told: readonly Told[];
}

/** A delivery that a worker has taken and is to send now. It carries ids; everything else is loaded afresh. */
export interface Due {
  readonly id: string;
  readonly channel: ChannelName;
  readonly address: string;
  readonly personId: string | null;
  readonly memberId: string;
  readonly publicationId: string;
  readonly sequence: number;
  readonly reason: DeliveryReason;
  readonly step: number;
  readonly carries: string | null;
  readonly tries: number;
  readonly plannedAt: string;
}

/** How an attempt ended. `said` is what the other side said, for whoever reads the ledger. */
export type Outcome =
  | { readonly state: 'SENT'; readonly said?: string }
  /** To be tried again, by the schedule of retries, and not before `notBefore`. */
  | { readonly state: 'RETRY'; readonly cause: Cause; readonly said?: string; readonly notBefore?: Date }
  /** Never to be tried again by itself. */
  | { readonly state: 'FAILED'; readonly cause: Cause; readonly said?: string }
  /** Whoever it was for may not have it now, or does not want it. */
  | { readonly state: 'DROPPED'; readonly cause: Cause }
  /** Not sent, and not tried: it waits, as in hours of quiet that began since. */
  | { readonly state: 'WAIT'; readonly until: Date };

/** Sends one delivery. It ends by itself within a bounded time; the signal says when nobody waits for it any more. */
export type Attempt = (signal: AbortSignal) => Promise<Outcome>;

/** An outcome on its way into the ledger. */
export interface Settled {
  readonly due: Due;
  readonly outcome: Outcome;
  /** What the ledger will say, when the schedule of retries is taken into account. */
  readonly state: DeliveryState;
  readonly at: string;
}

/** A way to reach somebody. */
export interface Channel {
  readonly name: ChannelName;
  /** How many one process sends at once. */
  readonly atOnce: number;
  /** An attempt that takes longer is given up. Milliseconds. */
  readonly longest?: number;
  /** Whether its attempts take no notice of their signal, which then need not be made. */
  readonly deaf?: boolean;
  /** How many of them may go to one address, so that none takes what others need. */
  readonly atOnceToOne: number;

  /** Which deliveries a release makes. It is asked in the planner's transaction, and must answer alike when asked again. */
  plan(tx: Tx, telling: Telling): Promise<readonly NewDelivery[]>;

  /**
   * Makes ready to send: loads all that the deliveries need in a few statements, and asks afresh whether each may be sent.
   * What it leaves out is dropped as no longer visible.
   */
  prepare(due: readonly Due[]): Promise<ReadonlyMap<string, Attempt>>;

  /** Takes note of outcomes in the transaction in which the ledger does, as of the health of an address. */
  settled?(tx: WriteTx, settled: readonly Settled[]): Promise<void>;
}

/** The token of the channels, an array. */
export const DELIVERY_CHANNELS = Symbol('DELIVERY_CHANNELS');
