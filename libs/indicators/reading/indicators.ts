import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Key, Principal } from '#access';
import { type Connection, connection, firstOf, type IndicatorFilter } from '#contract';
import { atMostTwice, badInput, Database, notFound, Seal, type Tx } from '#platform';
import { perKey, RedOpenings, releaseKeys } from '#publications';
import { amongTexts } from '../log/object-log.js';
import { INDICATOR_COLUMNS, type IndicatorRow, IndicatorView, tlpOf } from './indicator-view.js';
import { entryOpens, publicationOpens } from './visible.js';

export interface IndicatorsWish {
  readonly filter?: IndicatorFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const MOST_TYPES = 20;

/** Indicators as a principal may see them. */
@Injectable()
export class Indicators {
  constructor(
    private readonly database: Database,
    private readonly openings: RedOpenings,
    private readonly seal: Seal,
  ) {}

  /** Those of them that the principal may see, in one statement. */
  async byIds(principal: Principal, ids: readonly string[]): Promise<Map<string, IndicatorView>> {
    const asked = [...new Set(ids)].filter((id) => id.length === 36);
    const held = releaseKeys(principal.held);
    if (asked.length === 0) return new Map();
    const rows = await this.database.read((tx) =>
      tx.rows<IndicatorRow>(sql`
        SELECT ${INDICATOR_COLUMNS} FROM indicator i LEFT JOIN publication p ON p.id = i.publication_id
        WHERE i.id IN (${amongTexts(tx, asked)}) AND ${entryOpens(tx, held, sql`i.sequence`)}`),
    );
    return new Map((await this.views(principal, rows)).map((view) => [view.id, view]));
  }

  /** One that the principal may see; null for an absent one and for one not seen. */
  async one(principal: Principal, id: string): Promise<IndicatorView | null> {
    return (await this.byIds(principal, [id])).get(id) ?? null;
  }

  /** @throws Refusal NOT_FOUND for an absent one and for one not seen: the two are one answer */
  async get(principal: Principal, id: string): Promise<IndicatorView> {
    const found = await this.one(principal, id);
    if (!found) throw notFound();
    return found;
  }

  /** What a principal may see, latest first. @throws Refusal BAD_INPUT naming the field */
  page(principal: Principal, { filter, first, after }: IndicatorsWish): Promise<Connection<IndicatorView>> {
    const { types, activeOnly } = filter ?? {};
    if ((types?.length ?? 0) > MOST_TYPES)
      throw badInput(['filter', 'types'], `Name at most ${MOST_TYPES} types.`);
    const ofTypes = types?.length ? sql`AND i.type IN (${join(types)})` : empty;
    const active = activeOnly ? sql`AND i.state = 'ACTIVE'` : empty;
    return this.list(principal, {
      binding: `all ${[...new Set(types ?? [])].sort()} ${activeOnly === true}`,
      first: firstOf(first),
      after: after ?? null,
      select: (tx, held, before, limit) =>
        visible(tx, held, { before, limit, where: sql`${ofTypes} ${active}` }),
    });
  }

  /** The indicators of a publication that the principal may see, latest first. @throws Refusal BAD_INPUT naming the field */
  ofPublication(
    principal: Principal,
    publicationId: string,
    { first, after }: Omit<IndicatorsWish, 'filter'>,
  ): Promise<Connection<IndicatorView>> {
    return this.list(principal, {
      binding: `of ${publicationId}`,
      first: firstOf(first),
      after: after ?? null,
      select: (tx, held, before, limit) => sql`
        SELECT i.sequence FROM indicator i WHERE i.publication_id = ${publicationId} AND i.sequence < ${before}
          AND ${entryOpens(tx, held, sql`i.sequence`)} ORDER BY i.sequence DESC LIMIT ${limit}`,
    });
  }

