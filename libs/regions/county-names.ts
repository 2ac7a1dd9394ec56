import type { CountyKind, RegionCode } from './region.js';

const ALASKA_CITIES_AND_BOROUGHS = ['02110', '02220', '02275', '02282'];
const ALASKA_MUNICIPALITIES = ['02020', '02230'];
const ALASKA_BOROUGHS = [
  '02013',
  '02060',
  '02068',
  '02090',
  '02100',
  '02122',
  '02130',
  '02150',
  '02164',
  '02170',
  '02185',
  '02188',
  '02195',
];
/** Carson City calls itself nothing but that. */
const CARSON_CITY = '32510';
/** Virginia's and Maryland's and Missouri's independent cities are numbered from 510; their counties stay below. */
const STATES_WITH_INDEPENDENT_CITIES = ['24', '29', '32', '51'];
const FIRST_INDEPENDENT_CITY = 500;
const SAMOAN_DISTRICTS = ['60010', '60020', '60050'];

const WORD: Record<CountyKind, string> = {
  COUNTY: 'County',
  PARISH: 'Parish',
  BOROUGH: 'Borough',
  CITY_AND_BOROUGH: 'City and Borough',
  MUNICIPALITY: 'Municipality',
  CENSUS_AREA: 'Census Area',
  MUNICIPIO: 'Municipio',
  INDEPENDENT_CITY: 'city',
  PLANNING_REGION: 'Planning Region',
  EQUIVALENT: '',
};

function alaskanKind(code: RegionCode): CountyKind {
  if (ALASKA_CITIES_AND_BOROUGHS.includes(code)) return 'CITY_AND_BOROUGH';
  if (ALASKA_MUNICIPALITIES.includes(code)) return 'MUNICIPALITY';
  return ALASKA_BOROUGHS.includes(code) ? 'BOROUGH' : 'CENSUS_AREA';
}

/** What a county that is in use today is called in law (the Census Bureau's legal/statistical area description). */
export function countyKind(code: RegionCode): CountyKind {
  const state = code.slice(0, 2);
  switch (state) {
    case '02':
      return alaskanKind(code);
    case '09':
      return 'PLANNING_REGION';
    case '22':
      return 'PARISH';
    case '69':
      return 'MUNICIPALITY';
    case '72':
      return 'MUNICIPIO';
    case '11':
    case '60':
    case '66':
    case '78':
      return 'EQUIVALENT';
    default: {
      const isCity =
        STATES_WITH_INDEPENDENT_CITIES.includes(state) && Number(code.slice(2)) >= FIRST_INDEPENDENT_CITY;
      return isCity ? 'INDEPENDENT_CITY' : 'COUNTY';
    }
  }
}

function wordFor(code: RegionCode, kind: CountyKind): string {
  if (code === CARSON_CITY) return '';
  if (SAMOAN_DISTRICTS.includes(code)) return 'District';
  return code.startsWith('78') ? 'Island' : WORD[kind];
}

/** A county's name in law: `Dane` of `55025` is `Dane County`; `St. Louis` of `29510` is `St. Louis city`. */
export const countyName = (code: RegionCode, shortName: string, kind: CountyKind): string =>
  `${shortName} ${wordFor(code, kind)}`.trimEnd();
