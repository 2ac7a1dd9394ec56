import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import { type Connection, connection, type DraftFilter, firstOf } from '#contract';
import { atMost, badInput, Database, Seal } from '#platform';
import { digestOf } from '../reading/digest.js';
import { draftingKeys } from '../reading/held-keys.js';
import { perKey } from '../reading/visible.js';
import { DRAFT_COLUMNS, type DraftRow, seesDraft, toDraft } from './draft.js';
import type { DraftView } from './draft-view.js';
import { DraftViews } from './draft-views.js';

export interface DraftsWish {
  readonly filter?: DraftFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Drafts as a principal may see them. */
@Injectable()
export class ReadDrafts {
  constructor(
    private readonly database: Database,
    private readonly views: DraftViews,
    private readonly seal: Seal,
  ) {}

  /** One that the principal may see; null for an absent one and for one not seen. */
  async one(principal: Principal, id: string): Promise<DraftView | null> {
    const rows = await this.rows(sql`SELECT ${DRAFT_COLUMNS}, d.sequence FROM draft d WHERE d.id = ${id}`);
    const [view] = await this.views.of(
      principal,
      rows.map(toDraft).filter((draft) => seesDraft(principal, draft)),
    );
    return view ?? null;
  }

  /** Latest change first. @throws Refusal BAD_INPUT naming the field */
  async page(principal: Principal, wish: DraftsWish): Promise<Connection<DraftView>> {
    const first = firstOf(wish.first);
    const states = [...new Set(wish.filter?.states ?? [])].sort();
    const binding = digestOf(states);
    const before =
      wish.after == null ? Number.MAX_SAFE_INTEGER : this.seal.open('drafts', binding, wish.after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const held = draftingKeys(principal.held);
    const rows = held.length === 0 ? [] : await this.rows(this.select(held, states, before, first + 1));
    const views = await this.views.of(principal, rows.slice(0, first).map(toDraft));
    const sequences = new Map(rows.map(({ id, sequence }) => [id, sequence]));
    return connection(rows.length > first ? [...views, ...views.slice(0, 1)] : views, {
      first,
      after: wish.after ?? null,
      cursorOf: ({ id }) => this.seal.seal('drafts', binding, sequences.get(id) ?? 0),
    });
  }

  private select(held: readonly string[], states: readonly string[], before: number, limit: number): Sql {
    const inState = states.length === 0 ? empty : sql`AND k.state IN (${join(states)})`;
    const read = (key: Sql): Sql => sql`SELECT k.sequence, k.draft_id FROM draft_key k
      WHERE k.key = ${key} AND k.sequence < ${before} ${inState} ORDER BY k.sequence DESC ${atMost(limit)}`;
    return sql`SELECT ${DRAFT_COLUMNS}, d.sequence FROM (
        SELECT sequence, draft_id FROM ${perKey(this.database.dialect, held, read)}
        GROUP BY sequence, draft_id ORDER BY sequence DESC ${atMost(limit)}
      ) m JOIN draft d ON d.id = m.draft_id ORDER BY m.sequence DESC`;
  }

  private rows(statement: Sql): Promise<(DraftRow & { sequence: number })[]> {
    return this.database.read((tx) => tx.rows(statement));
  }
}
