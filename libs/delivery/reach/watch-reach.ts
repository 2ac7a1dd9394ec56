import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Database, type Tx, type WriteTx } from '#platform';
import { Publications } from '#publications';
import { cellsOf } from './cells.js';
import { mayReadReach } from './who-may-read.js';

const channelOf = (publicationId: string): string => `reach:${publicationId}`;

/** Says that whom these publications reached, or who answered, may have changed. */
export function wakeReach(tx: WriteTx, publicationIds: Iterable<string>): void {
  for (const id of new Set(publicationIds)) if (id !== '') tx.wake(channelOf(id));
}

/** Tells one state of a publication's reach from another. */
@Injectable()
export class WatchReach {
  constructor(
    private readonly database: Database,
    private readonly publications: Publications,
  ) {}

  /** What is woken when it may have changed. */
  channel(publicationId: string): string {
    return channelOf(publicationId);
  }

  /**
   * The same as long as all that can be read of it is the same, for all who may read it; null for whoever may not.
   * @param look what is read once for all who look together
   */
  async version(
    principal: Principal,
    publicationId: string,
    look: Map<string, Promise<string>>,
  ): Promise<string | null> {
    const publication = await this.publications.one(principal, publicationId);
    if (!publication || !mayReadReach(principal, publication)) return null;
    const known = look.get(publicationId) ?? this.read(publicationId, publication.originId);
    look.set(publicationId, known);
    return known;
  }

  private async read(publicationId: string, originId: string): Promise<string> {
    return this.database.read(async (tx) => {
      const cells = (await cellsOf(tx, publicationId, originId)).map((cell) => JSON.stringify(cell)).sort();
      return JSON.stringify([cells, await answers(tx, publicationId), await escalations(tx, publicationId)]);
    });
  }
}

const answers = (tx: Tx, publicationId: string) =>
  tx.rows(sql`
    SELECT count(*) AS count, max(at) AS latest FROM acknowledgement WHERE publication_id = ${publicationId}`);

const escalations = (tx: Tx, publicationId: string) =>
  tx.rows(sql`
    SELECT state, step, count(*) AS count, max(next_at) AS latest, CAST(sum(contacts) AS INTEGER) AS contacts FROM escalation
    WHERE publication_id = ${publicationId} GROUP BY state, step ORDER BY state, step`);
