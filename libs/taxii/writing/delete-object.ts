import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Acting } from '#audit';
import { amongNumbers } from '#indicators';
import type { WriteTx } from '#platform';
import { notThere, TaxiiError } from '../protocol/answer.js';
import type { Asked } from '../protocol/query.js';
import { FindObjects } from '../reading/find.js';
import type { Place } from '../reading/read-objects.js';

const MOST_VERSIONS = 10_000;

/**
 * Deletes an object, or versions of it, that the caller's own member has added by this way: TAXII 2.1, section 5.7. What is a
 * publication's, and what others added, is theirs.
 */
@Injectable()
export class DeleteObject {
  constructor(
    private readonly acting: Acting,
    private readonly finding: FindObjects,
  ) {}

  /** @throws TaxiiError 403 for what is another's, 404 for what is not there */
  async perform(principal: Principal, { root, collection }: Place, asked: Asked): Promise<void> {
    const memberId = principal.viewer?.member.id ?? '';
    const input = { collection: collection.alias, ids: asked.ids };
    const deed = { principal, action: 'indicator.add', operation: 'taxii.deleteObject', input } as const;
    await this.acting.perform(deed, async (tx, tell) => {
      const found = await this.finding.find(principal, {
        root,
        collection,
        asked,
        after: 0,
        limit: MOST_VERSIONS,
      });
      if (found.length === 0) throw notThere();
      const own = found.filter(
        ({ originId, sourceId, completion }) =>
          originId === memberId && sourceId === null && completion === 'MARKED',
      );
      if (own.length < found.length)
        throw new TaxiiError(403, 'Only those who added an object may delete it.');
      await remove(
        tx,
        own.map(({ sequence }) => sequence),
      );
      tell({ objectType: 'object', objectId: own[0]?.objectId ?? '', detail: { versions: own.length } });
    });
  }
}

/** With what is known of it as an indicator. An earlier version that is left is the latest again. */
async function remove(tx: WriteTx, sequences: readonly number[]): Promise<void> {
  const among = amongNumbers(tx, sequences);
  const gone = sql`SELECT id FROM indicator WHERE sequence IN (${among})`;
  const seen = sql`SELECT sequence FROM sighting WHERE indicator_id IN (${gone})`;
  await tx.execute(sql`DELETE FROM shared_object_key WHERE sequence IN (${seen})`);
  await tx.execute(sql`DELETE FROM shared_object WHERE sequence IN (${seen})`);
  await tx.execute(sql`DELETE FROM sighting WHERE indicator_id IN (${gone})`);
  await tx.execute(sql`DELETE FROM indicator_value WHERE indicator_id IN (${gone})`);
  await tx.execute(sql`DELETE FROM indicator WHERE sequence IN (${among})`);
  await tx.execute(sql`DELETE FROM shared_object_key WHERE sequence IN (${among})`);
  await tx.execute(sql`DELETE FROM shared_object WHERE sequence IN (${among})`);
}
