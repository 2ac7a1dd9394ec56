import sql, { bulk } from 'sql-template-tag';
import type { WriteTx } from '#platform';
import type { Settled } from '../channels/channel.js';

/** RFC 3339 to the minute. */
export const minuteOf = (at: string): string => at.slice(0, 16);

/** Counts outcomes, in the transaction that writes them down. What only waits is none. */
export async function tally(tx: WriteTx, worker: string, settled: readonly Settled[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const { due, outcome, state, at } of settled) {
    if (outcome.state === 'WAIT') continue;
    const cause = 'cause' in outcome ? outcome.cause : '';
    const key = `${minuteOf(at)} ${due.channel} ${state} ${cause}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return;
  const rows = [...counts].map(([key, count]) => [...key.split(' '), worker, count]);
  await tx.execute(sql`
    INSERT INTO delivery_tally (minute, channel, state, cause, worker, count) VALUES ${bulk(rows)}
    ON CONFLICT (minute, channel, state, cause, worker) DO UPDATE SET count = delivery_tally.count + excluded.count`);
}

/** Makes one row of all minutes before one, for each thing that is counted. */
export async function foldTally(tx: WriteTx, before: string): Promise<void> {
  const old = sql`minute <> '' AND minute < ${before}`;
  await tx.execute(sql`
    INSERT INTO delivery_tally (minute, channel, state, cause, worker, count)
    SELECT '', channel, state, cause, '', sum(count) FROM delivery_tally WHERE ${old} GROUP BY channel, state, cause
    ON CONFLICT (minute, channel, state, cause, worker) DO UPDATE SET count = delivery_tally.count + excluded.count`);
  await tx.execute(sql`DELETE FROM delivery_tally WHERE ${old}`);
}
