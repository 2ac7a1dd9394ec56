import { RETIRED_COUNTIES } from './code-changes.js';
import { ATLAS_COUNTIES } from './counties.generated.js';
import type { RegionCode } from './region.js';

export interface County {
  readonly code: RegionCode;
  readonly shortName: string;
}

/**
 * What us-atlas, of 2017, cannot know or leaves out: Alaska's split of 2019, Connecticut's planning regions of 2022,
 * and American Samoa's two outer atolls.
 */
const BESIDES_ATLAS: readonly County[] = [
  { code: '02063', shortName: 'Chugach' },
  { code: '02066', shortName: 'Copper River' },
  { code: '09110', shortName: 'Capitol' },
  { code: '09120', shortName: 'Greater Bridgeport' },
  { code: '09130', shortName: 'Lower Connecticut River Valley' },
  { code: '09140', shortName: 'Naugatuck Valley' },
  { code: '09150', shortName: 'Northeastern Connecticut' },
  { code: '09160', shortName: 'Northwest Hills' },
  { code: '09170', shortName: 'South Central Connecticut' },
  { code: '09180', shortName: 'Southeastern Connecticut' },
  { code: '09190', shortName: 'Western Connecticut' },
  { code: '60030', shortName: 'Rose Island' },
  { code: '60040', shortName: 'Swains Island' },
];

function atlasCounties(): County[] {
  return ATLAS_COUNTIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [state, ...counties] = line.split('|');
      return counties.map((county) => ({
        code: `${state}${county.slice(0, 3)}`,
        shortName: county.slice(4),
      }));
    });
}

const retired = new Set(RETIRED_COUNTIES.map(({ code }) => code));

/** Every county and county equivalent that is in use today, by code. */
export const COUNTIES: readonly County[] = [...atlasCounties(), ...BESIDES_ATLAS]
  .filter(({ code }) => !retired.has(code))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
