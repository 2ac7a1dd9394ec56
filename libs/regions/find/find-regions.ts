import { BUILT_IN_REGIONS, NATION, RETIRED_REGIONS } from '../built-in.js';
import type { Region, RegionCode, RegionLevel } from '../region.js';
import type { RegionTree } from '../region-tree.js';
import { regionsByDigits, regionsOfCode } from './codes.js';
import { entriesOf } from './names.js';
import { words } from './normalize.js';
import { TextIndex } from './text-index.js';

export interface FindOptions {
  /** How many at most, up to 100; 20 when it is not given. */
  readonly limit?: number;
  /** Only regions at or under this one. */
  readonly within?: RegionCode;
  /** Only regions of these levels; empty means all. */
  readonly levels?: readonly RegionLevel[];
}

export const FIND_TEXT_LIMIT = 200;
export const FIND_LIMIT = 100;
const WORD_LIMIT = 16;
const DEFAULT_LIMIT = 20;

let builtIn: TextIndex | undefined;
const added = new WeakMap<RegionTree, TextIndex>();

/** Made at the first question: a tree is built at every start and for every added place, and is mostly not asked. */
function indexesOf(tree: RegionTree): readonly TextIndex[] {
  const indexOf = (regions: readonly Region[]) =>
    new TextIndex(entriesOf(regions, (code) => tree.region(code)));
  builtIn ??= indexOf([...BUILT_IN_REGIONS, ...RETIRED_REGIONS]);
  const places = added.get(tree) ?? indexOf(tree.places);
  added.set(tree, places);
  return [builtIn, places];
}

/** What answers to a text's words, the best first. */
function hitsByName(tree: RegionTree, text: string): Region[] {
  const typed = words(text);
  if (typed.length === 0 || typed.length > WORD_LIMIT) return [];
  // Both come in the order of rank, and a place ranks behind everything built in: sorting by score keeps that order.
  const hits = indexesOf(tree).flatMap((index) => index.find(typed));
  return hits.sort((a, b) => a.score - b.score).map(({ region }) => region);
}

/** All that answers to a text, the best first; in the place of a region no longer in use come its successors. */
function* answers(tree: RegionTree, text: string): Iterable<Region> {
  yield* regionsOfCode(tree, text);
  yield* regionsByDigits(tree, text);
  for (const { code } of hitsByName(tree, text)) yield* tree.resolve(code)?.regions ?? [];
}

/**
 * Regions by text, best match first: by any of their codes, or by name, with the state (and for a place the county) before
 * or behind it, in full or as far as it was typed. Only regions in use are found; an old name or code finds those that took
 * its place. A text of more than 200 characters or 16 words finds nothing.
 */
export function findRegions(tree: RegionTree, text: string, options: FindOptions = {}): Region[] {
  const { within = NATION.code, levels = [] } = options;
  const limit = Math.min(options.limit ?? DEFAULT_LIMIT, FIND_LIMIT);
  const found = new Set<Region>();
  if (text.length > FIND_TEXT_LIMIT) return [];
  for (const region of answers(tree, text.trim())) {
    if (!(found.size < limit)) break;
    const wanted = levels.length === 0 || levels.includes(region.level);
    if (wanted && tree.isAtOrUnder(region.code, within)) found.add(region);
  }
  return [...found];
}
