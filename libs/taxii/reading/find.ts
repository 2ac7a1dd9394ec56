import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { Principal, PublicationKind, Tlp } from '#access';
import type { Attribution, PublicationState } from '#contract';
import { amongTexts, type Completion, isHeld } from '#indicators';
import { atMostTwice, Database, type Tx } from '#platform';
import { perKey, releaseKeys } from '#publications';
import { STIX_VERSIONS } from '../protocol/media.js';
import { conditions, narrows, type Sight, type Sought } from './conditions.js';

/** An entry of the log of objects that a caller may see, with what its publication says of it now. */
export interface Entry {
  readonly sequence: number;
  /** Microseconds since 1970. */
  readonly added: number;
  readonly objectId: string;
  readonly type: string;
  readonly version: string;
  readonly specVersion: string;
  readonly sourceId: string | null;
  readonly originId: string | null;
  readonly completion: Completion;
  readonly attribution: Attribution;
  readonly tlp: Tlp;
  readonly markings: string | null;
  readonly content: string;
  readonly publicationId: string | null;
  readonly presentTlp: Tlp | null;
  readonly presentAttribution: Attribution | null;
  readonly presentState: PublicationState | null;
  readonly presentStatus: string | null;
  readonly presentKind: PublicationKind | null;
}

export interface Wish extends Sought {
  /** Only what was logged after this entry. */
  readonly after: number;
  readonly limit: number;
}

const COLUMNS = sql`s.sequence, s.added, s.object_id AS "objectId", s.type, s.version, s.spec_version AS "specVersion",
  s.source_id AS "sourceId", s.origin_id AS "originId", s.completion, s.attribution, s.tlp, s.markings, s.content,
  s.publication_id AS "publicationId", p.tlp AS "presentTlp", p.attribution AS "presentAttribution",
  p.state AS "presentState", p.status AS "presentStatus", p.kind AS "presentKind"`;

/** Finds entries of the log as a caller may see them, in order. */
@Injectable()
export class FindObjects {
  constructor(private readonly database: Database) {}

  /** The last entry at or before a moment, in microseconds: what was added after it comes after that entry. */
  async placeOf(moment: number): Promise<number> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ sequence: number }>(
        sql`SELECT sequence FROM shared_object WHERE added <= ${moment} ORDER BY added DESC LIMIT 1`,
      ),
    );
    return row?.sequence ?? 0;
  }

  /** One statement, whatever there is besides. */
  async find(principal: Principal, wish: Wish): Promise<Entry[]> {
    const held = releaseKeys(principal.held);
    const { specVersions } = wish.asked;
    if (held.length === 0 || (specVersions && !specVersions.some((one) => STIX_VERSIONS.includes(one))))
      return [];
    return this.database.read((tx) => {
      const sight = { dialect: tx.dialect, held };
      return tx.rows<Entry>(sql`
        SELECT ${COLUMNS} FROM (${wish.asked.ids ? byIds(tx, sight, wish, wish.asked.ids) : byKeys(sight, wish)}) m
        JOIN shared_object s ON s.sequence = m.sequence LEFT JOIN publication p ON p.id = s.publication_id
        ORDER BY s.sequence`);
    });
  }

  /** Whether the caller sees any version of an object in a collection, in whichever version of STIX. */
  async isThere(principal: Principal, wish: Omit<Wish, 'after' | 'limit'>): Promise<boolean> {
    const versions = { all: true, first: false, last: false, exact: [] };
    const all = { ...wish.asked, versions, specVersions: null };
    return (await this.find(principal, { ...wish, asked: all, after: 0, limit: 1 })).length > 0;
  }
}

/**
 * A read of the log's index for each key, merged: as fast for a million objects as for a thousand. SQLite merges while it reads,
 * asks the rest of each entry once, and stops when it has enough; for PostgreSQL each read is cut short.
 */
function byKeys(sight: Sight, wish: Wish): Sql {
  const { dialect, held } = sight;
  const next = sql`ORDER BY sequence LIMIT ${wish.limit}`;
  const read = (key: Sql): Sql => sql`FROM shared_object_key k
    WHERE k.key = ${key} AND k.sequence > ${wish.after} AND ${narrows(sight, wish)}`;
  if (dialect === 'sqlite') {
    const merged = join(
      held.map(
        (key) =>
          sql`SELECT k.sequence, k.type, k.publication_id, k.audience, k.superseded, k.role ${read(sql`${key}`)}`,
      ),
      ' UNION ',
    );
    return sql`SELECT k.sequence FROM (${merged} ORDER BY sequence) k WHERE ${conditions(sight, wish)} ${next}`;
  }
  return sql`SELECT sequence FROM ${perKey(
    dialect,
    held,
    (key) => sql`SELECT k.sequence AS sequence ${read(key)} AND ${conditions(sight, wish)}
      ORDER BY sequence ${atMostTwice(wish.limit)}`,
  )} GROUP BY sequence ${next}`;
}

function byIds(tx: Tx, sight: Sight, wish: Wish, ids: readonly string[]): Sql {
  return sql`SELECT o.sequence FROM shared_object o
    WHERE o.object_id IN (${amongTexts(tx, ids)}) AND o.sequence > ${wish.after} AND EXISTS (
      SELECT 1 FROM shared_object_key k WHERE k.sequence = o.sequence AND ${isHeld(sight, sight.held, sql`k.key`)}
        AND ${narrows(sight, wish)} AND ${conditions(sight, wish)})
    ORDER BY o.sequence LIMIT ${wish.limit}`;
}
