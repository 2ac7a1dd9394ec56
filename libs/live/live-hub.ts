import type { PublicationFilter } from '#contract';
import { badInput } from '#platform';
import { CatchUp } from './catch-up.js';
import { Connection, type Ending, Listener, Watcher, type Wire } from './connection.js';
import { Delivery } from './delivery.js';
import { LIVE_LIMITS, type LiveLimits } from './limits.js';
import { LiveSet } from './live-set.js';
import { Lru } from './lru.js';
import type {
  Authority,
  Credentials,
  LiveContract,
  LogEntry,
  ReleaseSource,
  Selection,
  Standing,
  Watched,
} from './ports.js';
import { Reader } from './reader.js';
import { Rights } from './rights.js';
import { Watches } from './watches.js';
import { Works } from './works.js';

/** What a live hub works with. */
export interface LiveHubOptions<E extends LogEntry> {
  readonly source: ReleaseSource<E>;
  readonly authority: Authority;
  readonly contract: Pick<LiveContract, 'execute'>;
  /** Makes the cursor that a client resumes with. */
  readonly cursorOf: (sequence: number) => string;
  /** Calls `look` whenever a channel is woken. @returns how to stop it */
  readonly onWake: (channel: string, look: () => void) => () => void;
  /** Has other work of this process make room for what it is given. */
  readonly during?: (work: Promise<void>) => Promise<void>;
  readonly limits?: Partial<LiveLimits>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly report: (error: unknown) => void;
}

const MOST_FILTERS = 500;
const SLOTS = 30;

/**
 * Tells listeners of releases as they happen, whatever carries the connection: each entry of the log that a
 * listener may see, in order, once; under the rights of now; with bounded memory.
 */
export class LiveHub<E extends LogEntry = LogEntry> {
  readonly limits: LiveLimits;
  private readonly source: ReleaseSource<E>;
  private readonly authority: Authority;
  private readonly cursorOf: (sequence: number) => string;
  private readonly report: (error: unknown) => void;
  private readonly now: () => number;
  private readonly live = new LiveSet(() => this.reader.wake());
  private readonly rights: Rights;
  private readonly delivery: Delivery;
  private readonly catchUp: CatchUp;
  private readonly reader: Reader<E>;
  private readonly watches: Watches;
  private readonly filters = new Lru<PublicationFilter>(MOST_FILTERS);
  private readonly slots = Array.from({ length: SLOTS }, () => new Set<Connection>());
  private readonly timers: NodeJS.Timeout[] = [];
  private slot = 0;
  private opened = 0;

  constructor(options: LiveHubOptions<E>) {
    this.limits = { ...LIVE_LIMITS, ...options.limits };
    this.source = options.source;
    this.authority = options.authority;
    this.cursorOf = options.cursorOf;
    this.report = options.report;
    this.now = options.now ?? Date.now;
    const paused = (connection: Connection) => this.paused(connection);
    const resumed = (connection: Connection) => this.resumed(connection);
    const revoked = (connection: Connection) => this.end(connection, 'REVOKED');
    const works = new Works(options.contract, this.limits.executeMs);
    this.rights = new Rights(this.authority, this.limits.retryMs, {
      paused,
      resumed,
      revoked,
      report: this.report,
    });
    this.delivery = new Delivery(this.limits, { paused, resumed, expired: revoked }, this.now);
    this.catchUp = new CatchUp(
      this.source,
      this.live,
      this.rights,
      works,
      this.delivery,
      this.limits,
      this.report,
      (connection) => this.end(connection, 'FAILED'),
    );
    this.reader = new Reader(
      this.source,
      this.live,
      this.rights,
      works,
      this.delivery,
      this.catchUp,
      options.during ?? ((work) => work),
      this.now,
      this.report,
    );
    this.watches = new Watches(this.rights, works, this.delivery, this.limits, options.onWake, this.report);
  }

  async start(): Promise<void> {
    await this.rights.start();
    this.timers.push(
      setInterval(() => this.poll(), this.limits.pollMs).unref(),
      setInterval(() => this.beat(), this.limits.beatMs / SLOTS).unref(),
    );
  }

