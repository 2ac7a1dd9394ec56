import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import { type Connection, connection, firstOf, type PublicationFilter } from '#contract';
import { badInput, Clock, Database, Seal, timestamp } from '#platform';
import { RegionsService } from '#regions';
import type { TextQuery } from '../search/text-index.js';
import { digestOf } from './digest.js';
import { type Wanted, wantedBy } from './filter.js';
import { PUBLICATION_COLUMNS, type PublicationRow } from './publication-row.js';
import type { PublicationView } from './publication-view.js';
import { Views } from './views.js';
import { visibleMatches } from './visible.js';

export interface FeedWish {
  readonly filter?: PublicationFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A list of publications whose every part has been checked. */
export interface Listing {
  readonly purpose: 'feed' | 'search';
  readonly wanted: Wanted;
  readonly text: TextQuery | null;
  /** Names what was asked for; its cursors are good for nothing else. */
  readonly binding: string;
  readonly first: number;
  readonly after: string | null;
}

/** Lists what a principal may see, latest release first: one statement for the page, whatever there is besides. */
@Injectable()
export class Feed {
  constructor(
    private readonly database: Database,
    private readonly views: Views,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field */
  page(principal: Principal, { filter, first, after }: FeedWish): Promise<Connection<PublicationView>> {
    return this.list(principal, {
      purpose: 'feed',
      wanted: wantedBy(filter, this.regions.tree()),
      text: null,
      binding: digestOf(filter ?? {}),
      first: firstOf(first),
      after: after ?? null,
    });
  }

  async list(principal: Principal, listing: Listing): Promise<Connection<PublicationView>> {
    const { purpose, binding, first, after, wanted, text } = listing;
    const before = after === null ? Number.MAX_SAFE_INTEGER : this.seal.open(purpose, binding, after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const now = timestamp(this.clock.now());
    const search = { held: principal.held, wanted, text, before, limit: first + 1, now };
    const rows = await this.database.read((tx) =>
      tx.rows<PublicationRow>(withRevisions(visibleMatches(tx.dialect, search))),
    );
    // The row beyond the page only tells that more follows: it is not opened.
    const nodes = await this.views.of(principal, rows.slice(0, first));
    const beyond = rows.length > first ? nodes.slice(0, 1) : [];
    return connection([...nodes, ...beyond], {
      first,
      after,
      cursorOf: ({ sequence }) => this.seal.seal(purpose, binding, sequence),
    });
  }
}

const withRevisions = (matches: Sql): Sql => sql`
  SELECT ${PUBLICATION_COLUMNS} FROM (${matches}) m JOIN publication p ON p.id = m.publication_id
  JOIN revision r ON r.id = p.revision_id ORDER BY m.sequence DESC`;
