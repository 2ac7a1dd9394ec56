import sql, { empty } from 'sql-template-tag';
import { amongIds } from '#members';
import { timestamp, type WriteTx } from '#platform';
import type { Due, Outcome, Settled } from '../channels/channel.js';
import { type Verdict, verdictOn } from './retry-schedule.js';
import { leaveQueue } from './waiting.js';

/** What the ledger keeps of what the other side said. Characters. */
const LONGEST_SAID = 300;

const OPEN_YET = sql`state IN ('PENDING', 'RETRYING')`;

/** An attempt that is over. */
export interface Ended {
  readonly due: Due;
  readonly outcome: Outcome;
}

/** What the same words are said of in the ledger. */
interface Group {
  readonly verdict: Verdict;
  readonly said: string | null;
  readonly cause: string | null;
  readonly ids: string[];
}

/**
 * Writes outcomes into the ledger, all as of one moment, and those that are alike in one statement. Whoever lost the lease
 * meanwhile says no more than that it was sent: another worker has the rest in hand.
 */
export async function recordOutcomes(
  tx: WriteTx,
  worker: string,
  ended: readonly Ended[],
  now: Date,
): Promise<Settled[]> {
  const at = timestamp(now);
  const groups = new Map<string, Group>();
  const chance = Math.random();
  const settled = ended.map(({ due, outcome }): Settled => {
    const verdict = verdictOn(outcome, due.tries, now, chance);
    const { said, cause } = told(outcome);
    const key = `${verdict.state} ${verdict.tried} ${verdict.dueAt?.getTime()} ${cause} ${said ?? ''}`;
    const group = groups.get(key);
    if (group) group.ids.push(due.id);
    else groups.set(key, { verdict, said, cause, ids: [due.id] });
    return { due, outcome, state: verdict.state, at };
  });
  for (const group of groups.values()) await write(tx, worker, group, at);
  return settled;
}

function told(outcome: Outcome): Pick<Group, 'said' | 'cause'> {
  const said = 'said' in outcome && outcome.said ? outcome.said.slice(0, LONGEST_SAID) : null;
  return { said, cause: 'cause' in outcome ? outcome.cause : null };
}

async function write(tx: WriteTx, worker: string, group: Group, at: string): Promise<void> {
  const { verdict, said, cause } = group;
  const ids = await requeue(tx, worker, group);
  // What only waits is where it was in the ledger.
  if (!verdict.tried && cause === null) return;
  await tx.execute(sql`
    UPDATE delivery SET state = ${verdict.state}, cause = ${cause}, said = ${said}
      ${verdict.tried ? sql`, tries = tries + 1, tried_at = ${at}` : empty}
    WHERE id ${amongIds(tx, ids)} AND ${OPEN_YET}`);
}

/** Has them wait until they are due again, or wait no more. @returns those of which something is to be said */
async function requeue(tx: WriteTx, worker: string, { verdict: { state, dueAt }, ids }: Group) {
  if (state === 'SENT') {
    await leaveQueue(tx, ids);
    return ids;
  }
  const mine = sql`delivery_id ${amongIds(tx, ids)} AND leased_by = ${worker} RETURNING delivery_id AS id`;
  const rows = await tx.rows<{ id: string }>(
    dueAt === null
      ? sql`DELETE FROM delivery_queue WHERE ${mine}`
      : sql`
        UPDATE delivery_queue SET due_at = ${timestamp(dueAt)}, leased_by = NULL, leased_until = NULL WHERE ${mine}`,
  );
  return rows.map(({ id }) => id);
}
