import { Injectable } from '@nestjs/common';
import { Clock, Database, timestamp } from '#platform';
import type { Channel, Due } from '../channels/channel.js';
import { tally } from '../health/tally.js';
import { claim, isAnyDue, type Room } from './claim.js';
import { type Ended, recordOutcomes } from './record-outcomes.js';

/** How long a worker has what it took. It is well over what an attempt may take, so that only a dead worker loses it. Milliseconds. */
const LEASE = 60_000;

/** What a worker gives and takes in one transaction. */
export interface Turn {
  readonly channel: Channel;
  readonly worker: string;
  readonly ended: readonly Ended[];
  readonly room: Omit<Room, 'channel' | 'toOne'>;
}

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

  /** Writes down what has ended and takes what is due, in one transaction: so many outcomes cost one. */
  turn({ channel, worker, ended, room }: Turn): Promise<Due[]> {
    return this.database.write(async (tx) => {
      if (ended.length > 0) {
        const settled = await recordOutcomes(tx, worker, ended);
        await channel.settled?.(tx, settled);
        await tally(tx, worker, settled);
      }
      if (room.count <= 0) return [];
      const now = this.clock.now();
      const until = timestamp(new Date(now.getTime() + LEASE));
      const taking = { ...room, channel: channel.name, toOne: channel.atOnceToOne };
      return claim(tx, taking, { worker, now: timestamp(now), until });
    });
  }
}
