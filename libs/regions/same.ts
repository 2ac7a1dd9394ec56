import { BUILT_IN_REGIONS, NATION, RETIRED_REGIONS } from './built-in.js';
import type { Region, RegionCode } from './region.js';

/** `PSSCCC` (47 CFR 11.31): a part of the county, or 0 for all of it; the state; the county, or 000 for all of the state. */
const SAME = /^\d(?<state>\d\d)(?<county>\d{3})$/;

const known = new Set([...BUILT_IN_REGIONS, ...RETIRED_REGIONS].map(({ code }) => code));

/** The SAME location code, which CAP carries as a geocode: `000000` the nation, `055000` a state, `055025` a county. */
export function toSame(region: Region): string | undefined {
  switch (region.level) {
    case 'NATION':
      return '000000';
    case 'STATE':
      return `0${region.code}000`;
    case 'COUNTY':
      return `0${region.code}`;
    default:
      return undefined;
  }
}

/**
 * The region of a SAME location code; a code for a part of a county gives the county. The region's code may be one that
 * is no longer in use: the National Weather Service goes on naming Connecticut's counties.
 */
export function fromSame(same: string): RegionCode | undefined {
  const { state, county } = SAME.exec(same)?.groups ?? {};
  if (!state || !county) return undefined;
  if (same === '000000') return NATION.code;
  const code = county === '000' ? state : state + county;
  return known.has(code) ? code : undefined;
}

/**
 * The SAME location codes that together cover a region and that receivers know: a CISA region's states, a place's
 * county, and for a planning region of Connecticut the counties that its towns lie in.
 */
export function sameCovering(region: Region): readonly string[] {
  switch (region.kind) {
    case 'CISA_REGION':
      return BUILT_IN_REGIONS.filter(({ parent }) => parent === region.code).map(({ code }) => `0${code}000`);
    case 'PLANNING_REGION':
      return RETIRED_REGIONS.filter(({ retired }) => retired?.successors.includes(region.code)).map(
        ({ code }) => `0${code}`,
      );
    default: {
      const own = toSame(region);
      if (own) return [own];
      const county = BUILT_IN_REGIONS.find(({ code }) => code === region.parent);
      return county ? sameCovering(county) : [];
    }
  }
}
