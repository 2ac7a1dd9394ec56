import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal, type Tlp } from '#access';
import { Acting } from '#audit';
import type { RecordSightingInput } from '#contract';
import { identityOf } from '#exchange';
import { Members } from '#members';
import {
  badInput,
  Clock,
  forbidden,
  Ids,
  notFound,
  timestamp,
  unauthenticated,
  type WriteTx,
} from '#platform';
import { locksOf } from '../log/entry-of.js';
import { FactLog } from '../log/facts.js';
import { ObjectLog } from '../log/object-log.js';
import { Indicators } from '../reading/indicators.js';
import { type Seen, type Sighting, stixOfSighting } from '../stix/sighting.js';

/** STIX 2.1, section 5.2.1. */
const MOST_COUNT = 999_999_999;

/** Says "seen here". It is counted for all who see the indicator; who saw it is told as its member lets it be told. */
@Injectable()
export class RecordSighting {
  constructor(
    private readonly acting: Acting,
    private readonly reading: Indicators,
    private readonly log: ObjectLog,
    private readonly facts: FactLog,
    private readonly members: Members,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field, NOT_FOUND for an indicator that is absent or not seen */
  async perform(principal: Principal, input: RecordSightingInput): Promise<{ id: string }> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const memberId = viewer.member.id;
    if (!may(viewer, 'indicator.sight', { memberId }, principal.scopes)) throw forbidden();
    const now = timestamp(this.clock.now());
    const seen = read(input, now);
    const attribution = input.attribution ?? 'ANONYMOUS';
    const deed = { principal, action: 'indicator.sight', operation: 'recordSighting', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { id: indicatorId } = await this.reading.get(principal, input.indicatorId);
      const id = this.ids.id();
      await this.write(tx, { id, indicatorId, memberId, attribution, at: now, ...seen });
      tell({ objectType: 'indicator', objectId: indicatorId, detail: { sightingId: id } });
      return { id: indicatorId };
    });
  }

  private async write(tx: WriteTx, sighting: Sighting): Promise<void> {
    const { id, indicatorId, memberId, attribution, count, firstSeen, lastSeen, at } = sighting;
    const [indicator] = await tx.rows<{ sequence: number; objectId: string; tlp: Tlp }>(
      sql`SELECT sequence, object_id AS "objectId", tlp FROM indicator WHERE id = ${indicatorId} ${tx.forUpdate}`,
    );
    if (!indicator) throw notFound();
    const { audience, ...locks } = await locksOf(tx, indicator.sequence);
    const shared = { ...locks, regions: { audience }, originId: memberId, attribution, tlp: indicator.tlp };
    if (attribution === 'NAMED') {
      const member = await this.members.get(tx, memberId);
      if (member) await this.facts.append(tx, shared, [identityOf(member)]);
    }
    const sequence = await this.log.append(tx, shared, [
      {
        objectId: `sighting--${id}`,
        type: 'sighting',
        version: at,
        specVersion: '2.1',
        sourceId: id,
        completion: 'SIGNED',
        markings: [],
        content: stixOfSighting(sighting, indicator.objectId),
        role: 'OBJECT',
        supersedes: null,
      },
    ]);
    await tx.execute(sql`
      INSERT INTO sighting (id, sequence, indicator_id, member_id, attribution, count, first_seen, last_seen, at)
      VALUES (${id}, ${sequence}, ${indicatorId}, ${memberId}, ${attribution}, ${count}, ${firstSeen}, ${lastSeen}, ${at})`);
    await tx.execute(sql`
      UPDATE indicator SET sighting_count = sighting_count + ${count},
        first_seen = CASE WHEN first_seen < ${firstSeen} THEN first_seen ELSE ${firstSeen} END,
        last_seen = CASE WHEN last_seen > ${lastSeen} THEN last_seen ELSE ${lastSeen} END
      WHERE id = ${indicatorId}`);
  }
}

function read({ count, firstSeen, lastSeen }: RecordSightingInput, now: string): Seen {
  const times = count ?? 1;
  if (!Number.isInteger(times) || times < 1 || times > MOST_COUNT)
    throw badInput(['input', 'count'], 'Give a whole number from 1 to 999,999,999.');
  const first = firstSeen ?? lastSeen ?? now;
  const last = lastSeen ?? first;
  if (first > last) throw badInput(['input', 'lastSeen'], 'This must not lie before firstSeen.');
  if (last > now)
    throw badInput(
      ['input', lastSeen == null ? 'firstSeen' : 'lastSeen'],
      'This must not lie in the future.',
    );
  return { count: times, firstSeen: first, lastSeen: last };
}
