import sql, { type Sql } from 'sql-template-tag';
import type { Dialect } from '#platform';
import { type Search, visibleMatches } from '../reading/visible.js';
import { SEVERITIES } from '../vocabulary.js';

/** Beyond this many of the latest matches nothing is counted: SQLite holds up everyone while it counts. */
export const MOST_COUNTED = 1_000;

export interface Count {
  readonly value: string;
  readonly count: number;
}

/** How many match, and by which values, most first. */
export interface Counts {
  readonly total: number;
  readonly kinds: readonly Count[];
  readonly severities: readonly Count[];
  readonly tlps: readonly Count[];
  readonly statuses: readonly Count[];
  readonly affectedSystems: readonly Count[];
  /** State codes that are addressed, or that something addressed lies in. */
  readonly states: readonly Count[];
}

type Facet = keyof Omit<Counts, 'total'> | 'total';

export interface CountRow {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
}

/** Counts what a search finds, and nothing that its viewer does not see: the matches are found first, by their keys. */
export const selectCounts = (dialect: Dialect, search: Omit<Search, 'before' | 'limit'>): Sql => sql`
  WITH m AS MATERIALIZED (
    SELECT p.id, p.kind, p.tlp, p.status, p.severity
    FROM (${visibleMatches(dialect, { ...search, before: Number.MAX_SAFE_INTEGER, limit: MOST_COUNTED })}) f
    JOIN publication p ON p.id = f.publication_id
  )
  SELECT 'total' AS facet, '' AS value, COUNT(*) AS count FROM m
  UNION ALL SELECT 'kinds', kind, COUNT(*) FROM m GROUP BY kind
  UNION ALL SELECT 'tlps', tlp, COUNT(*) FROM m GROUP BY tlp
  UNION ALL SELECT 'statuses', status, COUNT(*) FROM m GROUP BY status
  UNION ALL SELECT 'severities', CAST(severity AS TEXT), COUNT(*) FROM m WHERE severity IS NOT NULL GROUP BY severity
  UNION ALL SELECT 'affectedSystems', s.system, COUNT(*) FROM m
    JOIN publication_system s ON s.publication_id = m.id GROUP BY s.system
  UNION ALL SELECT 'states', a.code, COUNT(*) FROM m
    JOIN publication_region a ON a.publication_id = m.id AND a.code BETWEEN '00' AND '99' AND length(a.code) = 2 GROUP BY a.code`;

export function toCounts(rows: readonly CountRow[]): Counts {
  const of = (facet: Facet, name = (value: string) => value): Count[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value: name(value), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: of('total')[0]?.count ?? 0,
    kinds: of('kinds'),
    severities: of('severities', (level) => SEVERITIES[Number(level)] ?? ''),
    tlps: of('tlps'),
    statuses: of('statuses'),
    affectedSystems: of('affectedSystems'),
    states: of('states'),
  };
}
