import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { Database, Foreground, type WriteTx } from '#platform';
import { ReleaseLog } from '#publications';
import { wakeReach } from '../reach/watch-reach.js';
import { PlanRelease, type Ways } from './plan-release.js';

const INBOX = 'inbox';
const AT_ONCE = 1_000;

interface Cursor {
  readonly sequence: number;
  readonly position: string;
}

/**
 * Plans the release log from a durable cursor, entry by entry. Rows and cursor are written in one transaction, so that whatever
 * crashes, an entry is planned once, and on from where it was; of several hubs one plans at a time.
 */
@Injectable()
export class Planner {
  constructor(
    private readonly database: Database,
    private readonly log: ReleaseLog,
    private readonly planning: PlanRelease,
    private readonly foreground: Foreground,
  ) {}

  /**
   * Plans all that waits.
   * @param signal stops it between two steps
   * @param by `inbox` puts it into inboxes and on no way besides: for a past that is made up
   */
  async catchUp(signal?: AbortSignal, atOnce = AT_ONCE, by: Ways = 'all'): Promise<void> {
    while (!signal?.aborted && (await this.isBehind())) {
      await this.foreground.quiet();
      // Others that wait to write have their turn between two steps.
      if (!(await this.step(atOnce, by))) return;
    }
  }

  /**
   * One transaction: a part of the entry that comes next.
   * @param atOnce how many members it goes through in one step, and about how many rows it writes
   * @returns false when nothing waits, or another hub is planning
   */
  step(atOnce = AT_ONCE, by: Ways = 'all'): Promise<boolean> {
    return this.database.write(async (tx) => {
      const cursor = await take(tx);
      if (!cursor) return false;
      const [entry] = await this.log.since(cursor.sequence, 1);
      if (!entry) return false;
      const { done, position } = await this.planning.from(tx, entry, cursor.position, { atOnce, by });
      wakeReach(tx, [entry.publicationId]);
      await put(tx, done ? { sequence: entry.sequence, position: '' } : { ...cursor, position });
      return true;
    });
  }

  private async isBehind(): Promise<boolean> {
    const [row] = await this.database.read((tx) =>
      tx.rows<Cursor>(sql`SELECT sequence, position FROM plan_cursor WHERE name = ${INBOX}`),
    );
    return row !== undefined && row.sequence < (await this.log.head());
  }
}

/** The cursor, held until the end of the transaction; nothing if another hub holds it. */
async function take(tx: WriteTx): Promise<Cursor | undefined> {
  const [row] = await tx.rows<Cursor>(sql`
    SELECT sequence, position FROM plan_cursor WHERE name = ${INBOX}
    ${tx.dialect === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : empty}`);
  return row;
}

async function put(tx: WriteTx, { sequence, position }: Cursor): Promise<void> {
  await tx.execute(
    sql`UPDATE plan_cursor SET sequence = ${sequence}, position = ${position} WHERE name = ${INBOX}`,
  );
}
