import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { ANALYST_KEY, type Key, originKey } from '#access';
import { atMost, type Dialect } from '#platform';
import { matchingText, type TextQuery } from '../search/text-index.js';
import type { Wanted } from './filter.js';
import { releaseKeys } from './held-keys.js';

/** In a WHERE: whether one of the held keys opens the publication of this id now. */
export const opensNow = (held: readonly Key[], publicationId: Sql): Sql =>
  held.length === 0
    ? sql`1 = 0`
    : sql`EXISTS (SELECT 1 FROM publication_key o WHERE o.publication_id = ${publicationId} AND o.key IN (${join(held)}))`;

/** In a WHERE: whether one of the held keys opens the log's entry of this sequence. */
export const opensEntry = (held: readonly Key[], sequence: Sql): Sql =>
  held.length === 0
    ? sql`1 = 0`
    : sql`EXISTS (SELECT 1 FROM release_key o WHERE o.sequence = ${sequence} AND o.lost = 0 AND o.key IN (${join(held)}))`;

export interface Search {
  readonly held: ReadonlySet<Key>;
  readonly wanted: Wanted;
  readonly text: TextQuery | null;
  /** Only what was released before this one. */
  readonly before: number;
  readonly limit: number;
  /** The present time, RFC 3339. */
  readonly now: string;
}

/**
 * What the holder of some keys may see and asks for, latest release first: a SELECT of `sequence` and `publication_id`.
 * Everything is decided in it, before anything is counted or cut off.
 */
export function visibleMatches(dialect: Dialect, search: Search): Sql {
  const held = releaseKeys(search.held);
  if (held.length === 0) return sql`SELECT p.sequence, p.id AS publication_id FROM publication p WHERE 1 = 0`;
  const { wanted, text } = search;
  if (text) {
    const { sequence, where } = matchingText(dialect, text);
    return fromPublications(
      search,
      held,
      sql`JOIN publication_text t ON ${sequence} = p.sequence`,
      where,
      sequence,
    );
  }
  if (wanted.cve !== null) {
    const joined = sql`JOIN publication_cve c ON c.publication_id = p.id`;
    return fromPublications(search, held, joined, sql`c.cve = ${wanted.cve}`, sql`c.sequence`);
  }
  if (wanted.originId !== null) {
    return fromPublications(search, held, empty, sql`p.origin_id = ${wanted.originId}`, sql`p.sequence`);
  }
  return fromKeys(dialect, search, held);
}

/** By way of something rarer than a key: words, a CVE id, an origin. */
function fromPublications(search: Search, held: readonly Key[], joined: Sql, where: Sql, order: Sql): Sql {
  return sql`SELECT p.sequence, p.id AS publication_id FROM publication p ${joined}
    WHERE ${where} AND ${order} < ${search.before} AND ${opensNow(held, sql`p.id`)}
    ${conditions(search, { facts: raw('p'), id: sql`p.id`, sequence: sql`p.sequence` })}
    ${
      search.wanted.cve !== null && search.text
        ? sql`AND EXISTS (SELECT 1 FROM publication_cve e
      WHERE e.publication_id = p.id AND e.cve = ${search.wanted.cve})`
        : empty
    }
    ${tellingOrigin(search, held)}
    ORDER BY ${order} DESC ${atMost(search.limit)}`;
}

/**
 * A read of the index for each key, latest first, merged. It takes as long for a million publications as for a thousand, which
 * `key IN (…) ORDER BY sequence` does not. With conditions SQLite merges while it reads and stops when it has enough; for
 * PostgreSQL each read is cut short.
 */
function fromKeys(dialect: Dialect, search: Search, held: readonly Key[]): Sql {
  const where = conditions(search, { facts: raw('k'), id: sql`k.publication_id`, sequence: sql`k.sequence` });
  if (dialect === 'sqlite' && where === empty) return latestOfKeys(search, held);
  const read = (key: Sql): Sql => sql`SELECT k.sequence, k.publication_id FROM publication_key k
    WHERE k.key = ${key} AND k.sequence < ${search.before} ${where}`;
  const latest = sql`ORDER BY sequence DESC ${atMost(search.limit)}`;
  if (dialect === 'sqlite') {
    const reads = held.map((key) => read(sql`${key}`));
    return sql`${join(reads, ' UNION ')} ${latest}`;
  }
  return sql`SELECT sequence, publication_id FROM ${perKey(dialect, held, (key) => sql`${read(key)} ${latest}`)}
    GROUP BY sequence, publication_id ${latest}`;
}

