import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { atMost, Clock, Database, timestamp, type WriteTx } from '#platform';
import { AccessChangeRow } from './entities/access-change.entity.js';

/**
 * Whose rights changed. `MEMBER`: all its people. `GROUP`: the people of the members that it has now and of those it had.
 * `SESSION`: whatever is carried by that session, token or API key.
 */
export type AccessSubject = 'PERSON' | 'MEMBER' | 'GROUP' | 'SESSION';

export interface AccessChange {
  readonly sequence: number;
  readonly subject: AccessSubject;
  readonly subjectId: string;
}

/** The log of changes of anyone's rights: live connections read it from a cursor, and re-check what it names. */
@Injectable()
export class AccessChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds an entry when the transaction is about to commit, so that its number is taken late and held shortly. */
  record(tx: WriteTx, subject: AccessSubject, id: string): void {
    tx.beforeCommit(async (closing) => {
      await closing.manager.insert(AccessChangeRow, {
        sequence: await closing.nextSequence('access_change'),
        subject,
        subjectId: id,
        at: timestamp(this.clock.now()),
      });
      closing.wake('access');
    });
  }

  /** Entries after a sequence, in order. */
  since(sequence: number, limit = 1000): Promise<AccessChange[]> {
    return this.database.read((tx) =>
      tx.rows<AccessChange>(sql`
        SELECT sequence, subject, subject_id AS "subjectId" FROM access_change
        WHERE sequence > ${sequence} ORDER BY sequence ${atMost(limit)}`),
    );
  }

  /** The newest entry's sequence; 0 before the first. */
  async head(): Promise<number> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ value: number }>(sql`SELECT value FROM sequence WHERE name = 'access_change'`),
    );
    return row?.value ?? 0;
  }
}

/**
 * The release log's newest sequence, held until the end of the transaction: no release gets a number meanwhile, so a right that
 * begins here began exactly between this release and the next.
 */
export async function releaseHead(tx: WriteTx): Promise<number> {
  const [row] = await tx.rows<{ value: number }>(sql`
    INSERT INTO sequence (name, value) VALUES ('release', 0)
    ON CONFLICT (name) DO UPDATE SET value = sequence.value RETURNING value`);
  return row?.value ?? 0;
}
