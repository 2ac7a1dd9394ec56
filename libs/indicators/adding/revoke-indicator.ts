import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal, type Tlp } from '#access';
import { Acting } from '#audit';
import type { Attribution, IndicatorState, RevokeIndicatorInput } from '#contract';
import { Clock, conflict, forbidden, notFound, timestamp, type WriteTx } from '#platform';
import { locksOf } from '../log/entry-of.js';
import { ObjectLog } from '../log/object-log.js';
import { Indicators } from '../reading/indicators.js';
import { stixOf } from '../stix/to-stix.js';
import { laterThan } from './adding.js';
import type { Details } from './details.js';

/** An indicator as it stands, kept from other changes until the end of the transaction. */
interface Standing {
  readonly id: string;
  readonly sequence: number;
  readonly objectId: string;
  readonly value: string | null;
  readonly pattern: string;
  readonly details: string;
  readonly tlp: Tlp;
  readonly originId: string;
  readonly attribution: Attribution;
  readonly state: IndicatorState;
  readonly addedAt: string;
  readonly updatedAt: string;
}

/** Revokes an indicator. That is for good: whoever believes in it again shares a new one. STIX 2.1, section 3.6. */
@Injectable()
export class RevokeIndicator {
  constructor(
    private readonly acting: Acting,
    private readonly reading: Indicators,
    private readonly log: ObjectLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT for one that is revoked */
  async perform(principal: Principal, input: RevokeIndicatorInput): Promise<{ id: string }> {
    const deed = { principal, action: 'indicator.revoke', operation: 'revokeIndicator', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { id } = await this.reading.get(principal, input.id);
      const standing = await lock(tx, id);
      if (!may(principal.viewer, 'indicator.revoke', { memberId: standing.originId }, principal.scopes))
        throw forbidden();
      if (standing.state === 'REVOKED') throw conflict('It is revoked.');
      await this.revoke(tx, standing);
      tell({ objectType: 'indicator', objectId: id });
      return { id };
    });
  }

  private async revoke(tx: WriteTx, standing: Standing): Promise<void> {
    const { id, sequence, objectId, value, pattern, details, tlp, originId, attribution, addedAt } = standing;
    const updatedAt = laterThan(standing.updatedAt, timestamp(this.clock.now()));
    const { audience, ...locks } = await locksOf(tx, sequence);
    const next = await this.log.append(tx, { ...locks, regions: { audience }, originId, attribution, tlp }, [
      {
        objectId,
        type: 'indicator',
        version: updatedAt,
        specVersion: '2.1',
        sourceId: id,
        completion: 'SIGNED',
        markings: [],
        content: stixOf({
          objectId,
          subject: { value, pattern },
          details: JSON.parse(details) as Details,
          addedAt,
          updatedAt,
          revoked: true,
        }),
        role: 'OBJECT',
        supersedes: sequence,
      },
    ]);
    // The scope is given free: the same value may be shared anew.
    await tx.execute(sql`
      UPDATE indicator SET state = 'REVOKED', scope = ${`revoked ${id}`}, updated_at = ${updatedAt}, sequence = ${next}
      WHERE id = ${id}`);
  }
}

async function lock(tx: WriteTx, id: string): Promise<Standing> {
  const [row] = await tx.rows<Standing>(sql`
    SELECT id, sequence, object_id AS "objectId", value, pattern, details, tlp, origin_id AS "originId", attribution, state, added_at AS "addedAt",
      updated_at AS "updatedAt" FROM indicator WHERE id = ${id} ${tx.forUpdate}`);
  if (!row) throw notFound();
  return row;
}