  /** Ends every connection; clients are told to come back. */
  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const connection of this.connections()) this.end(connection, 'GOING_AWAY');
  }

  /** How much there is of what is bounded. */
  get figures(): {
    readonly connections: number;
    readonly listenersInStep: number;
    readonly watchers: number;
    readonly waitingBytes: number;
  } {
    return {
      connections: this.slots.reduce((sum, slot) => sum + slot.size, 0),
      listenersInStep: this.live.size,
      watchers: this.watches.size,
      waitingBytes: this.delivery.waitingBytes,
    };
  }

  /** Says that the release log may have grown. */
  wakeReleases(): void {
    this.reader.wake();
  }

  /** Says that somebody's rights may have changed. */
  wakeRights(): void {
    this.rights.refresh().catch(this.report);
  }

  /**
   * Opens a connection for whoever these credentials stand for.
   * @throws Refusal when they stand for nobody
   */
  async connect(wire: Wire, credentials: Credentials): Promise<Connection> {
    const since = this.rights.position;
    const standing = await this.authority.authenticate(credentials);
    return this.open(wire, standing, since);
  }

  /**
   * Opens a subscription.
   * @param begin.after the sequence after which it begins; null for now
   * @throws Refusal BAD_INPUT for one that the log has not reached
   */
  async listen(
    connection: Connection,
    operationId: string,
    selection: Selection,
    begin: { readonly after: number | null; readonly filter: PublicationFilter | null },
  ): Promise<Listener> {
    const filter =
      begin.filter && this.filters.get(JSON.stringify(begin.filter), () => begin.filter as PublicationFilter);
    const head = await this.source.head();
    if (begin.after !== null && begin.after > head)
      throw badInput(['after'], 'This cursor lies ahead of the log.');
    // A filter that is not good is refused here, and not when the first release comes.
    if (filter) await this.source.page(connection.standing.principal, { after: head, first: 1, filter });
    const listener = new Listener(
      connection,
      operationId,
      selection,
      filter,
      begin.after ?? head,
      begin.after,
    );
    if (connection.ended) return this.close(listener);
    connection.listeners = connection.listeners.concat(listener);
    const caughtUp = begin.after === null && connection.flowing && this.live.join(listener);
    if (!caughtUp) this.catchUp.add(listener);
    return listener;
  }

  /** Opens a subscription to something that changes. @throws Refusal RATE_LIMITED when there are too many */
  watch(connection: Connection, operationId: string, selection: Selection, watched: Watched): Watcher {
    return this.watches.open(connection, operationId, selection, watched);
  }

  close<T extends Listener | Watcher>(one: T): T {
    if (one instanceof Watcher) this.watches.close(one);
    else this.leave(one);
    return one;
  }

  private leave(listener: Listener): void {
    listener.open = false;
    this.live.leave(listener);
    const { connection } = listener;
    connection.listeners = connection.listeners.filter((one) => one !== listener);
  }

  /** Forgets a connection that has ended. */
  disconnect(connection: Connection): void {
    connection.ended = true;
    connection.generation += 1;
    for (const one of [...connection.listeners, ...connection.watchers]) this.close(one);
    this.rights.remove(connection);
    this.delivery.forget(connection);
    for (const slot of this.slots) slot.delete(connection);
  }

  private open(wire: Wire, standing: Standing, since: number): Connection {
    const connection = new Connection(wire, standing, this.now());
    this.slots[this.opened % SLOTS]?.add(connection);
    this.opened += 1;
    this.rights.add(connection, since);
    return connection;
  }

  private end(connection: Connection, ending: Ending): void {
    if (connection.ended) return;
    const positions = [...connection.listeners].flatMap(({ resumeAfter }) => resumeAfter ?? []);
    this.disconnect(connection);
    connection.wire.end(ending, positions.length > 0 ? this.cursorOf(Math.min(...positions)) : null);
  }

  private paused(connection: Connection): void {
    for (const listener of connection.listeners) this.live.leave(listener);
  }

  private resumed(connection: Connection): void {
    for (const listener of connection.listeners) this.catchUp.add(listener);
    this.watches.resume(connection);
  }

  private poll(): void {
    this.wakeReleases();
    this.wakeRights();
    for (const connection of this.delivery.overdue()) this.end(connection, 'TOO_SLOW');
  }

  /** Goes round all connections once in every `beatMs`, a part of them at a time. */
  private beat(): void {
    this.slot = (this.slot + 1) % SLOTS;
    const now = this.now();
    for (const connection of this.slots[this.slot] ?? []) {
      if (connection.standing.expiresAt <= now) this.end(connection, 'REVOKED');
      else if (!connection.wire.beat()) this.end(connection, 'SILENT');
      else if (now - connection.checkedAt >= this.limits.recheckMs) this.recheck(connection, now);
    }
  }

  /** Looks whether what carries a connection is still good, and thereby counts it as used. */
  private recheck(connection: Connection, now: number): void {
    connection.checkedAt = now;
    this.rights.distrust(connection);
  }

  private *connections(): Generator<Connection> {
    for (const slot of this.slots) yield* slot;
  }
}
