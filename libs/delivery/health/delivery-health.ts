import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal } from '#access';
import { Clock, Database, forbidden, type Tx, timestamp, unauthenticated } from '#platform';
import { type Cause, type ChannelName, type DeliveryState, SENDING_CHANNELS } from '../queue/vocabulary.js';
import { minuteOf } from './tally.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** What is waited for longer is late. Seconds. */
export const PROMISED_WITHIN = 60;
/** Beyond this many, what waits is not counted one by one. */
const MOST_COUNTED = 100_000;
/** Minutes over which the rate is taken, without the one that has only begun. */
const RATE_OVER = 5;

export interface CauseCount {
  readonly cause: Cause;
  readonly count: number;
}

/** How one channel does. */
export interface ChannelHealth {
  readonly channel: ChannelName;
  readonly waitingCount: number;
  readonly laterCount: number;
  readonly deadCount: number;
  /** Dead letters by why they are, most first. */
  readonly dead: readonly CauseCount[];
  /** 0 when nothing waits. */
  readonly oldestWaitingSeconds: number;
  readonly sentPerMinute: number;
  /** Of the last hour, most first. */
  readonly failures: readonly CauseCount[];
}

export interface Health {
  readonly channels: readonly ChannelHealth[];
  /** Entries of the release log that are not planned to their end. */
  readonly unplannedCount: number;
  readonly oldestUnplannedSeconds: number;
  readonly endpointCount: number;
  readonly failingEndpointCount: number;
  readonly disabledEndpointCount: number;
}

/** What is late, and for how long. */
export interface Lateness {
  /** A channel, or the planning of all. */
  readonly what: ChannelName | 'PLANNING';
  readonly seconds: number;
}

/** How delivery does as a whole. It tells how much there is and never of what, or for whom. */
@Injectable()
export class DeliveryHealth {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal UNAUTHENTICATED; FORBIDDEN for all but operators */
  async of({ viewer, scopes }: Principal): Promise<Health> {
    if (viewer === null) throw unauthenticated();
    if (!may(viewer, 'delivery.operate', { memberId: viewer.member.id }, scopes)) throw forbidden();
    return this.now();
  }

  /** For the hub itself; a dozen short statements. */
  now(): Promise<Health> {
    const now = this.clock.now();
    return this.database.read(async (tx) => {
      const channels: ChannelHealth[] = [];
      for (const channel of SENDING_CHANNELS) channels.push(await channelHealth(tx, channel, now));
      return { channels, ...(await planning(tx, now)), ...(await endpoints(tx)) };
    });
  }

  /** Outcomes since the hub was set up, by what they made of a delivery. */
  totals(): Promise<{ channel: ChannelName; state: DeliveryState; cause: Cause | ''; count: number }[]> {
    return this.database.read((tx) =>
      tx.rows(sql`
        SELECT channel, state, cause, sum(count) AS count FROM delivery_tally GROUP BY channel, state, cause
        ORDER BY channel, state, cause`),
    );
  }
}

/** What takes longer than promised. */
export const latenessOf = ({ channels, oldestUnplannedSeconds }: Health): Lateness[] =>
  [
    { what: 'PLANNING' as const, seconds: oldestUnplannedSeconds },
    ...channels.map(({ channel, oldestWaitingSeconds }) => ({
      what: channel,
      seconds: oldestWaitingSeconds,
    })),
  ].filter(({ seconds }) => seconds > PROMISED_WITHIN);

