import { fromIso } from '../iso3166.js';
import { fromOcd } from '../ocd.js';
import type { Region } from '../region.js';
import type { RegionTree } from '../region-tree.js';
import { fromSame } from '../same.js';

/** The regions whose code a text is, in whatever scheme it is written: `55025`, `us-wi`, `055025`, an OCD division id. */
export function regionsOfCode(tree: RegionTree, text: string): Region[] {
  const code = text.toUpperCase();
  const codes = [code, fromIso(code), fromSame(code), fromOcd(tree, text)];
  return codes.flatMap((known) => (known && tree.resolve(known)?.regions) || []);
}

/** The regions in use whose codes begin with some digits, from two on: `5502`. */
export function regionsByDigits(tree: RegionTree, text: string): Region[] {
  if (!/^\d{2,9}$/.test(text)) return [];
  return [...tree.all(text.slice(0, 2))].filter(({ code }) => code.startsWith(text));
}
