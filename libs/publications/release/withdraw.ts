import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { badInput, conflict, type WriteTx } from '#platform';
import { type Appended, AppendRelease } from './append-release.js';
import { assertMay, required, type Standing } from './standing.js';

const MOST_SUPERSEDED = 20;
const SUPERSEDED = 'Superseded.';

/** Withdraws publications that stand: by themselves, or because another supersedes them in the same moment. */
@Injectable()
export class Withdraw {
  constructor(private readonly log: AppendRelease) {}

  one(
    tx: WriteTx,
    by: Principal,
    standing: Standing,
    reason: string,
    supersededById: string | null,
  ): Promise<Appended> {
    return this.log.append(tx, {
      what: 'WITHDRAWN',
      publicationId: standing.id,
      originId: standing.originId,
      composed: standing.composed,
      keys: standing.keys,
      authorId: standing.authorId,
      releasedById: by.viewer?.personId ?? '',
      note: null,
      standing,
      withdrawal: { reason, supersededById },
    });
  }

  async superseded(
    tx: WriteTx,
    by: Principal,
    targets: readonly Standing[],
    publicationId: string,
  ): Promise<void> {
    for (const target of targets) {
      await this.one(tx, by, target, SUPERSEDED, publicationId);
      await tx.execute(sql`
        INSERT INTO publication_supersedes (publication_id, superseded_id) VALUES (${publicationId}, ${target.id})`);
    }
  }
}

/** The ids of what is to be superseded, as asked. @throws Refusal BAD_INPUT naming the field */
export function supersedesOf(ids: readonly string[] | null | undefined): string[] {
  const field = ['input', 'supersedesIds'];
  if (ids && ids.length > MOST_SUPERSEDED)
    throw badInput(field, `This takes at most ${MOST_SUPERSEDED} entries.`);
  return [...new Set(ids ?? [])];
}

/**
 * What somebody asks to supersede, each of which they must be able to withdraw.
 * @param itself the publication that supersedes it, if that is there already
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT
 */
export function supersedable(
  by: Principal,
  standing: ReadonlyMap<string, Standing>,
  ids: readonly string[],
  itself: string | null = null,
): readonly Standing[] {
  return ids.map((id) => {
    const target = required(standing, id);
    if (id === itself) throw badInput(['input', 'supersedesIds'], 'A publication does not supersede itself.');
    assertMay(by, 'publication.withdraw', target.originId);
    if (target.state === 'WITHDRAWN')
      throw conflict('It has been withdrawn already.', { field: ['input', 'supersedesIds'] });
    return target;
  });
}
