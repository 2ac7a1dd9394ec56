import { type Connection, type Listener, PAUSE, type Watcher } from './connection.js';
import type { LiveLimits } from './limits.js';
import type { Payload } from './payload.js';

/** What becomes of connections that nothing more can be sent on, for now or for good. */
export interface DeliveryEvents {
  expired(connection: Connection): void;
  paused(connection: Connection): void;
  resumed(connection: Connection): void;
}

/**
 * Hands payloads to the network and stops doing so for a connection whose buffer is full: nothing more is kept for it, and
 * it reads on from its cursor when the buffer is empty. So what waits for all clients together stays within
 * `allBuffersBytes`, and beyond that `leastBufferBytes` and one payload for each.
 */
export class Delivery {
  private readonly draining = new Set<Connection>();
  private readonly waiting = new Map<Connection, number>();
  private allWaiting = 0;

  constructor(
    private readonly limits: LiveLimits,
    private readonly events: DeliveryEvents,
    private readonly now: () => number,
  ) {}

  /** @returns whether more can be sent on the connection at once */
  send(listener: Listener, payload: Payload, sequence: number): boolean {
    const { connection } = listener;
    if (!this.hand(listener, payload)) return false;
    listener.cursor = sequence;
    listener.resumeAfter = sequence;
    return this.hasRoom(connection);
  }

  /** The same of what is no entry of the log. */
  tell(watcher: Watcher, payload: Payload): boolean {
    return this.hand(watcher, payload) && this.hasRoom(watcher.connection);
  }

  private hand({ connection, operationId }: Listener | Watcher, payload: Payload): boolean {
    if (connection.standing.expiresAt <= this.now()) {
      this.events.expired(connection);
      return false;
    }
    connection.wire.next(operationId, payload);
    return true;
  }

  private hasRoom(connection: Connection): boolean {
    const bytes = this.count(connection);
    const { allBuffersBytes, bufferBytes, leastBufferBytes } = this.limits;
    if (bytes <= (this.allWaiting > allBuffersBytes ? leastBufferBytes : bufferBytes)) return true;
    this.wait(connection);
    return false;
  }

  /** Bytes that wait for all clients together, as of the last look. */
  get waitingBytes(): number {
    return this.allWaiting;
  }

  /** Looks again at what waits. @returns the connections that have been too slow for too long */
  overdue(): Connection[] {
    for (const connection of this.waiting.keys()) this.count(connection);
    const latest = this.now() - this.limits.drainMs;
    return [...this.draining].filter(({ drainingSince }) => drainingSince <= latest);
  }

  forget(connection: Connection): void {
    this.draining.delete(connection);
    this.allWaiting -= this.waiting.get(connection) ?? 0;
    this.waiting.delete(connection);
  }

  private count(connection: Connection): number {
    const bytes = connection.wire.buffered();
    const before = this.waiting.get(connection) ?? 0;
    if (bytes === before) return bytes;
    this.allWaiting += bytes - before;
    if (bytes > 0) this.waiting.set(connection, bytes);
    else this.waiting.delete(connection);
    return bytes;
  }

  private wait(connection: Connection): void {
    connection.drainingSince = this.now();
    this.draining.add(connection);
    if (connection.pause(PAUSE.DRAINING)) this.events.paused(connection);
    connection.wire.whenDrained(() => {
      if (!this.draining.delete(connection)) return;
      this.count(connection);
      if (connection.resume(PAUSE.DRAINING)) this.events.resumed(connection);
    });
  }
}
