import { NATION } from './built-in.js';
import type { Region, RegionCode } from './region.js';
import { stateByFips, stateByPostal } from './states.js';

/** The two-letter code of the United States Postal Service, for states, the district and territories: `WI`. */
export const toPostal = (region: Region): string | undefined =>
  region.level === 'STATE' ? stateByFips(region.code)?.postal : undefined;

/** The state of a postal code, in either case. */
export const fromPostal = (postal: string): RegionCode | undefined =>
  stateByPostal(postal.toUpperCase())?.fips;

/** ISO 3166-2: `US-WI`; the nation is `US` (ISO 3166-1). What lies between and below has none. */
export function toIso(region: Region): string | undefined {
  if (region.level === 'NATION') return NATION.code;
  const postal = toPostal(region);
  return postal && `US-${postal}`;
}

/** The region of an ISO 3166 code, in either case. A territory's own country code, `PR`, is the same as `US-PR`. */
export function fromIso(iso: string): RegionCode | undefined {
  const code = iso.toUpperCase();
  if (code === NATION.code) return NATION.code;
  if (code.startsWith('US-')) return fromPostal(code.slice(3));
  const state = stateByPostal(code);
  return state?.kind === 'TERRITORY' ? state.fips : undefined;
}
