import type { PlaceKind, Region, RegionCode } from './region.js';

/** A place below a county as a hub adds it. */
export interface AddedPlace {
  /** Ten digits: the county's GEOID, then the Census Bureau's five digits for the county subdivision. */
  readonly code: RegionCode;
  /** Its name with what it is: `Town of Madison`, `Green Bay city`. */
  readonly name: string;
}

export type PlaceRefusal = 'MALFORMED' | 'UNKNOWN_COUNTY' | 'RETIRED_COUNTY' | 'TAKEN' | 'EMPTY' | 'TOO_LONG';

/** Why a place cannot be added: `field` is the part of the input at fault, `message` a sentence for whoever asked. */
export class PlaceRefused extends Error {
  constructor(
    readonly reason: PlaceRefusal,
    readonly field: 'code' | 'name',
    message: string,
  ) {
    super(message);
    this.name = 'PlaceRefused';
  }
}

export const PLACE_NAME_LIMIT = 100;

const CODE = /^\d{10}$/;
const NAME = /^[\p{L}\p{M}\p{N} .,'’()/&-]+$/u;
const KINDS: readonly PlaceKind[] = ['CITY', 'TOWN', 'TOWNSHIP', 'VILLAGE', 'BOROUGH', 'PLANTATION', 'WARD'];
const WORDS = KINDS.join('|').toLowerCase();
/** `Town of Madison`, in any case. */
const BEFORE = new RegExp(`^(?<kind>${WORDS}) of (?<short>.+)$`, 'iu');
/** `Madison town`, as the Census Bureau writes it: a capital would belong to the name, as in `Jersey City`. */
const AFTER = new RegExp(`^(?<short>.+) (?<kind>${WORDS})$`, 'u');

/** Takes a place's name apart: `Town of Madison` and `Madison town` are both a `TOWN` called `Madison`. */
export function placeName(name: string): { kind: PlaceKind; shortName: string } {
  const { kind, short } = (BEFORE.exec(name) ?? AFTER.exec(name))?.groups ?? {};
  return kind && short
    ? { kind: kind.toUpperCase() as PlaceKind, shortName: short }
    : { kind: 'PLACE', shortName: name };
}

/**
 * The region that a place below `county` is.
 * @throws PlaceRefused when the code's or the name's form is wrong; who calls looks after what the tree knows.
 */
export function placeRegion(place: AddedPlace, county: Region): Region {
  const name = place.name.normalize('NFC').trim();
  if (name === '') throw new PlaceRefused('EMPTY', 'name', 'A place needs a name.');
  if (name.length > PLACE_NAME_LIMIT) {
    throw new PlaceRefused('TOO_LONG', 'name', `A place's name has at most ${PLACE_NAME_LIMIT} characters.`);
  }
  if (!NAME.test(name) || !/\p{L}|\p{N}/u.test(name)) {
    throw new PlaceRefused(
      'MALFORMED',
      'name',
      "A place's name is made of letters, digits, spaces and simple punctuation.",
    );
  }
  return {
    code: place.code,
    level: 'PLACE',
    ...placeName(name),
    name,
    fullName: `${name}, ${county.fullName}`,
    parent: county.code,
  };
}

/** Whether a code has the form of a place's: ten digits. */
export const isPlaceCode = (code: string): boolean => CODE.test(code);

/** @throws PlaceRefused when it is not ten digits */
export function assertPlaceCode(code: string): void {
  if (!isPlaceCode(code)) {
    throw new PlaceRefused(
      'MALFORMED',
      'code',
      "A place's code is ten digits: its county's five and its own five.",
    );
  }
}
