import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { may, type Principal, type Viewer } from '#access';
import { Acting } from '#audit';
import type { ReplayDeadLettersInput } from '#contract';
import { amongIds } from '#members';
import { badInput, Clock, forbidden, timestamp, type WriteTx } from '#platform';
import { sendAgain } from '../queue/waiting.js';
import { wakeReach } from '../reach/watch-reach.js';
import { IS_REPLAYABLE, isDead, isKnownTo } from './dead.js';

const MOST_IDS = 100;
const MOST_AT_ONCE = 10_000;

/** Has sent again what was given up, for operators. */
@Injectable()
export class ReplayDeadLetters {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns how many of those that the principal may know of are sent again
   * @throws Refusal FORBIDDEN for all but operators; BAD_INPUT naming the field
   */
  replay(principal: Principal, input: ReplayDeadLettersInput): Promise<number> {
    const deed = { principal, action: 'delivery.replay', operation: 'replayDeadLetters', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { member } = principal.viewer as Viewer;
      if (!may(principal.viewer, 'delivery.replay', { memberId: member.id }, principal.scopes))
        throw forbidden();
      const ids = await this.requeue(tx, chosen(tx, principal, input));
      const count = await known(tx, principal, ids);
      tell({ objectType: 'delivery', objectId: member.id, detail: { count } });
      return count;
    });
  }

  private async requeue(tx: WriteTx, which: Sql): Promise<string[]> {
    const now = timestamp(this.clock.now());
    const letters = sql`
      SELECT d.id FROM delivery d WHERE ${which} AND ${IS_REPLAYABLE} ORDER BY d.planned_at, d.id LIMIT ${MOST_AT_ONCE}`;
    const again = await sendAgain(tx, letters, now);
    const digests = again.filter(({ reason }) => reason === 'DIGEST').map(({ address }) => address);
    // A digest carries what waits for its reader: so all of theirs that failed with one goes with it.
    const carried = sql`
      SELECT d.id FROM delivery d WHERE d.channel = 'DIGEST' AND d.dead = 1 AND d.address ${amongIds(tx, [...new Set(digests)])}`;
    const items = await sendAgain(tx, carried, now);
    wakeReach(
      tx,
      [...again, ...items].map(({ publicationId }) => publicationId),
    );
    return again.map(({ id }) => id);
  }
}

/** @throws Refusal BAD_INPUT unless exactly one way to choose is given */
function chosen(
  tx: WriteTx,
  principal: Principal,
  { ids, all, channels, causes }: ReplayDeadLettersInput,
): Sql {
  if ((ids != null) === (all === true)) throw badInput(['input'], 'Give `ids`, or `all: true`.');
  if (ids == null) return isDead({ channels, causes });
  if (channels != null || causes != null)
    throw badInput(['input', channels != null ? 'channels' : 'causes'], 'This goes with `all` only.');
  if (ids.length > MOST_IDS) throw badInput(['input', 'ids'], `Name at most ${MOST_IDS} at once.`);
  return sql`d.id ${amongIds(tx, [...new Set(ids)])} AND ${isDead({})} AND ${isKnownTo(principal)}`;
}

/** How many of these a principal may know of. */
async function known(tx: WriteTx, principal: Principal, ids: readonly string[]): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    SELECT count(*) AS count FROM delivery d WHERE d.id ${amongIds(tx, ids)} AND ${isKnownTo(principal)}`);
  return row?.count ?? 0;
}
