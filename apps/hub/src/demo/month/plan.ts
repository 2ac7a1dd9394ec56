import type { Region, RegionCode, RegionTree } from '#regions';
import type { Random } from '../random.js';
import { GUIDANCE } from './advisories/guidance.js';
import { PRODUCT_ADVISORIES } from './advisories/products.js';
import { stateAdvisories } from './advisories/states.js';
import { informationAlerts } from './alerts/information.js';
import { mailAlerts } from './alerts/mail.js';
import { networkAlerts } from './alerts/networks.js';
import { pollingAlerts } from './alerts/polling.js';
import { safetyAlerts } from './alerts/safety.js';
import { stateAlerts } from './alerts/states.js';
import { BULLETINS } from './bulletins/intelligence.js';
import { regionPicture } from './bulletins/regional.js';
import { TARGETED } from './bulletins/targeted.js';
import type { Planned } from './deed.js';
import { EXERCISE, weeklyTest } from './drills.js';
import type { Handle, Scene, Telling, Text } from './text.js';

const COUNTY_ALERTS: Readonly<Record<string, Telling>> = {
  ...mailAlerts,
  ...networkAlerts,
  ...pollingAlerts,
  ...safetyAlerts,
  ...informationAlerts,
};

/** In which states counties write, one after another; those of the personas come more often. */
const COUNTY_STATES: readonly RegionCode[] = [
  '55',
  '12',
  '26',
  '13',
  '55',
  '42',
  '04',
  '17',
  '12',
  '39',
  '55',
  '32',
  '48',
  '06',
  '36',
  '37',
  '55',
  '27',
  '53',
  '08',
  '12',
  '51',
  '72',
  '23',
  '19',
  '29',
  '22',
  '41',
  '09',
];
const STATES: readonly RegionCode[] = ['55', '12', '26', '42', '17', '04', '13'];
/** Counties that write in the personas' states, in turn; elsewhere it is left to chance. */
const KNOWN: Readonly<Record<RegionCode, readonly RegionCode[]>> = {
  '55': ['55025', '55079', '55105', '55009', '55133', '55141'],
  '12': ['12086', '12057', '12011', '12103'],
};
const ROUNDS = 3;
const EXTRA_ALERTS = 6;
const REGIONS = Array.from({ length: 10 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);

/** Who tells what is not told by a county or state. */
const TELLERS: Readonly<Record<string, Handle>> = {
  secondFactor: 'CISA',
  restoreTest: 'CISA',
  paperFallback: 'EAC',
  resultsPage: 'HUB',
  threats: 'DOJ',
  removableMedia: 'EAC',
  vendorAccess: 'CISA',
  syntheticMedia: 'HUB',
  mailAuthentication: 'CISA',
  custody: 'EAC',
  pollbookCertificates: 'POLLBOOK',
  pollbookSignIn: 'POLLBOOK',
  tabulatorRoller: 'TABULATOR',
  tabulatorExport: 'TABULATOR',
  remoteDesktop: 'CISA',
  signingLibrary: 'HUB',
  influenceNetwork: 'ODNI',
  registrationTargeting: 'CISA',
  ransomwareOutlook: 'CISA',
  swattingTrend: 'FBI',
  threatCases: 'DOJ',
  frontCompany: 'TREASURY',
  mediaAbroad: 'STATE',
  insiderRecruiting: 'FBI',
  victimState: 'CISA',
  victimCounty: 'FBI',
  victimDistant: 'FBI',
  cyberGroup: 'CISA',
  onBehalf: 'HUB',
};

/** All that is published in the month, in no order. */
export function plan(tree: RegionTree, random: Random): Planned[] {
  const tell = (name: string, telling: Telling, place: Region): Planned => {
    const scene: Scene = { place, state: tree.stateOf(place.code) as Region, random };
    return { key: `${name}/${place.code}`, by: place.code, text: telling(scene) };
  };
  const place = (code: RegionCode) => tree.region(code) as Region;
  const told = Object.entries<Text>({ ...GUIDANCE, ...PRODUCT_ADVISORIES, ...BULLETINS, ...TARGETED });
  return [
    ...countyTurns().map(([name, code], turn) =>
      tell(name, COUNTY_ALERTS[name] as Telling, place(writer(tree, code, turn, random))),
    ),
    ...turns(stateAlerts, 3).map(([name, telling], turn) =>
      tell(name, telling, place(STATES[turn % STATES.length] as string)),
    ),
    ...turns(stateAdvisories, 3).map(([name, telling], turn) =>
      tell(name, telling, place(STATES[turn % STATES.length] as string)),
    ),
    ...told.map(([name, text]) => ({ key: name, by: TELLERS[name] as Handle, text })),
    ...REGIONS.map((region) => ({
      key: `picture/${region}`,
      by: 'HUB',
      text: regionPicture(region, random),
    })),
    ...[1, 2, 3, 4].map((week) => ({
      key: `test/${week}`,
      by: 'HUB',
      text: weeklyTest(week),
      when: weekly(week),
    })),
    ...EXERCISE.map((inject, hour) => ({
      ...tell(`exercise-${hour}`, inject, place('55')),
      when: afternoon(16, hour),
    })),
    ...EXERCISE.map((inject, hour) => ({
      ...tell(`exercise-${hour}`, inject, place('12')),
      when: afternoon(9, hour),
    })),
  ];
}

const weekly = (week: number) => ({ day: week * 7 - 3, hour: 15 });
const afternoon = (day: number, hours: number) => ({ day, hour: 18 + hours });

/** Every entry so many times, so that those of one kind do not stand together. */
const turns = <T>(entries: Readonly<Record<string, T>>, rounds: number): [string, T][] =>
  Array.from({ length: rounds }, () => Object.entries(entries)).flat();

function countyTurns(): [name: string, state: RegionCode][] {
  const names = turns(COUNTY_ALERTS, ROUNDS + 1).slice(
    0,
    ROUNDS * Object.keys(COUNTY_ALERTS).length + EXTRA_ALERTS,
  );
  return names.map(([name], turn) => [name, COUNTY_STATES[turn % COUNTY_STATES.length] as RegionCode]);
}

function writer(tree: RegionTree, state: RegionCode, turn: number, random: Random): RegionCode {
  const known = KNOWN[state];
  return known ? (known[turn % known.length] as RegionCode) : random.pick(tree.children(state)).code;
}
