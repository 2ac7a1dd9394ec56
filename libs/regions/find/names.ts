import type { Region, RegionCode } from '../region.js';
import { stateByFips } from '../states.js';
import { canonical, words } from './normalize.js';

type Words = readonly string[];

/** A name under which a region is found. */
export interface Name {
  readonly words: Words;
  /** Which of the words are its own, from and to: those around them say what it is, and alone they find nothing. */
  readonly own: readonly [from: number, to: number];
  /** Others have it too, as `Dane` of Dane County: it ranks behind a name in full. */
  readonly common: boolean;
}

/** What a region is found by: its names, and the phrases that may stand beside one to say which is meant. */
export interface Entry {
  readonly region: Region;
  readonly names: readonly Name[];
  readonly contexts: readonly Words[];
}

const NATION_PHRASES = ['US', 'USA', 'United States', 'United States of America'];
const OTHER_STATE_NAMES: Readonly<Record<string, readonly string[]>> = {
  '11': ['Washington DC', 'Washington, District of Columbia'],
  '69': ['CNMI', 'Commonwealth of the Northern Mariana Islands'],
  '72': ['Commonwealth of Puerto Rico'],
  '78': ['Virgin Islands', 'USVI', 'United States Virgin Islands'],
};

const phrase = (text: string): Words => words(text).map(canonical);

const whole = (name: Words): Name => ({ words: name, own: [0, name.length], common: false });

/** `DeKalb` is also written `De Kalb`, and `La Salle` `LaSalle`. */
function spellings(name: string): string[] {
  const parted = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  const joined = name.replace(/^(D[aeu]|L[aeo]|Mc) (?=\p{Lu})/u, '$1');
  return [...new Set([name, parted, joined])];
}

/** `Dane County` and, shared with others, `Dane`; a town is also the `Town of Dane`. */
function namesWithKind({ shortName }: Region, kind: Words, kindFirst: boolean): Name[] {
  return spellings(shortName).flatMap((spelling): Name[] => {
    const own = phrase(spelling);
    const full: Name = { words: [...own, ...kind], own: [0, own.length], common: false };
    const short: Name = { ...full, words: own, common: true };
    if (!kindFirst) return [full, short];
    const before = [...kind, 'of'];
    return [
      full,
      short,
      { ...full, words: [...before, ...own], own: [before.length, before.length + own.length] },
    ];
  });
}

function stateNames(code: string): string[] {
  const state = stateByFips(code.slice(0, 2));
  return state ? [state.name, state.postal, ...(OTHER_STATE_NAMES[state.fips] ?? [])] : [];
}

function namesOf(region: Region): Name[] {
  const { name, shortName, kind } = region;
  switch (region.level) {
    case 'NATION':
      return [...NATION_PHRASES, 'Nation'].map(phrase).map(whole);
    case 'CISA_REGION': {
      const number = Number(region.code.slice(1));
      return [name, `Region ${number}`, `R${number}`, `FEMA Region ${number}`].map(phrase).map(whole);
    }
    case 'STATE':
      return stateNames(region.code).map(phrase).map(whole);
    case 'COUNTY': {
      const names = namesWithKind(region, phrase(name.slice(shortName.length)), kind === 'INDEPENDENT_CITY');
      // A city's short name is all of its name in speech: `Baltimore` is the city before it is the county.
      return kind === 'INDEPENDENT_CITY' ? names.map((each) => ({ ...each, common: false })) : names;
    }
    case 'PLACE':
      return kind === 'PLACE' ? [whole(phrase(name))] : namesWithKind(region, [kind.toLowerCase()], true);
  }
}

/** What may stand beside the name of a region right under this one. */
function contextsUnder(above: Region): string[] {
  switch (above.level) {
    case 'NATION':
      return [];
    case 'CISA_REGION':
      return NATION_PHRASES;
    case 'STATE':
      return stateNames(above.code);
    default: {
      const states = stateNames(above.code);
      const counties = [above.name, above.shortName];
      return [
        ...states,
        ...counties,
        ...counties.flatMap((county) => states.map((state) => `${county} ${state}`)),
      ];
    }
  }
}

/** @param above gives a region's parent */
export function entriesOf(
  regions: readonly Region[],
  above: (code: RegionCode) => Region | undefined,
): Entry[] {
  const contexts = new Map<RegionCode, readonly Words[]>();
  return regions.map((region) => {
    const parent = region.parent ? above(region.parent) : undefined;
    if (!parent) return { region, names: namesOf(region), contexts: [] };
    const beside = contexts.get(parent.code) ?? contextsUnder(parent).map(phrase);
    contexts.set(parent.code, beside);
    return { region, names: namesOf(region), contexts: beside };
  });
}
