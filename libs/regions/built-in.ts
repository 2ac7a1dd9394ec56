import { RETIRED_COUNTIES } from './code-changes.js';
import { COUNTIES } from './counties.js';
import { countyKind, countyName } from './county-names.js';
import type { CodeChange, CountyKind, Region, RegionCode } from './region.js';
import { CISA_REGIONS, STATES, stateByFips } from './states.js';

export const NATION: Region = {
  code: 'US',
  level: 'NATION',
  kind: 'NATION',
  name: 'United States',
  shortName: 'United States',
  fullName: 'United States',
  parent: null,
};

function cisaRegion(code: RegionCode): Region {
  const name = `CISA Region ${Number(code.slice(1))}`;
  return {
    code,
    level: 'CISA_REGION',
    kind: 'CISA_REGION',
    name,
    shortName: name,
    fullName: name,
    parent: NATION.code,
  };
}

function county(code: RegionCode, shortName: string, kind: CountyKind, retired?: CodeChange): Region {
  const name = countyName(code, shortName, kind);
  const parent = code.slice(0, 2);
  const fullName = `${name}, ${stateByFips(parent)?.name}`;
  return { code, level: 'COUNTY', kind, name, shortName, fullName, parent, ...(retired && { retired }) };
}

/** The nation, CISA's regions, the states and the counties of today, each after the region above it. */
export const BUILT_IN_REGIONS: readonly Region[] = [
  NATION,
  ...CISA_REGIONS.map(cisaRegion),
  ...STATES.map(
    ({ fips, name, kind, cisaRegion: parent }): Region => ({
      code: fips,
      level: 'STATE',
      kind,
      name,
      shortName: name,
      fullName: name,
      parent,
    }),
  ),
  ...COUNTIES.map(({ code, shortName }) => county(code, shortName, countyKind(code))),
];

/** The counties whose codes are no longer in use. */
export const RETIRED_REGIONS: readonly Region[] = RETIRED_COUNTIES.map(
  ({ code, shortName, kind, effective, reason, successors }) =>
    county(code, shortName, kind, { effective, reason, successors }),
);
