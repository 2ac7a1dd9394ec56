import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Key } from '#access';
import { amongTexts, isHeld } from '#indicators';
import type { Tx } from '#platform';
import type { ApiRoot } from '../collections/api-roots.js';
import type { Collection } from '../collections/collections.js';
import { STIX_VERSIONS } from '../protocol/media.js';
import type { Asked } from '../protocol/query.js';

/** By whose keys the log is read. */
export interface Sight {
  readonly dialect: Tx['dialect'];
  readonly held: readonly Key[];
}

/** What is sought in it. */
export interface Sought {
  readonly root: ApiRoot;
  readonly collection: Collection;
  readonly asked: Asked;
}

/**
 * On a key row `k`, what it says by itself: whether its entry is of the collection's kind, and of the types and the versions of STIX
 * that are asked for.
 */
export function narrows({ dialect }: Sight, { collection, asked }: Sought): Sql {
  const { kind, types } = collection.holds;
  const all: Sql[] = [sql`1 = 1`];
  if (kind) all.push(sql`k.kind = ${kind}`);
  if (types) all.push(sql`k.type IN (${amongTexts({ dialect }, types)})`);
  if (asked.types) all.push(sql`k.type IN (${amongTexts({ dialect }, asked.types)})`);
  // Follows from that; with it said, both databases read an index in which the many are not.
  if (asked.types && !asked.types.includes('indicator')) all.push(sql`k.type <> 'indicator'`);
  all.push(isOf(sql`k`, asked));
  return join(all, ' AND ');
}

/** On a key row `k`: whether its entry can be seen by this way, is in the collection's region, and is of a version that is asked for. */
export function conditions(sight: Sight, sought: Sought): Sql {
  const { root, collection } = sought;
  const { region } = collection.holds;
  const all: Sql[] = [opens(sql`k`, sight, root)];
  if (region) {
    const { code, above } = region;
    const fromAbove = above.length > 0 ? sql`OR (a.direct = 1 AND a.code IN (${join(above)}))` : empty;
    all.push(sql`EXISTS (SELECT 1 FROM shared_object_region a
      WHERE a.audience = k.audience AND (a.code = ${code} ${fromAbove}))`);
  }
  all.push(versionConditions(sight, sought));
  // A fact that many objects name is shown once: where the caller first sees it.
  all.push(sql`(k.role <> 'FACT' OR NOT ${another(sight, sought, '<')})`);
  return join(all, ' AND ');
}

/**
 * The second lock: what is part of a publication is seen by those who see that now, and what is red leaves by no way. Of what was
 * withdrawn, what says so is left; of a strict one not even that of its parts.
 */
const opens = (row: Sql, sight: Sight, root: ApiRoot): Sql => {
  const open = sql`EXISTS (SELECT 1 FROM publication_key o WHERE o.publication_id = ${row}.publication_id
    AND ${isHeld(sight, sight.held, sql`o.key`)} AND o.status IN (${join(root.statuses)}) AND o.tlp <> 'RED'
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

/**
 * Whether an entry is of a version of STIX that is asked for. Each is written into the text, so that both databases see where the
 * index of the older objects will do.
 */
const isOf = (row: Sql, { specVersions }: Asked): Sql => {
  if (!specVersions) return sql`1 = 1`;
  const known = STIX_VERSIONS.filter((one) => specVersions.includes(one));
  return sql`(${join(
    known.map((one) => sql`${row}.spec_version = ${raw(`'${one}'`)}`),
    ' OR ',
  )})`;
};

/** The first and the last are those among what is asked for: TAXII 2.1, section 3.4.1. */
function versionConditions(sight: Sight, sought: Sought): Sql {
  const { versions } = sought.asked;
  if (versions.all) return sql`1 = 1`;
  const any: Sql[] = [];
  if (versions.last) any.push(sql`k.superseded = 0`, sql`NOT ${another(sight, sought, '>')}`);
  if (versions.first) any.push(sql`NOT ${another(sight, sought, '<')}`);
  if (versions.exact.length > 0) {
    any.push(
      sql`(SELECT v.version FROM shared_object v WHERE v.sequence = k.sequence) IN (${join(versions.exact)})`,
    );
  }
  return any.length === 0 ? sql`1 = 0` : sql`(${join(any, ' OR ')})`;
}

/** Whether the caller sees an entry of the same object, in those versions of STIX, before or after this one. */
const another = (sight: Sight, { root, asked }: Sought, side: '<' | '>'): Sql => {
  const order = side === '<' ? sql`l.sequence < k.sequence` : sql`l.sequence > k.sequence`;
  return sql`EXISTS (SELECT 1 FROM shared_object t JOIN shared_object l ON l.object_id = t.object_id AND ${order}
      AND ${isOf(sql`l`, asked)}
    JOIN shared_object_key n ON n.sequence = l.sequence AND ${isHeld(sight, sight.held, sql`n.key`)}
    WHERE t.sequence = k.sequence AND ${opens(sql`n`, sight, root)})`;
};
