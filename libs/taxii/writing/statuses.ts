import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Clock, Database, timestamp, type WriteTx } from '#platform';
import type { ApiRoot } from '../collections/api-roots.js';
import { notThere } from '../protocol/answer.js';

const HOUR = 60 * 60_000;
/** TAXII 2.1, section 4.3, asks for 24 hours at least. */
const KEPT = 48 * HOUR;

/** Status resources: each is for whoever made the request. */
@Injectable()
export class Statuses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async keep(
    tx: WriteTx,
    { viewer }: Principal,
    root: ApiRoot,
    status: { readonly id: string },
  ): Promise<void> {
    const now = this.clock.now().getTime();
    await tx.execute(sql`DELETE FROM taxii_status WHERE at < ${timestamp(new Date(now - KEPT))}`);
    await tx.execute(sql`
      INSERT INTO taxii_status (id, person_id, root, body, at)
      VALUES (${status.id}, ${viewer?.personId ?? ''}, ${root.name}, ${JSON.stringify(status)}, ${timestamp(new Date(now))})`);
  }

  /** @returns JSON. @throws TaxiiError 404 for what is no longer kept, and for another's */
  async read({ viewer }: Principal, root: ApiRoot, id: string): Promise<string> {
    const oldest = timestamp(new Date(this.clock.now().getTime() - KEPT));
    const [row] = await this.database.read((tx) =>
      tx.rows<{ body: string }>(sql`
        SELECT body FROM taxii_status WHERE id = ${id} AND person_id = ${viewer?.personId ?? ''} AND root = ${root.name}
          AND at >= ${oldest}`),
    );
    if (!row) throw notThere();
    return row.body;
  }
}
