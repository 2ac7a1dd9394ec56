import fc from 'fast-check';
import { PLACE_NAME_LIMIT, type PlaceRefusal, PlaceRefused } from './place.js';
import { builtInTree, RegionTree } from './region-tree.js';

const madison = { code: '5502548000', name: 'Madison city' };
const town = { code: '5502548025', name: 'Town of Madison' };
const tree = new RegionTree([town, madison]);

describe('a tree with places', () => {
  it('answers for them as for any region', () => {
    expect(tree.region(madison.code)).toEqual({
      code: '5502548000',
      level: 'PLACE',
      kind: 'CITY',
      name: 'Madison city',
      shortName: 'Madison',
      fullName: 'Madison city, Dane County, Wisconsin',
      parent: '55025',
    });
    expect(tree.line(madison.code)).toEqual(['5502548000', '55025', '55', 'R05', 'US']);
    expect(tree.stateOf(madison.code)?.code).toBe('55');
    expect(tree.children('55025').map(({ code }) => code)).toEqual([madison.code, town.code]);
    expect(tree.isAtOrUnder(madison.code, 'R05')).toBe(true);
    expect(tree.isAtOrUnder(madison.code, '55079')).toBe(false);
    expect(tree.resolve(madison.code)?.regions).toEqual([tree.region(madison.code)]);
  });

  it.each([
    ['Town of Madison', 'TOWN', 'Madison'],
    ['Madison town', 'TOWN', 'Madison'],
    ['Jersey City', 'PLACE', 'Jersey City'],
    ['Jersey City city', 'CITY', 'Jersey City'],
    ['Bath charter township', 'TOWNSHIP', 'Bath charter'],
    ['Precinct 4', 'PLACE', 'Precinct 4'],
  ])('reads %s as a %s called %s', (name, kind, shortName) => {
    expect(new RegionTree([{ ...madison, name }]).region(madison.code)).toMatchObject({
      name,
      kind,
      shortName,
    });
  });

  it('leaves the tree that it was made from as it was', () => {
    const more = tree.withPlaces([{ code: '5507953000', name: 'Milwaukee city' }]);
    expect(more.places).toHaveLength(3);
    expect(tree.region('5507953000')).toBeUndefined();
    expect(builtInTree.children('55025')).toEqual([]);
  });

  it('finds a place by the code that it had under a county whose code changed', () => {
    const connecticut = new RegionTree([{ code: '0912008070', name: 'Bridgeport town' }]);
    const { regions, changed } = connecticut.resolve('0900108070') ?? {};
    expect(regions?.map(({ code }) => code)).toEqual(['0912008070']);
    expect(changed).toMatchObject({ effective: '2022-06-06', successors: ['0912008070'] });
    expect(connecticut.resolve('0900318430')).toBeUndefined();
    expect(builtInTree.resolve('0900108070')).toBeUndefined();
  });
});

describe('a place that cannot be added', () => {
  const refusal = (place: { code?: string; name?: string }) => {
    try {
      tree.withPlaces([{ code: '5502500875', name: 'Albion town', ...place }]);
    } catch (error) {
      if (error instanceof PlaceRefused) return [error.field, error.reason];
      throw error;
    }
    return undefined;
  };

  it.each<[string, { code?: string; name?: string }, ['code' | 'name', PlaceRefusal] | undefined]>([
    ['nothing wrong', {}, undefined],
    ['a short code', { code: '55025' }, ['code', 'MALFORMED']],
    ['a long code', { code: '55025008751' }, ['code', 'MALFORMED']],
    ['a code with letters', { code: '55025ABCDE' }, ['code', 'MALFORMED']],
    ['digits of another script', { code: '５５０２５００８７５' }, ['code', 'MALFORMED']],
    ['a county that is not there', { code: '5599900875' }, ['code', 'UNKNOWN_COUNTY']],
    ['a county out of use', { code: '0900108070' }, ['code', 'RETIRED_COUNTY']],
    ['a code that is there', { code: madison.code }, ['code', 'TAKEN']],
    ['a name that is there', { name: 'Madison city' }, ['name', 'TAKEN']],
    ['a name that is there, written otherwise', { name: 'MADISON town' }, ['name', 'TAKEN']],
    ['the same name in another county', { code: '5507900875', name: 'Madison city' }, undefined],
    ['no name', { name: ' ' }, ['name', 'EMPTY']],
    ['a name of nothing but signs', { name: '--' }, ['name', 'MALFORMED']],
    ['a name that is too long', { name: 'x'.repeat(PLACE_NAME_LIMIT + 1) }, ['name', 'TOO_LONG']],
    ['markup', { name: 'Albion <b>town' }, ['name', 'MALFORMED']],
    ['a line break', { name: 'Albion\ntown' }, ['name', 'MALFORMED']],
    ['a turn of direction', { name: 'Albion \u202Etown' }, ['name', 'MALFORMED']],
  ])('%s', (_, place, expected) => expect(refusal(place)).toEqual(expected));

  it('tells what a county that is out of use is now', () => {
    expect(() => tree.withPlaces([{ code: '0900708070', name: 'Chester town' }])).toThrow(
      /09130 \(Lower Connecticut/,
    );
  });

  it('never gets in, whatever it is made of', () => {
    const added = { code: fc.string({ maxLength: 12 }), name: fc.string({ unit: 'binary', maxLength: 120 }) };
    fc.assert(
      fc.property(fc.record(added), (place) => {
        try {
          const region = tree.withPlaces([place]).region(place.code);
          expect(region?.parent).toBe(place.code.slice(0, 5));
          expect(region?.name).not.toMatch(/[\p{C}<>]/u);
        } catch (error) {
          expect(error).toBeInstanceOf(PlaceRefused);
        }
      }),
      { numRuns: 100 },
    );
  });
});
