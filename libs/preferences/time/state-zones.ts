import type { RegionLine } from '#access';

/**
 * The time zone of a state by its FIPS code: that of most of its people, where it has several (49 CFR part 71; names of the IANA
 * database). An office elsewhere in such a state sets its own.
 */
const ZONES: readonly (readonly [zone: string, states: string])[] = [
  ['America/New_York', '09 10 11 12 13 23 24 25 33 34 36 37 39 42 44 45 50 51 54'],
  ['America/Detroit', '26'],
  ['America/Indiana/Indianapolis', '18'],
  ['America/Kentucky/Louisville', '21'],
  ['America/Chicago', '01 05 17 19 20 22 27 28 29 31 38 40 46 47 48 55'],
  ['America/Denver', '08 30 35 49 56'],
  ['America/Boise', '16'],
  ['America/Phoenix', '04'],
  ['America/Los_Angeles', '06 32 41 53'],
  ['America/Anchorage', '02'],
  ['Pacific/Honolulu', '15'],
  ['America/Puerto_Rico', '72'],
  ['America/St_Thomas', '78'],
  ['Pacific/Guam', '66'],
  ['Pacific/Saipan', '69'],
  ['Pacific/Pago_Pago', '60'],
];

const BY_STATE = new Map(
  ZONES.flatMap(([zone, states]) => states.split(' ').map((state) => [state, zone] as const)),
);

/** Where most of the nation's clocks are: for those who answer for no state. */
const ELSEWHERE = 'America/New_York';

/** The usual time zone of whoever answers for a jurisdiction. */
export const usualZone = (jurisdiction: RegionLine): string =>
  jurisdiction.map((region) => BY_STATE.get(region)).find(Boolean) ?? ELSEWHERE;
