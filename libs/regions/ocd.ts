import { BUILT_IN_REGIONS, RETIRED_REGIONS } from './built-in.js';
import type { CountyKind, Region, RegionCode, StateKind } from './region.js';
import type { RegionTree } from './region-tree.js';
import { stateByFips } from './states.js';

const NATION_ID = 'ocd-division/country:us';

const STATE_TYPE: Record<StateKind, string> = {
  STATE: 'state',
  DISTRICT: 'district',
  TERRITORY: 'territory',
};

/** The type that Open Civic Data gives a county by what it is; planning regions and other equivalents have no ids. */
const COUNTY_TYPE: Partial<Record<CountyKind, string>> = {
  COUNTY: 'county',
  PARISH: 'parish',
  BOROUGH: 'borough',
  CITY_AND_BOROUGH: 'borough',
  MUNICIPALITY: 'borough',
  CENSUS_AREA: 'census_area',
  MUNICIPIO: 'municipio',
  INDEPENDENT_CITY: 'place',
};

/** Published ids that do not follow from what the county is today. The northernmost islands have none. */
const PUBLISHED: Readonly<Record<RegionCode, string | undefined>> = {
  '02195': 'census_area:petersburg',
  '69085': undefined,
  '69100': 'municipality:rota',
  '69110': 'county:saipan',
  '69120': 'municipality:tinian',
};

/** In these states towns are the county's subdivisions and are named under it; elsewhere places stand under the state. */
const TOWNS_UNDER_COUNTY = ['36', '55'];

/** A name as it stands in an id, where `~` is for every character that ids do not have: `prince_george~s`. */
const segment = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(' ', '_')
    .replace(/[^\p{L}\p{N}_-]/gu, '~');

function stateId(code: RegionCode): string | undefined {
  const state = stateByFips(code);
  return state && `${NATION_ID}/${STATE_TYPE[state.kind]}:${state.postal.toLowerCase()}`;
}

function countyDivision(county: Region): string | undefined {
  if (county.code in PUBLISHED) return PUBLISHED[county.code];
  const type = COUNTY_TYPE[county.kind as CountyKind];
  return type && `${type}:${segment(county.shortName)}`;
}

function countyId(county: Region): string | undefined {
  const division = countyDivision(county);
  return division && `${stateId(county.code.slice(0, 2))}/${division}`;
}

const counties = new Map(
  [...BUILT_IN_REGIONS, ...RETIRED_REGIONS]
    .filter(({ level }) => level === 'COUNTY')
    .map((county) => [county.code, county]),
);

function placeId(place: Region): string | undefined {
  const state = place.code.slice(0, 2);
  const underCounty =
    place.kind === 'TOWNSHIP' || (place.kind === 'TOWN' && TOWNS_UNDER_COUNTY.includes(state));
  const county = counties.get(place.code.slice(0, 5));
  const above = underCounty && county ? countyId(county) : stateId(state);
  return above && `${above}/place:${segment(place.shortName)}`;
}

/**
 * The Open Civic Data division id: `ocd-division/country:us/state:wi/county:dane`. CISA's regions, planning regions, the
 * district's one county and most island equivalents have none.
 */
export function toOcd(region: Region): string | undefined {
  switch (region.level) {
    case 'NATION':
      return NATION_ID;
    case 'STATE':
      return stateId(region.code);
    case 'COUNTY':
      return countyId(region);
    case 'PLACE':
      return placeId(region);
    default:
      return undefined;
  }
}

function byId(regions: readonly Region[]): Map<string, RegionCode> {
  const ids = new Map<string, RegionCode>();
  for (const region of regions) {
    const id = toOcd(region);
    if (id) ids.set(id, region.code);
  }
  return ids;
}

const builtIn = byId([...RETIRED_REGIONS, ...BUILT_IN_REGIONS]);

/**
 * The region of an Open Civic Data division id. Its code may be one that is no longer in use.
 * @returns undefined for an id of something that is no region of the tree, and for one that several places answer to
 */
export function fromOcd(tree: RegionTree, id: string): RegionCode | undefined {
  const wanted = id.normalize('NFC').toLowerCase();
  const known = builtIn.get(wanted);
  if (known) return known;
  if (!wanted.startsWith(`${NATION_ID}/`)) return undefined;
  const places = tree.places.filter((place) => toOcd(place) === wanted);
  return places.length === 1 ? places[0]?.code : undefined;
}
