import { absent, usage } from '../failure.js';
import { FindRegions, type RegionLineFragment } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';

const CODE = /^(US|R\d{2}|\d{2}|\d{5}|\d{10})$/i;
const CANDIDATES = 8;

/** Region codes from codes or text. */
export const regionCodes = (hub: Hub, texts: readonly string[]): Promise<string[]> =>
  Promise.all(texts.map((text) => regionCode(hub, text)));

/** A region's code from its code or text; text that fits several alike is refused with what it could mean. */
export async function regionCode(hub: Hub, text: string): Promise<string> {
  if (CODE.test(text.trim())) return text.trim().toUpperCase();
  const { regions } = await hub.read(FindRegions, { text, within: null, levels: null, first: CANDIDATES });
  const [first] = regions;
  if (first === undefined) throw absent(`There is no region by the name "${text}".`);
  const meant = regions.length === 1 ? first : widest(regions.filter((region) => bears(region, text)));
  if (meant) return meant.code;
  const choices = regions.map(({ fullName, code }) => `${fullName} (${code})`).join('; ');
  throw usage(`"${text}" could be several regions: ${choices}. Say which, or give the code.`);
}

const LEVELS: readonly RegionLineFragment['level'][] = ['NATION', 'CISA_REGION', 'STATE', 'COUNTY', 'PLACE'];

/** The only one of the widest level among them: whoever says Washington means the state. */
function widest(regions: readonly RegionLineFragment[]): RegionLineFragment | undefined {
  const level = LEVELS.find((wanted) => regions.some((region) => region.level === wanted));
  const [only, ...others] = regions.filter((region) => region.level === level);
  return others.length === 0 ? only : undefined;
}

/** Whether the text is a name or code of this region, and not only something like it. */
function bears({ code, name, fullName, iso, same, ocd, parent }: RegionLineFragment, text: string): boolean {
  const bare = name.replace(
    / (County|Parish|Borough|Census Area|Municipality|Municipio|Planning Region|city|town)$/,
    '',
  );
  const above = parent?.iso?.replace(/^US-/, '');
  const short = above ? [`${name} ${above}`, `${bare} ${above}`, `${bare} ${parent?.fullName}`] : [];
  const names = [code, name, fullName, iso, iso?.replace(/^US-/, ''), same, ocd, bare, ...short];
  return names.some((known) => known != null && folded(known) === folded(text));
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
