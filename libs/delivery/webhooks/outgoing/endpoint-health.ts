import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { amongIds } from '#members';
import { timestamp, type WriteTx } from '#platform';
import type { Settled } from '../../channels/channel.js';
import { PutDeliveries } from '../../queue/put-deliveries.js';
import { RETRY_AFTER } from '../../queue/retry-schedule.js';
import type { Cause } from '../../queue/vocabulary.js';
import { DELIVERIES } from '../../queue/waiting.js';
import { wakeReach } from '../../reach/watch-reach.js';
import type { EndpointRow } from '../endpoints/stored.js';

const DAY = 24 * 60 * 60_000;
/** An endpoint that fails for so long is sent to no more. */
const GIVE_UP_AFTER = 5 * DAY;
/** A success is noted to the minute. */
const NOTED_EVERY = 60_000;
/** The longest that an endpoint which fails is left alone: the third wait of the schedule. */
const LONGEST_HOLD = 3;

/** Says of a failed attempt nothing about the endpoint. */
const NOT_ITS_FAULT = new Set<Cause>(['INTERNAL', 'DISABLED', 'NOT_VISIBLE']);

/** In a WHERE on `delivery_queue`: what has a moment of its own to be tried again keeps it. */
const UNTRIED = sql`EXISTS (SELECT 1 FROM delivery d WHERE d.id = delivery_id AND d.state = 'PENDING')`;

type Health = Pick<EndpointRow, 'id' | 'personId' | 'memberId' | 'failingSince' | 'failures'>;

/** Endpoints of which it is kept that they are well. */
const MOST_KEPT = 10_000;

/** Keeps how endpoints are. It is written in the ledger's own transaction, and only where something changes. */
@Injectable()
export class EndpointHealth {
  /** When those last took something that do not fail, as far as this process knows, by id. */
  private readonly well = new Map<string, string>();

  constructor(private readonly deliveries: PutDeliveries) {}

  /**
   * What was read of endpoints before something is sent to them: of one that is well, a success says nothing new for a while. Should
   * it have failed elsewhere meanwhile, the next success tells: what failed is tried again.
   */
  seen(endpoints: readonly Pick<EndpointRow, 'id' | 'failingSince' | 'lastSuccessAt'>[]): void {
    if (this.well.size >= MOST_KEPT) this.well.clear();
    for (const { id, failingSince, lastSuccessAt } of endpoints) {
      if (failingSince === null && lastSuccessAt !== null) this.well.set(id, lastSuccessAt);
      else this.well.delete(id);
    }
  }

  async note(tx: WriteTx, settled: readonly Settled[]): Promise<void> {
    const failed = new Map<string, Settled & { cause: Cause }>();
    const succeeded = new Set<string>();
    for (const one of settled) {
      const { outcome, due } = one;
      if (outcome.state === 'SENT') succeeded.add(due.address);
      else if ('cause' in outcome && outcome.state !== 'DROPPED' && !NOT_ITS_FAULT.has(outcome.cause)) {
        failed.set(due.address, { ...one, cause: outcome.cause });
      }
    }
    const at = settled.at(-1)?.at;
    if (at !== undefined) await this.recovered(tx, [...succeeded], at);
    for (const [address, one] of failed) {
      this.well.delete(address);
      if (one.cause === 'GONE') await this.disable(tx, address, 'GONE', one.at);
      else if (!succeeded.has(address)) await this.failing(tx, address, one.cause, one.at);
    }
  }