/**
 * For SQLite, where nothing is asked besides: where the fullest key's page ends, no page of all keys goes beyond, and of no key
 * more than a page lies before. So it reads at most a page a key twice, in a third of the time that merging takes; and its text
 * is the same for any number of keys.
 */
const latestOfKeys = ({ before, limit }: Search, held: readonly Key[]): Sql => sql`
  WITH held AS MATERIALIZED (SELECT value AS key FROM json_each(${JSON.stringify(held)})),
  least AS MATERIALIZED (SELECT coalesce(max((SELECT o.sequence FROM publication_key o
    WHERE o.key = held.key AND o.sequence < ${before} ORDER BY o.sequence DESC LIMIT 1 OFFSET ${limit - 1})), 0) AS sequence FROM held)
  SELECT DISTINCT k.sequence, k.publication_id FROM held CROSS JOIN least CROSS JOIN publication_key k
  WHERE k.key = held.key AND k.sequence < ${before} AND k.sequence >= least.sequence
  ORDER BY k.sequence DESC ${atMost(limit)}`;

/** The rows of one read for each key. PostgreSQL takes the keys as one value; SQLite has no LATERAL. */
export function perKey(dialect: Dialect, held: readonly Key[], read: (key: Sql) => Sql): Sql {
  if (dialect === 'postgres') {
    return sql`unnest(${held}::text[]) AS held (key) CROSS JOIN LATERAL (${read(sql`held.key`)}) AS merged`;
  }
  return sql`(${join(
    held.map((key) => sql`SELECT * FROM (${read(sql`${key}`)})`),
    ' UNION ALL ',
  )}) AS merged`;
}

interface Alias {
  /** The table that has kind, TLP, severity, status, state and expiry. */
  readonly facts: Sql;
  readonly id: Sql;
  readonly sequence: Sql;
}

/** What is asked for besides; each begins with AND. */
function conditions({ wanted, now }: Search, { facts, id, sequence }: Alias): Sql {
  const asked: Sql[] = [];
  if (wanted.kinds.length > 0) asked.push(sql`${facts}.kind IN (${join(wanted.kinds)})`);
  if (wanted.tlps.length > 0) asked.push(sql`${facts}.tlp IN (${join(wanted.tlps)})`);
  if (wanted.statuses.length > 0) asked.push(sql`${facts}.status IN (${join(wanted.statuses)})`);
  if (wanted.severityAtLeast !== null) asked.push(sql`${facts}.severity >= ${wanted.severityAtLeast}`);
  if (wanted.currentOnly) {
    asked.push(
      sql`${facts}.state = 'RELEASED' AND (${facts}.expires_at IS NULL OR ${facts}.expires_at > ${now})`,
    );
  }
  if (wanted.updatedFrom !== null) asked.push(sql`${sequence} >= ${firstSince(wanted.updatedFrom)}`);
  if (wanted.updatedUntil !== null) asked.push(sql`${sequence} < ${firstSince(wanted.updatedUntil)}`);
  if (wanted.regions.length > 0) asked.push(addressedTo(id, wanted));
  if (wanted.systems.length > 0) {
    asked.push(sql`EXISTS (SELECT 1 FROM publication_system s
      WHERE s.publication_id = ${id} AND s.system IN (${join(wanted.systems)}))`);
  }
  return asked.length === 0 ? empty : sql`AND ${join(asked, ' AND ')}`;
}

/** The first entry of the log at or after a moment: its times never go back, so the earliest is also the first. */
const firstSince = (moment: string): Sql => sql`COALESCE(
  (SELECT l.sequence FROM release l WHERE l.at >= ${moment} ORDER BY l.at, l.sequence LIMIT 1), ${Number.MAX_SAFE_INTEGER})`;

function addressedTo(id: Sql, { regions, regionsAbove }: Wanted): Sql {
  const above =
    regionsAbove.length === 0 ? empty : sql`OR (a.direct = 1 AND a.code IN (${join(regionsAbove)}))`;
  return sql`EXISTS (SELECT 1 FROM publication_region a
    WHERE a.publication_id = ${id} AND (a.code IN (${join(regions)}) ${above}))`;
}

/** An origin is looked for only where the viewer can tell it: a tombstone tells it to no more than an anonymous one. */
function tellingOrigin({ wanted }: Search, held: readonly Key[]): Sql {
  if (wanted.originId === null) return empty;
  const own = sql`AND p.origin_id = ${wanted.originId}`;
  if (held.includes(ANALYST_KEY) || held.includes(originKey(wanted.originId))) return own;
  return sql`${own} AND p.attribution = 'NAMED' AND p.state = 'RELEASED'`;
}
