import { BUILT_IN_REGIONS, NATION, RETIRED_REGIONS } from './built-in.js';
import { type AddedPlace, assertPlaceCode, PlaceRefused, placeRegion } from './place.js';
import type { CodeChange, Region, RegionCode, RegionLevel } from './region.js';

/** What a code means today. */
export interface Resolution {
  /** The region itself, or those that took its place. */
  readonly regions: readonly Region[];
  /** Set when the code that was asked for is no longer in use. */
  readonly changed?: CodeChange;
}

const COUNTY_DIGITS = 5;
const NONE: readonly Region[] = [];

type WhenRefused = (refusal: PlaceRefused, place: AddedPlace) => void;

const fail = (refusal: PlaceRefused): never => {
  throw refusal;
};

/** `Town of Madison` and `Madison town` are the same name; `Madison city` is another. */
const isNamesake = (one: Region, other: Region): boolean =>
  one.kind === other.kind && one.shortName.toLowerCase() === other.shortName.toLowerCase();

/**
 * The strict tree of regions: what is built in and the places that a hub added. It never changes; `withPlaces` makes
 * another. An unknown code has no region, no line and no place in the tree: nothing is at or under it.
 */
export class RegionTree {
  readonly #regions = new Map<RegionCode, Region>();
  readonly #children = new Map<RegionCode, Region[]>();
  /** Those that somebody asked for: every request asks for the same few. */
  readonly #lines = new Map<RegionCode, readonly RegionCode[]>();
  /** The added places, in the order in which they were added. */
  readonly places: readonly Region[];

  /**
   * @param whenRefused told of a place that cannot be added, which is then left out
   * @throws PlaceRefused at the first such place when nobody is to be told
   */
  constructor(places: readonly AddedPlace[] = [], whenRefused: WhenRefused = fail) {
    for (const region of BUILT_IN_REGIONS) this.#add(region);
    for (const region of RETIRED_REGIONS) this.#regions.set(region.code, region);
    this.places = places.flatMap((place) => this.#addPlace(place, whenRefused));
    if (places.length > 0) {
      for (const siblings of this.#children.values()) siblings.sort((a, b) => (a.code < b.code ? -1 : 1));
    }
  }

  #add(region: Region): Region {
    this.#regions.set(region.code, region);
    if (region.parent === null) return region;
    const siblings = this.#children.get(region.parent);
    if (siblings) siblings.push(region);
    else this.#children.set(region.parent, [region]);
    return region;
  }

  #addPlace(place: AddedPlace, whenRefused: WhenRefused): Region[] {
    try {
      return [this.#add(this.#checked(place))];
    } catch (error) {
      if (!(error instanceof PlaceRefused)) throw error;
      whenRefused(error, place);
      return [];
    }
  }

  #checked(place: AddedPlace): Region {
    assertPlaceCode(place.code);
    const county = this.#regions.get(place.code.slice(0, COUNTY_DIGITS));
    if (!county) {
      throw new PlaceRefused(
        'UNKNOWN_COUNTY',
        'code',
        `There is no county ${place.code.slice(0, COUNTY_DIGITS)}.`,
      );
    }
    if (county.retired) {
      const today = this.resolve(county.code)?.regions.map(({ code, name }) => `${code} (${name})`);
      const message = `${county.code} (${county.fullName}) is no longer in use; it is now ${today?.join(', ')}.`;
      throw new PlaceRefused('RETIRED_COUNTY', 'code', message);
    }
    const region = placeRegion(place, county);
    if (this.#regions.has(region.code)) {
      throw new PlaceRefused('TAKEN', 'code', `${region.code} is already in the tree.`);
    }
    if (this.#children.get(county.code)?.some((sibling) => isNamesake(sibling, region))) {
      throw new PlaceRefused('TAKEN', 'name', `${county.fullName} already has a place of that name.`);
    }
    return region;
  }

  /** @throws PlaceRefused at the first place that cannot be added */
  withPlaces(added: readonly AddedPlace[]): RegionTree {
    return new RegionTree([...this.places, ...added]);
  }

  /** The region of a code, also of one that is no longer in use. */
  region(code: RegionCode): Region | undefined {
    return this.#regions.get(code);
  }

  level(code: RegionCode): RegionLevel | undefined {
    return this.#regions.get(code)?.level;
  }

  parent(code: RegionCode): Region | undefined {
    const above = this.#regions.get(code)?.parent;
    return above ? this.#regions.get(above) : undefined;
  }

  /** What lies above a region, nearest first, up to the nation. */
  ancestors(code: RegionCode): readonly Region[] {
    const above: Region[] = [];
    for (let next = this.parent(code); next; next = this.parent(next.code)) above.push(next);
    return above;
  }

  /** A region's code followed by all those above it, nearest first: `['55025', '55', 'R05', 'US']`. */
  line(code: RegionCode): readonly RegionCode[] {
    const known = this.#lines.get(code);
    if (known) return known;
    if (!this.#regions.has(code)) return [];
    const line = [code, ...this.ancestors(code).map((region) => region.code)];
    this.#lines.set(code, line);
    return line;
  }

  isAtOrUnder(code: RegionCode, ancestor: RegionCode): boolean {
    for (let at = this.#regions.get(code); at; at = this.parent(at.code))
      if (at.code === ancestor) return true;
    return false;
  }

  /** The regions in use directly under a region, by code. */
  children(code: RegionCode): readonly Region[] {
    return this.#children.get(code) ?? NONE;
  }

  /** The state that a region is or lies in; none for the nation and CISA's regions. */
  stateOf(code: RegionCode): Region | undefined {
    return [this.#regions.get(code), ...this.ancestors(code)].find((region) => region?.level === 'STATE');
  }

  /** Every region in use, a region before those under it. */
  *all(from: RegionCode = NATION.code): Iterable<Region> {
    const region = this.#regions.get(from);
    if (!region || region.retired) return;
    yield region;
    for (const child of this.children(from)) yield* this.all(child.code);
  }

  /**
   * What a code means today. A place whose county's code changed is looked for under the county's successors, since the
   * Census Bureau keeps a subdivision's own five digits.
   * @returns undefined for a code that never was
   */
  resolve(code: RegionCode): Resolution | undefined {
    const region = this.#regions.get(code);
    if (region?.retired) return { regions: this.#successors(region.retired), changed: region.retired };
    if (region) return { regions: [region] };

    const county = this.#regions.get(code.slice(0, COUNTY_DIGITS));
    if (!county?.retired) return undefined;
    const digits = code.slice(COUNTY_DIGITS);
    const moved = this.#successors(county.retired).map((successor) =>
      this.#regions.get(successor.code + digits),
    );
    const regions = moved.filter((place) => place !== undefined);
    if (regions.length === 0) return undefined;
    return { regions, changed: { ...county.retired, successors: regions.map((place) => place.code) } };
  }

  #successors({ successors }: CodeChange): readonly Region[] {
    const regions = successors.flatMap((code) => this.resolve(code)?.regions ?? []);
    return [...new Set(regions)];
  }
}

/** What every hub starts with, without added places. */
export const builtInTree = new RegionTree();
