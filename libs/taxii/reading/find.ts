import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Key, Principal, PublicationKind, Tlp } from '#access';
import type { Attribution, PublicationState } from '#contract';
import { amongTexts, type Completion } from '#indicators';
import { Database, type Tx } from '#platform';
import { perKey, releaseKeys } from '#publications';
import type { ApiRoot } from '../collections/api-roots.js';
import type { Collection } from '../collections/collections.js';
import type { Asked, Versions } from '../protocol/query.js';

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

export interface Wish {
  readonly root: ApiRoot;
  readonly collection: Collection;
  readonly asked: Asked;
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
    if (held.length === 0 || (specVersions && !specVersions.includes('2.1'))) return [];
    return this.database.read((tx) =>
      tx.rows<Entry>(sql`
        SELECT ${COLUMNS} FROM (${wish.asked.ids ? byIds(tx, held, wish, wish.asked.ids) : byKeys(tx, held, wish)}) m
        JOIN shared_object s ON s.sequence = m.sequence LEFT JOIN publication p ON p.id = s.publication_id
        ORDER BY s.sequence`),
    );
  }

  /** Whether the caller sees any version of an object in a collection. */
  async isThere(principal: Principal, wish: Omit<Wish, 'after' | 'limit'>): Promise<boolean> {
    const all = { ...wish.asked, versions: { all: true, first: false, last: false, exact: [] } };
    return (await this.find(principal, { ...wish, asked: all, after: 0, limit: 1 })).length > 0;
  }
}

/** A read of the log's index for each key, merged: as fast for a million objects as for a thousand. */
function byKeys({ dialect }: Tx, held: readonly Key[], wish: Wish): Sql {
  const read = (key: Sql): Sql => sql`SELECT k.sequence AS sequence FROM shared_object_key k
    WHERE k.key = ${key} AND k.sequence > ${wish.after} AND ${conditions(held, wish)}`;
  const next = sql`ORDER BY sequence LIMIT ${wish.limit}`;
  if (dialect === 'sqlite')
    return sql`${join(
      held.map((key) => read(sql`${key}`)),
      ' UNION ',
    )} ${next}`;
  return sql`SELECT sequence FROM ${perKey(dialect, held, (key) => sql`${read(key)} ${next}`)} GROUP BY sequence ${next}`;
}

function byIds(tx: Tx, held: readonly Key[], wish: Wish, ids: readonly string[]): Sql {
  return sql`SELECT o.sequence FROM shared_object o
    WHERE o.object_id IN (${amongTexts(tx, ids)}) AND o.sequence > ${wish.after} AND EXISTS (
      SELECT 1 FROM shared_object_key k WHERE k.sequence = o.sequence AND k.key IN (${join(held)}) AND ${conditions(held, wish)})
    ORDER BY o.sequence LIMIT ${wish.limit}`;
}

/** On a key row `k`: whether its entry can be seen by this way, is in the collection, and is asked for. */
function conditions(held: readonly Key[], { root, collection, asked }: Wish): Sql {
  const { kind, types, region } = collection.holds;
  const all: Sql[] = [opens(sql`k`, held, root)];
  if (kind) all.push(sql`k.kind = ${kind}`);
  if (types) all.push(sql`k.type IN (${join(types)})`);
  if (asked.types) all.push(sql`k.type IN (${join(asked.types)})`);
  if (region) {
    const { code, above } = region;
    const fromAbove = above.length > 0 ? sql`OR (a.direct = 1 AND a.code IN (${join(above)}))` : empty;
    all.push(sql`EXISTS (SELECT 1 FROM shared_object_region a
      WHERE a.audience = k.audience AND (a.code = ${code} ${fromAbove}))`);
  }
  all.push(versionConditions(held, root, asked.versions));
  // A fact that many objects name is shown once: where the caller first sees it.
  all.push(sql`(k.role <> 'FACT' OR NOT ${another(held, root, '<')})`);
  return join(all, ' AND ');
}

/**
 * The second lock: what is part of a publication is seen by those who see that now, and what is red leaves by no way. Of what was
 * withdrawn, what says so is left; of a strict one not even that of its parts.
 */
const opens = (row: Sql, held: readonly Key[], root: ApiRoot): Sql => {
  const open = sql`EXISTS (SELECT 1 FROM publication_key o WHERE o.publication_id = ${row}.publication_id
    AND o.key IN (${join(held)}) AND o.status IN (${join(root.statuses)}) AND o.tlp <> 'RED'
    AND (o.state = 'RELEASED' OR ${row}.role = 'REVOKED'))`;
  const locked = root.writable
    ? sql`(${row}.publication_id IS NULL OR ${open})`
    : sql`(${row}.publication_id IS NOT NULL AND ${open})`;
  return sql`${locked} AND ${tellsNobody(row)}`;
};

/** A publication whose origin is anonymous now, whatever it was, leads to no object that names it. */
const tellsNobody = (
  row: Sql,
): Sql => sql`(${row}.type <> 'identity' OR ${row}.publication_id IS NULL OR NOT EXISTS (
  SELECT 1 FROM shared_object f JOIN publication q ON q.id = ${row}.publication_id 
  WHERE f.sequence = ${row}.sequence AND f.object_id = 'identity--' || q.origin_id
    AND NOT (q.attribution = 'NAMED' AND q.state = 'RELEASED')))`;

function versionConditions(held: readonly Key[], root: ApiRoot, versions: Versions): Sql {
  if (versions.all) return sql`1 = 1`;
  const any: Sql[] = [];
  if (versions.last) any.push(sql`k.superseded = 0`, sql`NOT ${another(held, root, '>')}`);
  if (versions.first) any.push(sql`NOT ${another(held, root, '<')}`);
  if (versions.exact.length > 0) {
    any.push(
      sql`(SELECT v.version FROM shared_object v WHERE v.sequence = k.sequence) IN (${join(versions.exact)})`,
    );
  }
  return any.length === 0 ? sql`1 = 0` : sql`(${join(any, ' OR ')})`;
}

/** Whether the caller sees an entry of the same object before or after this one. */
const another = (held: readonly Key[], root: ApiRoot, side: '<' | '>'): Sql => {
  const order = side === '<' ? sql`l.sequence < k.sequence` : sql`l.sequence > k.sequence`;
  return sql`EXISTS (SELECT 1 FROM shared_object t JOIN shared_object l ON l.object_id = t.object_id AND ${order}
    JOIN shared_object_key n ON n.sequence = l.sequence AND n.key IN (${join(held)})
    WHERE t.sequence = k.sequence AND ${opens(sql`n`, held, root)})`;
};
