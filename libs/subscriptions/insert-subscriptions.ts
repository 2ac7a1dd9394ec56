import { Injectable } from '@nestjs/common';
import type { InterestInput } from '#contract';
import { Clock, Ids, timestamp, type WriteTx } from '#platform';
import { RegionsService } from '#regions';
import { readInterest } from './read-interest.js';
import { putRegionRows, regionRows } from './region-index.js';
import { columnsOf } from './rows.js';
import { Subscription } from './subscription.entity.js';

/** A subscription of a member. */
export interface NewSubscription {
  readonly memberId: string;
  readonly name: string;
  readonly interest: InterestInput;
}

/** Subscriptions of one statement: with fifteen columns well below the 32,766 values that SQLite binds at most. */
const AT_ONCE = 500;

/** Adds members' subscriptions by the thousand: for what is set up, not for what somebody asks for. */
@Injectable()
export class InsertSubscriptions {
  constructor(
    private readonly regions: RegionsService,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT for an interest that is none */
  async insertMany(tx: WriteTx, subscriptions: readonly NewSubscription[]): Promise<void> {
    const now = timestamp(this.clock.now());
    const tree = this.regions.tree();
    for (let start = 0; start < subscriptions.length; start += AT_ONCE) {
      const placed = subscriptions.slice(start, start + AT_ONCE).map(({ memberId, name, interest }) => ({
        id: this.ids.id(),
        memberId,
        name,
        interest: readInterest(interest, tree),
      }));
      const rows = placed.map(({ id, memberId, name, interest }) => ({
        ...{ id, memberId, name, owner: 'MEMBER' as const, personId: null, createdAt: now, updatedAt: now },
        ...columnsOf(interest),
      }));
      await tx.manager.insert(Subscription, rows);
      await putRegionRows(
        tx,
        placed.flatMap((each) => regionRows(each, each.interest, tree)),
      );
    }
  }
}
