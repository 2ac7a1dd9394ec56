import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { amongIds } from '#members';
import { type Tx, timestamp, type WriteTx } from '#platform';
import type { Settled } from '../../channels/channel.js';
import { type NewDelivery, PutDeliveries } from '../../queue/put-deliveries.js';

/** That a person's address fails for good. */
export interface MailTrouble {
  readonly personId: string;
  readonly since: string;
  readonly said: string;
}

/** That somebody's mail was refused for good, or came back. */
interface Failure {
  readonly personId: string;
  readonly memberId: string;
  readonly said: string;
  readonly at: string;
  /** Whether it was taken first. */
  readonly late?: boolean;
}

/** A mail server that goes on trying gives up after so long (RFC 5321, section 4.5.4.1). Milliseconds. */
const COMES_BACK_WITHIN = 5 * 24 * 60 * 60_000;

/** What a delivery of news about an address carries. */
export interface AddressNews {
  readonly about: 'ADDRESS_FAILING';
  readonly personId: string;
}

/** Keeps which people's addresses fail, and tells those who run their members. */
@Injectable()
export class MailTroubles {
  constructor(private readonly deliveries: PutDeliveries) {}

  /** By person. */
  async of(tx: Tx, personIds: readonly string[]): Promise<Map<string, MailTrouble>> {
    const rows = await tx.rows<MailTrouble>(sql`
      SELECT person_id AS "personId", since, said FROM mail_trouble WHERE person_id ${amongIds(tx, personIds)}`);
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /**
   * An address that a server refuses for good fails from then on; one that takes a mail fails no more, unless what it took before
   * has lately come back.
   */
  async note(tx: WriteTx, settled: readonly Settled[]): Promise<void> {
    const working = settled.filter(({ outcome }) => outcome.state === 'SENT');
    if (working.length > 0) {
      const latest = Math.max(...working.map(({ at }) => Date.parse(at)));
      await tx.execute(sql`
        DELETE FROM mail_trouble WHERE person_id ${amongIds(
          tx,
          working.map(({ due }) => due.address),
        )} AND (late = 0 OR since < ${timestamp(new Date(latest - COMES_BACK_WITHIN))})`);
    }
    for (const { due, outcome, at } of settled) {
      if (outcome.state !== 'FAILED' || outcome.cause !== 'GONE') continue;
      await this.fails(tx, { personId: due.address, memberId: due.memberId, said: outcome.said ?? '', at });
    }
  }

  /** From now on an address fails. */
  async fails(tx: WriteTx, { personId, memberId, said, at, late = false }: Failure): Promise<void> {
    const added = await tx.execute(sql`
      INSERT INTO mail_trouble (person_id, since, said, late) VALUES (${personId}, ${at}, ${said}, ${late ? 1 : 0})
      ON CONFLICT (person_id) DO NOTHING`);
    if (added > 0) await this.tellCoordinators(tx, personId, memberId, at);
  }

  private async tellCoordinators(tx: WriteTx, personId: string, memberId: string, at: string): Promise<void> {
    const coordinators = await tx.rows<{ id: string }>(sql`
      SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id
      WHERE p.member_id = ${memberId} AND r.role = 'COORDINATOR' AND p.suspended_at IS NULL AND p.id <> ${personId}`);
    const carries: AddressNews = { about: 'ADDRESS_FAILING', personId };
    await this.deliveries.put(
      tx,
      coordinators.map(
        ({ id }): NewDelivery => ({
          channel: 'EMAIL',
          address: id,
          personId: id,
          memberId,
          reason: 'NOTICE',
          step: numberOf(`${personId} ${at}`),
          carries,
        }),
      ),
    );
  }
}

/** Tells one such piece of news from every other: 48 bits. */
const numberOf = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 12), 16);
