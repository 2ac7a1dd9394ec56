import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { type Connection, connection, firstOf } from '#contract';
import { amongIds } from '#members';
import { badInput, Database, Seal } from '#platform';
import { RedOpenings } from '#publications';
import { CommentView } from './comment-view.js';
import { type CommentRow, opensComment, seenComments } from './seen.js';

/** Beyond this many, comments are not counted one by one. */
const MOST_COUNTED = 1_000;

interface Page {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Reads comments as a principal may see them. What is red is written down as opened. */
@Injectable()
export class ReadComments {
  constructor(
    private readonly database: Database,
    private readonly openings: RedOpenings,
    private readonly seal: Seal,
  ) {}

  /** A publication's comments in the order of posting. @throws Refusal BAD_INPUT for a size out of bounds or a foreign cursor */
  async page(principal: Principal, publicationId: string, page: Page): Promise<Connection<CommentView>> {
    const first = firstOf(page.first);
    const after = page.after == null ? 0 : this.seal.open('comments', publicationId, page.after);
    if (after === null) throw badInput(['after'], 'This cursor is not of this list.');
    const rows = await this.database.read((tx) =>
      seenComments(
        tx,
        principal,
        sql`c.publication_id = ${publicationId} AND c.sequence > ${after}`,
        first + 1,
      ),
    );
    // The row beyond the page only tells that more follows: it is not opened.
    const views = await this.views(principal, rows.slice(0, first));
    return connection(rows.length > first ? [...views, ...views.slice(0, 1)] : views, {
      first,
      after: page.after ?? null,
      cursorOf: ({ sequence }) => this.seal.seal('comments', publicationId, sequence),
    });
  }

  /** One that the principal may see. */
  async one(principal: Principal, id: string): Promise<CommentView | null> {
    const rows = await this.database.read((tx) => seenComments(tx, principal, sql`c.id = ${id}`, 1));
    const [view] = await this.views(principal, rows);
    return view ?? null;
  }

  /** How many standing comments of each publication the principal may see, to 1,000 at most; in one statement. */
  async counts(principal: Principal, publicationIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read((tx) =>
      tx.rows<{ id: string; count: number }>(sql`
        SELECT c.publication_id AS id, count(*) AS count FROM comment c JOIN publication p ON p.id = c.publication_id
        WHERE c.publication_id ${amongIds(tx, publicationIds)} AND c.state = 'POSTED' AND ${opensComment(principal)}
        GROUP BY c.publication_id`),
    );
    return new Map(rows.map(({ id, count }) => [id, Math.min(count, MOST_COUNTED)]));
  }

  private async views(principal: Principal, rows: readonly CommentRow[]): Promise<CommentView[]> {
    const red = rows.filter(({ tlp, state }) => tlp === 'RED' && state === 'POSTED');
    await this.openings.record(
      principal,
      red.map(({ id }) => ({ objectType: 'comment', objectId: id })),
    );
    return rows.map((row) => new CommentView(row, principal));
  }
}
