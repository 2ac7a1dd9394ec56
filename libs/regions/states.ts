import type { RegionCode, StateKind } from './region.js';

export interface State {
  /** Two-digit FIPS code, which is the region's code. */
  readonly fips: RegionCode;
  readonly postal: string;
  readonly cisaRegion: RegionCode;
  readonly name: string;
  readonly kind: StateKind;
}

const TERRITORIES = ['AS', 'GU', 'MP', 'PR', 'VI'];

/**
 * FIPS code (ANSI INCITS 38), postal code (USPS Publication 28) and CISA region of each state, the district and the
 * five territories. CISA's regions are those of FEMA.
 */
const TABLE: readonly (readonly [fips: string, postal: string, cisa: string, name: string])[] = [
  ['01', 'AL', 'R04', 'Alabama'],
  ['02', 'AK', 'R10', 'Alaska'],
  ['04', 'AZ', 'R09', 'Arizona'],
  ['05', 'AR', 'R06', 'Arkansas'],
  ['06', 'CA', 'R09', 'California'],
  ['08', 'CO', 'R08', 'Colorado'],
  ['09', 'CT', 'R01', 'Connecticut'],
  ['10', 'DE', 'R03', 'Delaware'],
  ['11', 'DC', 'R03', 'District of Columbia'],
  ['12', 'FL', 'R04', 'Florida'],
  ['13', 'GA', 'R04', 'Georgia'],
  ['15', 'HI', 'R09', 'Hawaii'],
  ['16', 'ID', 'R10', 'Idaho'],
  ['17', 'IL', 'R05', 'Illinois'],
  ['18', 'IN', 'R05', 'Indiana'],
  ['19', 'IA', 'R07', 'Iowa'],
  ['20', 'KS', 'R07', 'Kansas'],
  ['21', 'KY', 'R04', 'Kentucky'],
  ['22', 'LA', 'R06', 'Louisiana'],
  ['23', 'ME', 'R01', 'Maine'],
  ['24', 'MD', 'R03', 'Maryland'],
  ['25', 'MA', 'R01', 'Massachusetts'],
  ['26', 'MI', 'R05', 'Michigan'],
  ['27', 'MN', 'R05', 'Minnesota'],
  ['28', 'MS', 'R04', 'Mississippi'],
  ['29', 'MO', 'R07', 'Missouri'],
  ['30', 'MT', 'R08', 'Montana'],
  ['31', 'NE', 'R07', 'Nebraska'],
  ['32', 'NV', 'R09', 'Nevada'],
  ['33', 'NH', 'R01', 'New Hampshire'],
  ['34', 'NJ', 'R02', 'New Jersey'],
  ['35', 'NM', 'R06', 'New Mexico'],
  ['36', 'NY', 'R02', 'New York'],
  ['37', 'NC', 'R04', 'North Carolina'],
  ['38', 'ND', 'R08', 'North Dakota'],
  ['39', 'OH', 'R05', 'Ohio'],
  ['40', 'OK', 'R06', 'Oklahoma'],
  ['41', 'OR', 'R10', 'Oregon'],
  ['42', 'PA', 'R03', 'Pennsylvania'],
  ['44', 'RI', 'R01', 'Rhode Island'],
  ['45', 'SC', 'R04', 'South Carolina'],
  ['46', 'SD', 'R08', 'South Dakota'],
  ['47', 'TN', 'R04', 'Tennessee'],
  ['48', 'TX', 'R06', 'Texas'],
  ['49', 'UT', 'R08', 'Utah'],
  ['50', 'VT', 'R01', 'Vermont'],
  ['51', 'VA', 'R03', 'Virginia'],
  ['53', 'WA', 'R10', 'Washington'],
  ['54', 'WV', 'R03', 'West Virginia'],
  ['55', 'WI', 'R05', 'Wisconsin'],
  ['56', 'WY', 'R08', 'Wyoming'],
  ['60', 'AS', 'R09', 'American Samoa'],
  ['66', 'GU', 'R09', 'Guam'],
  ['69', 'MP', 'R09', 'Northern Mariana Islands'],
  ['72', 'PR', 'R02', 'Puerto Rico'],
  ['78', 'VI', 'R02', 'U.S. Virgin Islands'],
];

function kindOf(postal: string): StateKind {
  if (postal === 'DC') return 'DISTRICT';
  return TERRITORIES.includes(postal) ? 'TERRITORY' : 'STATE';
}

/** The 50 states, the District of Columbia and the five territories, by code. */
export const STATES: readonly State[] = TABLE.map(([fips, postal, cisaRegion, name]) => ({
  fips,
  postal,
  cisaRegion,
  name,
  kind: kindOf(postal),
}));

export const CISA_REGIONS: readonly RegionCode[] = [
  ...new Set(STATES.map(({ cisaRegion }) => cisaRegion)),
].sort();

const byFips = new Map(STATES.map((state) => [state.fips, state]));
const byPostal = new Map(STATES.map((state) => [state.postal, state]));

export const stateByFips = (fips: string): State | undefined => byFips.get(fips);
export const stateByPostal = (postal: string): State | undefined => byPostal.get(postal);