  /** What was held back for an endpoint that takes things again is due at once. */
  private async recovered(tx: WriteTx, ids: readonly string[], at: string): Promise<void> {
    const noted = timestamp(new Date(Date.parse(at) - NOTED_EVERY));
    const news = ids.filter((id) => (this.well.get(id) ?? '') < noted);
    if (news.length === 0) return;
    const changed = await tx.rows<{ id: string; held: string | null }>(sql`
      UPDATE webhook_endpoint SET failing_since = NULL, failures = 0, last_failure = NULL, last_success_at = ${at}
      WHERE id ${amongIds(tx, news)}
        AND (failing_since IS NOT NULL OR last_success_at IS NULL OR last_success_at < ${noted})
      RETURNING id, held_until AS held`);
    const held = changed.filter((one) => one.held !== null).map(({ id }) => id);
    if (held.length === 0) return;
    await tx.execute(sql`UPDATE webhook_endpoint SET held_until = NULL WHERE id ${amongIds(tx, held)}`);
    await tx.execute(sql`
      UPDATE delivery_queue SET due_at = ${at}
      WHERE address ${amongIds(tx, held)} AND due_at > ${at} AND ${UNTRIED}`);
    tx.wake(DELIVERIES);
  }

  /** Leaves an endpoint alone for a while, so that it is not asked in vain for each thing that waits for it. */
  private async failing(tx: WriteTx, id: string, cause: Cause, at: string): Promise<void> {
    const [endpoint] = await tx.rows<Health>(sql`
      UPDATE webhook_endpoint SET failing_since = coalesce(failing_since, ${at}), failures = failures + 1,
        last_failure = ${cause}
      WHERE id = ${id} AND state = 'ACTIVE'
      RETURNING id, person_id AS "personId", member_id AS "memberId", failing_since AS "failingSince", failures`);
    if (!endpoint) return;
    if (Date.parse(at) - Date.parse(endpoint.failingSince ?? at) >= GIVE_UP_AFTER) {
      await this.disable(tx, id, 'FAILING', at);
      return;
    }
    const wait = RETRY_AFTER[Math.min(endpoint.failures, LONGEST_HOLD) - 1] ?? 0;
    const held = timestamp(new Date(Date.parse(at) + wait));
    await tx.execute(sql`UPDATE webhook_endpoint SET held_until = ${held} WHERE id = ${id}`);
    await tx.execute(sql`
      UPDATE delivery_queue SET due_at = ${held}
      WHERE address = ${id} AND due_at <= ${at} AND leased_by IS NULL AND ${UNTRIED}`);
  }

  /** Ends sending, makes dead letters of what waits, and tells whoever runs it. */
  private async disable(tx: WriteTx, id: string, because: 'FAILING' | 'GONE', at: string): Promise<void> {
    const [endpoint] = await tx.rows<Health>(sql`
      UPDATE webhook_endpoint SET state = 'DISABLED', disabled_because = ${because}, disabled_at = ${at}, held_until = NULL
      WHERE id = ${id} AND state = 'ACTIVE'
      RETURNING id, person_id AS "personId", member_id AS "memberId", failing_since AS "failingSince", failures`);
    if (!endpoint) return;
    const left = await tx.rows<{ id: string }>(sql`
      DELETE FROM delivery_queue WHERE address = ${id} AND leased_by IS NULL
      RETURNING delivery_id AS id`);
    const ids = left.map((one) => one.id);
    const dead = await tx.rows<{ publicationId: string }>(sql`
      UPDATE delivery SET state = 'FAILED', cause = 'DISABLED' WHERE id ${amongIds(tx, ids)}
      RETURNING publication_id AS "publicationId"`);
    wakeReach(
      tx,
      dead.map(({ publicationId }) => publicationId),
    );
    await this.tell(tx, endpoint, at);
  }

  /** By e-mail to its person, or to the member's coordinators. */
  private async tell(tx: WriteTx, { id, personId, memberId }: Health, at: string): Promise<void> {
    const people =
      personId === null
        ? await tx.rows<{ id: string }>(sql`
            SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.role = 'COORDINATOR'
            WHERE p.member_id = ${memberId} AND p.suspended_at IS NULL`)
        : [{ id: personId }];
    const notice = {
      reason: 'NOTICE',
      step: Date.parse(at),
      carries: { about: 'WEBHOOK_DISABLED', endpointId: id },
    } as const;
    await this.deliveries.put(
      tx,
      people.map((person) => ({
        channel: 'EMAIL',
        address: person.id,
        personId: person.id,
        memberId,
        ...notice,
      })),
    );
  }
}
