import sql, { join } from 'sql-template-tag';
import type { Key } from '#access';
import type { Attribution, PublicationState } from '#contract';
import type { Tx } from '#platform';

/** A publication that can be read by way of another, since one supersedes the other; the publication itself is one too. */
export interface Neighbour {
  readonly originId: string;
  readonly attribution: Attribution;
  readonly state: PublicationState;
  /** The sets of keys that decide about it and, where its audience has changed, about each of its revisions. */
  readonly locks: readonly (readonly Key[])[];
}

/** How far a chain of supersessions is followed; no query goes that deep. */
const DEEPEST = 12;

/** For each publication all those that can be read by way of it. */
export async function neighboursOf(
  tx: Tx,
  publicationIds: readonly string[],
): Promise<Map<string, Neighbour[]>> {
  const roots = [...new Set(publicationIds)];
  const reached = new Map(roots.map((id) => [id, new Set([id])]));
  if (roots.length === 0) return new Map();
  let frontier = roots;
  const edges = new Map<string, string[]>();
  for (let depth = 0; frontier.length > 0 && depth < DEEPEST; depth += 1) {
    const found = await edgesFrom(tx, frontier);
    for (const { a, b } of found) edges.set(a, [...(edges.get(a) ?? []), b]);
    for (const id of frontier) if (!edges.has(id)) edges.set(id, []);
    frontier = [...new Set(found.map(({ b }) => b))].filter((id) => !edges.has(id));
  }
  for (const seen of reached.values())
    for (const id of seen) for (const next of edges.get(id) ?? []) seen.add(next);
  const neighbours = await locksOf(tx, [...new Set([...reached.values()].flatMap((seen) => [...seen]))]);
  const known = (id: string): Neighbour[] => [neighbours.get(id)].filter((one) => one !== undefined);
  return new Map([...reached].map(([root, seen]) => [root, [...seen].flatMap(known)]));
}

/** A tombstone shows nothing that it superseded. */
const edgesFrom = (tx: Tx, ids: readonly string[]): Promise<{ a: string; b: string }[]> =>
  tx.rows(sql`
    SELECT s.publication_id AS a, s.superseded_id AS b FROM publication_supersedes s
    JOIN publication p ON p.id = s.publication_id AND p.state = 'RELEASED' WHERE s.publication_id IN (${join(ids)})
    UNION ALL
    SELECT p.id, p.superseded_by_id FROM publication p WHERE p.id IN (${join(ids)}) AND p.superseded_by_id IS NOT NULL`);

interface LockRow extends Omit<Neighbour, 'locks'> {
  readonly id: string;
  readonly keys: string | null;
}

async function locksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Neighbour>> {
  const rows = await tx.rows<LockRow>(sql`
    SELECT p.id, p.origin_id AS "originId", p.attribution, p.state,
      (SELECT string_agg(k.key, ' ') FROM publication_key k WHERE k.publication_id = p.id) AS keys
    FROM publication p WHERE p.id IN (${join(ids)})
    UNION ALL
    SELECT p.id, p.origin_id, p.attribution, p.state,
      (SELECT string_agg(k.key, ' ') FROM release_key k WHERE k.sequence = l.sequence AND k.lost = 0)
    FROM publication p JOIN release l ON l.publication_id = p.id WHERE p.id IN (${join(ids)}) AND p.audience_changed = 1`);
  const locks = new Map<string, Neighbour>();
  for (const { id, keys, ...facts } of rows) {
    const known = locks.get(id)?.locks ?? [];
    locks.set(id, { ...facts, locks: [...known, keys?.split(' ') ?? []] });
  }
  return locks;
}