  /** STIX ids of the indicators of some publications that the principal may see, latest first, so many of each. */
  async refsOf(
    principal: Principal,
    publicationIds: readonly string[],
    most: number,
  ): Promise<Map<string, string[]>> {
    const held = releaseKeys(principal.held);
    const rows = await this.database.read((tx) =>
      tx.rows<{ objectId: string; publicationId: string }>(sql`
        SELECT "objectId", "publicationId" FROM (
          SELECT i.object_id AS "objectId", i.publication_id AS "publicationId", i.sequence,
            ROW_NUMBER() OVER (PARTITION BY i.publication_id ORDER BY i.sequence DESC) AS place
          FROM indicator i WHERE i.publication_id IN (${amongTexts(tx, publicationIds)})
            AND ${entryOpens(tx, held, sql`i.sequence`)}
        ) seen WHERE place <= ${most} ORDER BY sequence DESC`),
    );
    const refs = new Map<string, string[]>();
    for (const { objectId, publicationId } of rows)
      refs.set(publicationId, [...(refs.get(publicationId) ?? []), objectId]);
    return refs;
  }

  /** Views of rows that a statement found visible. Resolves once the opening of what is red has been written down. */
  async views(principal: Principal, rows: readonly IndicatorRow[]): Promise<IndicatorView[]> {
    const red = rows
      .filter((row) => tlpOf(row) === 'RED')
      .flatMap(({ publicationId }) => publicationId ?? []);
    await this.openings.record(
      principal,
      [...new Set(red)].map((objectId) => ({ objectType: 'publication', objectId })),
    );
    return rows.map((row) => new IndicatorView(row, principal.held));
  }

  private async list(principal: Principal, listing: Listing): Promise<Connection<IndicatorView>> {
    const { binding, first, after, select } = listing;
    const before = after === null ? Number.MAX_SAFE_INTEGER : this.seal.open('indicators', binding, after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const held = releaseKeys(principal.held);
    const rows =
      held.length === 0
        ? []
        : await this.database.read((tx) =>
            tx.rows<IndicatorRow>(sql`
              SELECT ${INDICATOR_COLUMNS} FROM (${select(tx, held, before, first + 1)}) m
              JOIN indicator i ON i.sequence = m.sequence LEFT JOIN publication p ON p.id = i.publication_id
              ORDER BY i.sequence DESC`),
          );
    // The row beyond the page only tells that more follows: it is not opened.
    const nodes = await this.views(principal, rows.slice(0, first));
    const beyond = rows.length > first ? nodes.slice(0, 1) : [];
    return connection([...nodes, ...beyond], {
      first,
      after,
      cursorOf: ({ sequence }) => this.seal.seal('indicators', binding, sequence),
    });
  }
}

interface Listing {
  readonly binding: string;
  readonly first: number;
  readonly after: string | null;
  readonly select: (tx: Tx, held: readonly Key[], before: number, limit: number) => Sql;
}

/** A read of the log's index for each key, latest first, merged. */
function visible(
  { dialect }: Tx,
  held: readonly Key[],
  { before, limit, where }: { before: number; limit: number; where: Sql },
): Sql {
  const read = (
    key: Sql,
  ): Sql => sql`SELECT k.sequence AS sequence FROM shared_object_key k JOIN indicator i ON i.sequence = k.sequence
    WHERE k.key = ${key} AND k.sequence < ${before} AND k.type = 'indicator' AND k.superseded = 0
      AND ${publicationOpens({ dialect }, held)} ${where}`;
  const latest = sql`ORDER BY sequence DESC LIMIT ${limit}`;
  if (dialect === 'sqlite')
    return sql`${join(
      held.map((key) => read(sql`${key}`)),
      ' UNION ',
    )} ${latest}`;
  return sql`SELECT sequence FROM ${perKey(dialect, held, (key) => sql`${read(key)} ORDER BY sequence DESC ${atMostTwice(limit)}`)}
    GROUP BY sequence ${latest}`;
}
