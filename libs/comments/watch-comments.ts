import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Database, type WriteTx } from '#platform';
import { opensComment } from './seen.js';

const channelOf = (publicationId: string): string => `comments:${publicationId}`;

/** Says that something was said about a publication, or taken back. */
export const wakeComments = (tx: WriteTx, publicationId: string): void => tx.wake(channelOf(publicationId));

/** Tells one state of a publication's comments from another. */
@Injectable()
export class WatchComments {
  constructor(private readonly database: Database) {}

  /** What is woken when something may have changed among them. */
  channel(publicationId: string): string {
    return channelOf(publicationId);
  }

  /** The same as long as what the principal may see of them is the same. */
  async version(principal: Principal, publicationId: string): Promise<string> {
    const rows = await this.database.read((tx) =>
      tx.rows(sql`
        SELECT count(*) AS count, max(c.sequence) AS latest, count(c.ended_at) AS ended, max(c.ended_at) AS "lastEnded"
        FROM comment c JOIN publication p ON p.id = c.publication_id
        WHERE c.publication_id = ${publicationId} AND ${opensComment(principal)}`),
    );
    return JSON.stringify(rows);
  }
}
