import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { amongIds } from '#members';
import { Clock, Database, timestamp } from '#platform';
import type { Channel, Due, Settled } from '../channels/channel.js';
import { tally } from '../health/tally.js';
import { wakeReach } from '../reach/watch-reach.js';
import { claim, isAnyDue, type Room } from './claim.js';
import { type Ended, recordOutcomes } from './record-outcomes.js';

/**
 * How long a worker has what it took, unless it says that it still has it: so only a dead worker loses it. With the second after
 * which others look, what it had in hand goes on within five. Milliseconds.
 */
export const LEASE = 4_000;

/** The deliveries that are to be sent, and what became of them. */
@Injectable()
export class DeliveryQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  isAnyDue(channel: Channel): Promise<boolean> {
    const now = timestamp(this.clock.now());
    return this.database.read((tx) => isAnyDue(tx, channel.name, now));
  }

  /** Takes what is due. */
  take(channel: Channel, worker: string, room: Omit<Room, 'channel' | 'toOne'>): Promise<Due[]> {
    return this.database.write((tx) => {
      const now = timestamp(this.clock.now());
      const taking = { ...room, channel: channel.name, toOne: channel.atOnceToOne };
      return claim(tx, taking, { worker, now, until: this.leaseEnd() });
    });
  }

  /** Writes down what has ended in one transaction: so many outcomes cost one. */
  async record(channel: Channel, worker: string, ended: readonly Ended[]): Promise<void> {
    await this.database.write(async (tx) => {
      const settled = await recordOutcomes(tx, worker, ended, this.clock.now());
      await channel.settled?.(tx, settled);
      await tally(tx, worker, settled);
      wakeReach(tx, reached(settled));
    });
  }

  /** Says that a worker is still at these. */
  async renew(worker: string, ids: readonly string[]): Promise<void> {
    await this.database.write((tx) =>
      tx.execute(sql`
        UPDATE delivery_queue SET leased_until = ${this.leaseEnd()}
        WHERE delivery_id ${amongIds(tx, ids)} AND leased_by = ${worker}`),
    );
  }

  /** On SQLite nobody but this process sends: what is in somebody's hands when it starts is in those of a dead one. */
  async takeFromTheDead(): Promise<void> {
    if (this.database.dialect !== 'sqlite') return;
    await this.database.write((tx) =>
      tx.execute(
        sql`UPDATE delivery_queue SET leased_by = NULL, leased_until = NULL WHERE leased_by IS NOT NULL`,
      ),
    );
  }

  private leaseEnd(): string {
    return timestamp(new Date(this.clock.now().getTime() + LEASE));
  }
}

/** The publications of those deliveries of which a sender will read something else. */
const reached = (settled: readonly Settled[]): string[] =>
  settled.flatMap(({ due, state }) => (state === 'SENT' || state === 'FAILED' ? [due.publicationId] : []));
