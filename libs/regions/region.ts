/**
 * `US`, `R01` to `R10` (CISA regions), two-digit state FIPS, five-digit county GEOID, or the ten-digit GEOID of a
 * place or town below a county. Always a string: `01` is Alabama.
 */
export type RegionCode = string;

export const REGION_LEVELS = ['NATION', 'CISA_REGION', 'STATE', 'COUNTY', 'PLACE'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** What a state is called in law; the words are also those of Open Civic Data's identifiers. */
export type StateKind = 'STATE' | 'DISTRICT' | 'TERRITORY';

/** What a county or county equivalent is called in law. `EQUIVALENT` has no word of its own: Guam, St. Croix Island. */
export type CountyKind =
  | 'COUNTY'
  | 'PARISH'
  | 'BOROUGH'
  | 'CITY_AND_BOROUGH'
  | 'MUNICIPALITY'
  | 'CENSUS_AREA'
  | 'MUNICIPIO'
  | 'INDEPENDENT_CITY'
  | 'PLANNING_REGION'
  | 'EQUIVALENT';

export type PlaceKind =
  | 'CITY'
  | 'TOWN'
  | 'TOWNSHIP'
  | 'VILLAGE'
  | 'BOROUGH'
  | 'PLANTATION'
  | 'WARD'
  | 'PLACE';

export type RegionKind = 'NATION' | 'CISA_REGION' | StateKind | CountyKind | PlaceKind;

/** How a code went out of use. */
export interface CodeChange {
  /** The day from which the Census Bureau uses the successors, `YYYY-MM-DD`. */
  readonly effective: string;
  readonly reason: string;
  /** The codes that took its place: every one that holds a part of its land. They may have changed again since. */
  readonly successors: readonly RegionCode[];
}

export interface Region {
  readonly code: RegionCode;
  readonly level: RegionLevel;
  readonly kind: RegionKind;
  /** Its name in law: `Dane County`, `Orleans Parish`, `St. Louis city`. */
  readonly name: string;
  /** Its name without what it is: `Dane`, `Orleans`, `St. Louis`. */
  readonly shortName: string;
  /** Its name with the county and state that hold it: `Dane County, Wisconsin`. */
  readonly fullName: string;
  /** The code of the region right above; `null` for the nation. */
  readonly parent: RegionCode | null;
  /** Set where the code is no longer in use. Such a region has a name and a line above it, and nothing under it. */
  readonly retired?: CodeChange;
}