async function channelHealth(tx: Tx, channel: ChannelName, now: Date): Promise<ChannelHealth> {
  const at = timestamp(now);
  const waiting = (urgent: 0 | 1) => sql`
    SELECT count(*) AS count, min(due_at) AS oldest FROM (
      SELECT q.due_at FROM delivery_queue q
      WHERE q.channel = ${channel} AND q.urgent = ${urgent} AND q.due_at <= ${at}
      ORDER BY q.due_at LIMIT ${MOST_COUNTED}) AS waiting`;
  const [row] = await tx.rows<{ waiting: number; oldest: string | null; later: number; dead: number }>(sql`
    SELECT sum(w.count) AS waiting, min(w.oldest) AS oldest,
      (SELECT count(*) FROM (SELECT 1 AS one FROM delivery_queue q WHERE q.channel = ${channel} AND q.urgent IN (0, 1)
        AND q.due_at > ${at} LIMIT ${MOST_COUNTED}) AS later) AS later,
      (SELECT count(*) FROM (SELECT 1 AS one FROM delivery d WHERE d.channel = ${channel} AND d.dead = 1
        LIMIT ${MOST_COUNTED}) AS dead) AS dead
    FROM (${waiting(1)} UNION ALL ${waiting(0)}) w`);
  const recent = await outcomes(tx, channel, now);
  return {
    channel,
    waitingCount: row?.waiting ?? 0,
    laterCount: row?.later ?? 0,
    deadCount: row?.dead ?? 0,
    dead: await deadBy(tx, channel),
    oldestWaitingSeconds: secondsSince(row?.oldest ?? null, now),
    ...recent,
  };
}

const deadBy = (tx: Tx, channel: ChannelName): Promise<CauseCount[]> =>
  tx.rows(sql`
    SELECT dead.cause, count(*) AS count FROM (
      SELECT d.cause FROM delivery d WHERE d.channel = ${channel} AND d.dead = 1 AND d.cause IS NOT NULL
      LIMIT ${MOST_COUNTED}) AS dead
    GROUP BY dead.cause ORDER BY 2 DESC, dead.cause`);

async function outcomes(
  tx: Tx,
  channel: ChannelName,
  now: Date,
): Promise<Pick<ChannelHealth, 'sentPerMinute' | 'failures'>> {
  const before = (minutes: number) => minuteOf(timestamp(new Date(now.getTime() - minutes * MINUTE)));
  const [sent] = await tx.rows<{ count: number | null }>(sql`
    SELECT sum(count) AS count FROM delivery_tally
    WHERE minute >= ${before(RATE_OVER)} AND minute < ${before(0)} AND channel = ${channel} AND state = 'SENT'`);
  const failures = await tx.rows<CauseCount>(sql`
    SELECT cause, sum(count) AS count FROM delivery_tally
    WHERE minute >= ${before(60)} AND channel = ${channel} AND state IN ('RETRYING', 'FAILED')
    GROUP BY cause ORDER BY 2 DESC, cause`);
  return { sentPerMinute: Math.round((sent?.count ?? 0) / RATE_OVER), failures };
}

async function planning(
  tx: Tx,
  now: Date,
): Promise<Pick<Health, 'unplannedCount' | 'oldestUnplannedSeconds'>> {
  const [row] = await tx.rows<{ count: number; oldest: string | null }>(sql`
    SELECT count(*) AS count, min(at) AS oldest FROM (
      SELECT l.at FROM release l
      WHERE l.sequence > (SELECT c.sequence FROM plan_cursor c WHERE c.name = 'inbox')
      ORDER BY l.sequence LIMIT ${MOST_COUNTED}) AS unplanned`);
  return { unplannedCount: row?.count ?? 0, oldestUnplannedSeconds: secondsSince(row?.oldest ?? null, now) };
}

async function endpoints(
  tx: Tx,
): Promise<Pick<Health, 'endpointCount' | 'failingEndpointCount' | 'disabledEndpointCount'>> {
  const [row] = await tx.rows<{ all: number; failing: number; disabled: number }>(sql`
    SELECT count(*) AS "all", count(CASE WHEN state = 'ACTIVE' AND failing_since IS NOT NULL THEN 1 END) AS failing,
      count(CASE WHEN state = 'DISABLED' THEN 1 END) AS disabled
    FROM webhook_endpoint`);
  return {
    endpointCount: row?.all ?? 0,
    failingEndpointCount: row?.failing ?? 0,
    disabledEndpointCount: row?.disabled ?? 0,
  };
}

const secondsSince = (at: string | null, now: Date): number =>
  at === null ? 0 : Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / SECOND));
