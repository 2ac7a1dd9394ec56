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
import { CLOSED } from './closed.js';
import type { Planned } from './deed.js';
import { EXERCISE, weeklyTest } from './drills.js';
import { TELLERS } from './tellers.js';
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
  '55': ['55025', '55079', '55105', '55009', '55133'],
  '12': ['12086', '12057', '12011', '12103'],
};
const ROUNDS = 3;
const EXTRA_ALERTS = 6;
const WEEKS = [1, 2, 3, 4];
const REGIONS = Array.from({ length: 10 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);

/** On which day what has a long sequel is told, that it may have it. */
const EARLY: Readonly<Record<string, Planned['when']>> = {
  secondFactor: { day: 3, hour: 16 },
  remoteDesktop: { day: 6, hour: 21 },
};

/** All that is published in the month, in no order. */
export function plan(tree: RegionTree, random: Random): Planned[] {
  const place = (code: RegionCode) => tree.region(code) as Region;
  const tell = (name: string, telling: Telling, code: RegionCode): Planned => {
    const scene: Scene = { place: place(code), state: tree.stateOf(code) as Region, random };
    return { key: `${name}/${code}`, by: code, text: telling(scene) };
  };
  const inTurn = ([name, telling]: [string, Telling], turn: number) =>
    tell(name, telling, STATES[turn % STATES.length] as RegionCode);
  const told = Object.entries<Text>({ ...GUIDANCE, ...PRODUCT_ADVISORIES, ...BULLETINS, ...TARGETED });
  return [
    ...countyTurns().map(({ name, state, nth }) =>
      tell(name, COUNTY_ALERTS[name] as Telling, writer(tree, state, nth, random)),
    ),
    ...turns<Telling>(stateAlerts, ROUNDS).map(inTurn),
    ...turns<Telling>(stateAdvisories, ROUNDS).map(inTurn),
    ...told.map(([key, text]) => ({ key, by: TELLERS[key] as Handle, text, ...at(EARLY[key]) })),
    ...Object.entries(CLOSED).map(([key, { by, text }]) => ({ key, by, text })),
    ...REGIONS.map((region) => ({
      key: `picture/${region}`,
      by: 'HUB',
      text: regionPicture(region, random),
    })),
    ...WEEKS.map((week) => ({ key: `test/${week}`, by: 'HUB', text: weeklyTest(week), when: weekly(week) })),
    ...EXERCISE.map((inject, hour) => ({
      ...tell(`exercise-${hour}`, inject, '55'),
      when: afternoon(16, hour),
    })),
    ...EXERCISE.map((inject, hour) => ({
      ...tell(`exercise-${hour}`, inject, '12'),
      when: afternoon(9, hour),
    })),
  ];
}

const at = (when: Planned['when']) => (when ? { when } : {});
const weekly = (week: number) => ({ day: week * 7 - 3, hour: 15 });
const afternoon = (day: number, hours: number) => ({ day, hour: 18 + hours });

/** Every entry so many times, so that those of one kind do not stand together. */
const turns = <T>(entries: Readonly<Record<string, T>>, rounds: number): [string, T][] =>
  Array.from({ length: rounds }, () => Object.entries(entries)).flat();

interface Turn {
  readonly name: string;
  readonly state: RegionCode;
  /** How many turns the state had before. */
  readonly nth: number;
}

function countyTurns(): Turn[] {
  const count = ROUNDS * Object.keys(COUNTY_ALERTS).length + EXTRA_ALERTS;
  const had = new Map<RegionCode, number>();
  return turns(COUNTY_ALERTS, ROUNDS + 1)
    .slice(0, count)
    .map(([name], turn) => {
      const state = COUNTY_STATES[turn % COUNTY_STATES.length] as RegionCode;
      const nth = had.get(state) ?? 0;
      had.set(state, nth + 1);
      return { name, state, nth };
    });
}

function writer(tree: RegionTree, state: RegionCode, nth: number, random: Random): RegionCode {
  const known = KNOWN[state];
  return known ? (known[nth % known.length] as RegionCode) : random.pick(tree.children(state)).code;
}
