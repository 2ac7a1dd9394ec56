import sql, { bulk, join, type Sql } from 'sql-template-tag';
import type { WriteTx } from '#platform';
import type { RegionCode, RegionTree } from '#regions';
import type { Topic } from './matches.js';
import type { StoredInterest } from './read-interest.js';

/** In place of a region: the subscription names none. */
const ANYWHERE = '*';

type Side = 'AT' | 'ABOVE';

interface Placed {
  readonly id: string;
  readonly memberId: string;
}

/** Puts a subscription where the releases that it may meet will look for it. */
export async function indexRegions(
  tx: WriteTx,
  placed: Placed,
  interest: StoredInterest,
  tree: RegionTree,
): Promise<void> {
  await tx.execute(sql`DELETE FROM subscription_region WHERE subscription_id = ${placed.id}`);
  await putRegionRows(tx, regionRows(placed, interest, tree));
}

/** Rows of `subscription_region` for one subscription. */
export const regionRows = (
  { id, memberId }: Placed,
  interest: StoredInterest,
  tree: RegionTree,
): string[][] => placesOf(interest, tree).map(([region, side]) => [region, side, memberId, id]);

/** @param rows at most some thousands */
export async function putRegionRows(tx: WriteTx, rows: string[][]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO subscription_region (region, side, member_id, subscription_id) VALUES ${bulk(rows)}`);
}

function placesOf({ regions, above }: StoredInterest, tree: RegionTree): [RegionCode, Side][] {
  if (regions.length === 0) return [[ANYWHERE, 'AT']];
  const over = above ? regions.flatMap((code) => tree.line(code).slice(1)) : [];
  return [
    ...regions.map((code): [RegionCode, Side] => [code, 'AT']),
    ...[...new Set(over)].map((code): [RegionCode, Side] => [code, 'ABOVE']),
  ];
}

/** The rows of `subscription_region` at which a publication's regions look: none that matches is left out. */
export function lookedAt({ regions }: Topic): Sql {
  const lines = [...new Set([ANYWHERE, ...regions.flat()])];
  const heads = [...new Set(regions.map(([code]) => code))];
  const at = sql`(side = 'AT' AND region IN (${join(lines)}))`;
  return heads.length === 0 ? at : sql`(${at} OR (side = 'ABOVE' AND region IN (${join(heads)})))`;
}
