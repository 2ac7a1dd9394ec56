import sql, { empty } from 'sql-template-tag';
import { amongIds } from '#members';
import { timestamp, type WriteTx } from '#platform';
import type { Due, Outcome, Settled } from '../channels/channel.js';
import { type Verdict, verdictOn } from './retry-schedule.js';

/** What the ledger keeps of what the other side said. Characters. */
const LONGEST_SAID = 300;

/**
 * Said by what it is not: by what it is, PostgreSQL would look for these few among all that waits, by the index of that, and take
 * the longer the more does.
 */
const OPEN_YET = sql`state NOT IN ('SENT', 'FAILED', 'DROPPED')`;

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
    const words = told(outcome);
    const key = JSON.stringify([verdict, words]);
    const group = groups.get(key) ?? { verdict, ...words, ids: [] };
    group.ids.push(due.id);
    groups.set(key, group);
    return { due, outcome, state: verdict.state, at };
  });
  for (const group of groups.values()) await write(tx, worker, group, at);
  return settled;
}

function told(outcome: Outcome): Pick<Group, 'said' | 'cause'> {
  const said = 'said' in outcome && outcome.said ? outcome.said.slice(0, LONGEST_SAID) : null;
  return { said, cause: 'cause' in outcome ? outcome.cause : null };
}

async function write(
  tx: WriteTx,
  worker: string,
  { verdict, said, cause, ids }: Group,
  at: string,
): Promise<void> {
  const { state, tried, dueAt } = verdict;
  const mine = state === 'SENT' ? empty : sql`AND leased_by = ${worker}`;
  const due = dueAt === null ? empty : sql`due_at = ${timestamp(dueAt)},`;
  const words = tried || cause !== null ? sql`cause = ${cause}, said = ${said},` : empty;
  await tx.execute(sql`
    UPDATE delivery SET state = ${state}, ${due} ${words}
      ${tried ? sql`tries = tries + 1, tried_at = ${at},` : empty} leased_by = NULL, leased_until = NULL
    WHERE id ${amongIds(tx, ids)} AND ${OPEN_YET} ${mine}`);
}
