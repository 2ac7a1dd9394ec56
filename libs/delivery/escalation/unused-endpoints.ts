import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { visible } from '#access';
import { amongIds, Viewers } from '#members';
import type { Tx } from '#platform';
import type { LogEntry } from '#publications';
import type { EndpointRow } from '../webhooks/endpoints/stored.js';
import { isForPersonsOnly, neverLeaves } from '../webhooks/outgoing/plan-webhooks.js';

export type UnusedEndpoint = Pick<EndpointRow, 'id' | 'personId' | 'heldUntil'>;

/** Finds the endpoints of webhooks by which somebody can still be asked. */
@Injectable()
export class UnusedEndpoints {
  constructor(private readonly viewers: Viewers) {}

  /**
   * Those of these people, who may see it, and their member's own, to which the release did not go: whatever they ask for and
   * whatever was switched off, as the answer is wanted.
   */
  async unused(
    tx: Tx,
    { memberId }: { readonly memberId: string },
    entry: LogEntry,
    personIds: readonly string[],
  ): Promise<UnusedEndpoint[]> {
    if (neverLeaves(entry)) return [];
    const asMember = (await this.viewers.asMembers(tx, [memberId])).get(memberId);
    const members =
      asMember && !isForPersonsOnly(entry) && visible(asMember, entry.keys, entry.presentKeys)
        ? sql`OR w.person_id IS NULL`
        : empty;
    return tx.rows<UnusedEndpoint>(sql`
      SELECT w.id, w.person_id AS "personId", w.held_until AS "heldUntil" FROM webhook_endpoint w
      WHERE w.member_id = ${memberId} AND w.state = 'ACTIVE' AND (w.person_id ${amongIds(tx, personIds)} ${members})
        AND NOT EXISTS (SELECT 1 FROM delivery d
          WHERE d.publication_id = ${entry.publicationId} AND d.sequence = ${entry.sequence}
            AND d.channel = 'WEBHOOK' AND d.address = w.id)
      ORDER BY w.id`);
  }
}
