import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { Clock, Database, timestamp, type WriteTx } from '#platform';
import { breaksQuiet } from '#preferences';
import { type LogEntry, ReleaseLog } from '#publications';
import type { Above } from '../answers/unanswered.js';
import { type NewDelivery, PutDeliveries } from '../queue/put-deliveries.js';
import { wakeReach } from '../reach/watch-reach.js';
import { type Due, mailTo, postTo } from './asking.js';
import type { EscalationRow } from './escalation.entity.js';
import { UnusedEndpoints } from './unused-endpoints.js';
import { type Question, WhomToAsk } from './whom-to-ask.js';

const MINUTE = 60_000;
/** The longest wait between two steps. Minutes. */
const LONGEST_WAIT = 60;
const AT_ONCE = 50;
/** Tells whoever sends it that it is about what lies below the reader's jurisdiction. */
const ABOVE: Above = { above: true };
/** How long what goes above is held, so that many silent members of one jurisdiction make one mail. */
const GATHER = 5_000;

/** What is asked about, and the release that asks. */
interface Asked {
  readonly question: Question;
  readonly entry: LogEntry;
}

/** What a step comes to. */
interface Taken {
  readonly step: NonNullable<EscalationRow['step']>;
  readonly contacts: number;
  readonly aboveId: string | null;
  readonly deliveries: readonly NewDelivery[];
}

/**
 * Asks again where no answer came in time: by the next channel, then the member's contacts one after another, then the
 * jurisdiction above. Each step is a row of the ledger, written with the note that it was taken: so whatever crashes, it is taken
 * once, and on from there.
 */
@Injectable()
export class Escalate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: ReleaseLog,
    private readonly whom: WhomToAsk,
    private readonly endpoints: UnusedEndpoints,
    private readonly deliveries: PutDeliveries,
  ) {}

  /** Takes all steps that are due. @param signal stops it between two transactions */
  async catchUp(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.isAnyDue()) && (await this.some()) > 0) {
      // Others that wait to write have their turn in between.
    }
  }

  private async isAnyDue(): Promise<boolean> {
    const now = timestamp(this.clock.now());
    const rows = await this.database.read((tx) =>
      tx.rows(sql`SELECT 1 AS one FROM escalation WHERE state = 'OPEN' AND next_at <= ${now} LIMIT 1`),
    );
    return rows.length > 0;
  }

  private some(): Promise<number> {
    return this.database.write(async (tx) => {
      const now = this.clock.now();
      const skip = tx.dialect === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : sql``;
      const due = await tx.rows<Due>(sql`
        SELECT publication_id AS "publicationId", member_id AS "memberId", sequence, minutes, step, contacts
        FROM escalation WHERE state = 'OPEN' AND next_at <= ${timestamp(now)}
        ORDER BY next_at, publication_id LIMIT ${AT_ONCE} ${skip}`);
      if (due.length === 0) return 0;
      wakeReach(
        tx,
        due.map(({ publicationId }) => publicationId),
      );
      const sequences = [...new Set(due.map(({ sequence }) => sequence))];
      const entries = await this.log.entries(sql`l.sequence IN (${join(sequences)})`);
      for (const one of due) {
        const entry = entries.find(({ sequence }) => sequence === one.sequence);
        await this.step(tx, one, entry, now);
      }
      return due.length;
    });
  }

  private async step(tx: WriteTx, due: Due, entry: LogEntry | undefined, now: Date): Promise<void> {
    const { publicationId, memberId } = due;
    if (await isAnswered(tx, due)) return end(tx, due, 'ANSWERED');
    if (!entry || entry.presentState === 'WITHDRAWN' || isOver(entry, now)) return end(tx, due, 'ENDED');
    const question: Question = {
      publicationId,
      originId: entry.facts.originId,
      locks: [entry.keys, entry.presentKeys],
      severe: breaksQuiet(entry.facts),
    };
    const taken = await this.next(tx, due, { question, entry }, now);
    if (taken === null) return end(tx, due, 'ENDED');
    await this.deliveries.put(tx, taken.deliveries);
    const wait = Math.min(due.minutes, LONGEST_WAIT) * MINUTE;
    const { step, contacts, aboveId } = taken;
    await tx.execute(sql`
      UPDATE escalation SET step = ${step}, contacts = ${contacts}, above_id = ${aboveId},
        state = ${step === 'ABOVE' ? 'ENDED' : 'OPEN'}, next_at = ${timestamp(new Date(now.getTime() + wait))}
      WHERE publication_id = ${publicationId} AND member_id = ${memberId}`);
  }

  /** `null` when nobody is left to ask. */
  private async next(tx: WriteTx, due: Due, asked: Asked, now: Date): Promise<Taken | null> {
    const { question } = asked;
    if (due.step === null) {
      const byChannel = await this.byChannel(tx, due, asked);
      if (byChannel.length > 0) return { step: 'CHANNEL', contacts: 0, aboveId: null, deliveries: byChannel };
    }
    const contact = await this.whom.contact(tx, due.memberId, due.contacts, question);
    if (contact) {
      const { viewer, place } = contact;
      const delivery = mailTo(viewer, due, { step: 2 + place, urgent: question.severe });
      return { step: 'CONTACT', contacts: place + 1, aboveId: null, deliveries: [delivery] };
    }
    const above = await this.whom.above(tx, due.memberId, question);
    if (above === null) return null;
    const dueAt = timestamp(new Date(now.getTime() + GATHER));
    const delivery = mailTo(above, due, {
      step: 1_000,
      urgent: question.severe,
      dueAt,
      carries: ABOVE,
    });
    return { step: 'ABOVE', contacts: due.contacts, aboveId: above.personId, deliveries: [delivery] };
  }

  /** To those whom it was put before, on the ways on which it has not gone to them: e-mail, and the endpoints of webhooks. */
  private async byChannel(tx: WriteTx, due: Due, { question, entry }: Asked): Promise<NewDelivery[]> {
    const told = await this.whom.told(tx, due.memberId, question);
    const ids = told.map(({ personId }) => personId);
    const mailed = await this.whom.mailed(tx, due.publicationId, due.sequence, ids);
    const unmailed = told.filter(({ personId }) => !mailed.has(personId));
    const endpoints = await this.endpoints.unused(tx, due, entry, ids);
    const how = { step: 1, urgent: question.severe };
    return [
      ...unmailed.map((viewer) => mailTo(viewer, due, how)),
      ...endpoints.map((endpoint) => postTo(endpoint, due, how)),
    ];
  }
}

const isOver = ({ facts }: LogEntry, now: Date): boolean =>
  facts.expiresAt !== null && facts.expiresAt <= timestamp(now);

async function isAnswered(tx: WriteTx, { publicationId, memberId }: Due): Promise<boolean> {
  const rows = await tx.rows(sql`
    SELECT 1 AS one FROM acknowledgement WHERE publication_id = ${publicationId} AND member_id = ${memberId}`);
  return rows.length > 0;
}

async function end(
  tx: WriteTx,
  { publicationId, memberId }: Due,
  state: 'ANSWERED' | 'ENDED',
): Promise<void> {
  await tx.execute(sql`
    UPDATE escalation SET state = ${state} WHERE publication_id = ${publicationId} AND member_id = ${memberId}`);
}
