import fc from 'fast-check';
import type { Region } from '../region.js';
import { RegionTree } from '../region-tree.js';
import { FIND_LIMIT, FIND_TEXT_LIMIT, type FindOptions, findRegions } from './find-regions.js';

const tree = new RegionTree([
  { code: '5502548000', name: 'Madison city' },
  { code: '5502548025', name: 'Town of Madison' },
  { code: '2500948500', name: 'Milwaukee town' },
  { code: '3401736000', name: 'Jersey City city' },
  { code: '0912008070', name: 'Bridgeport town' },
]);
const find = (text: string, options?: FindOptions) =>
  findRegions(tree, text, options).map(({ code }) => code);

describe('finding regions', () => {
  it.each([
    ['dane wi', '55025'],
    ['Dane County, Wisconsin', '55025'],
    ['wisconsin dane', '55025'],
    ['dane co wi', '55025'],
    ['franklin ma', '25011'],
    ['DANE  CNTY WIS', '55025'],
    ['St. Louis city', '29510'],
    ['saint louis', '29510'],
    ['st louis county mo', '29189'],
    ['City of Richmond', '51760'],
    ['richmond county va', '51159'],
    ['wi', '55'],
    ['wisconsin', '55'],
    ['Washington D.C.', '11'],
    ['usvi', '78'],
    ['55025', '55025'],
    ['055025', '55025'],
    ['US-WI', '55'],
    ['ocd-division/country:us/state:wi/county:dane', '55025'],
    ['region 5', 'R05'],
    ['r5', 'R05'],
    ['R05', 'R05'],
    ['usa', 'US'],
    ['dona ana', '35013'],
    ['Doña Ana', '35013'],
    ['mayaguez', '72097'],
    ['orleans parish', '22071'],
    ['new york', '36'],
    ['new york ny', '36061'],
    ['washington', '53'],
    ['milw', '55079'],
    ['de kalb il', '17037'],
    ['lasalle tx', '48283'],
    ["prince george's", '24033'],
    ['prince georges md', '24033'],
    ['carroll la', '22035'],
    ['madison wi', '5502548000'],
    ['town of madison', '5502548025'],
    ['madison town dane county wisconsin', '5502548025'],
    ['madison dane', '5502548000'],
    ['jersey city', '3401736000'],
    ['0900108070', '0912008070'],
  ])('%s gives %s first', (text, code) => expect(find(text)[0]).toBe(code));

  it('gives all who share a name, the wider first and then by name', () => {
    expect(find('new york').slice(0, 2)).toEqual(['36', '36061']);
    expect(find('saint louis').slice(0, 3)).toEqual(['29510', '27137', '29189']);
    expect(find('milwaukee')).toEqual(['55079', '2500948500']);
  });

  it('gives what took the place of an old name or code, and never what is out of use', () => {
    expect(find('Fairfield County, Connecticut')).toEqual(['09120', '09140', '09190']);
    expect(find('09001')).toEqual(['09120', '09140', '09190']);
    expect(find('shannon county sd')).toEqual(['46102']);
    expect(find('009007')).toEqual(['09130']);
  });

  it('gives nothing for what is not there, and nothing for words that only say what a region is', () => {
    for (const text of ['', ' ', '?!', 'atlantis', 'dane il', 'county', 'city of', '99', 'US-XX']) {
      expect(find(text)).toEqual([]);
    }
  });

  it('puts each region first for its own name with what holds it', () => {
    for (const region of tree.all())
      expect(findRegions(tree, region.fullName, { limit: 1 })).toEqual([region]);
  });

  it('puts each region first for its own code', () => {
    for (const { code } of tree.all()) expect(find(code, { limit: 1 })).toEqual([code]);
  });

  it('still has a region while the last letters of its name are being typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tree.all()), fc.integer({ min: 0, max: 3 }), (region, missing) => {
        const text = region.name.slice(0, Math.max(3, region.name.length - missing));
        expect(
          find(text, { limit: FIND_LIMIT, within: region.parent ?? 'US', levels: [region.level] }),
        ).toContain(region.code);
      }),
    );
  });
});

describe('the limits of finding', () => {
  it('are the number, the levels and the region within', () => {
    expect(find('washington', { limit: 3 })).toHaveLength(3);
    expect(find('washington')).toHaveLength(20);
    expect(find('a', { limit: 1e9 })).toHaveLength(FIND_LIMIT);
    expect(find('washington', { limit: 0 })).toEqual([]);
    expect(find('washington', { limit: Number.NaN })).toEqual([]);
    expect(find('new york', { levels: ['COUNTY'] })).toEqual(['36061']);
    expect(find('washington', { within: '41' })).toEqual(['41067']);
    expect(find('madison', { within: '55025' })).toEqual(['5502548000', '5502548025']);
    expect(find('madison', { within: 'R99' })).toEqual([]);
  });

  it('hold for hostile text: it throws nothing and takes no time', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5000 }),
      fc.string({
        unit: fc.constantFrom('a', 's', ' ', 'c', '.', '\u0301', 'ß', '𝟘', '\ud800'),
        maxLength: 250,
      }),
      fc
        .array(fc.constantFrom('st', 'county', 'new', 'of', 't', '1'), { maxLength: 120 })
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const found: Region[] = findRegions(tree, text);
        expect(found.length).toBeLessThanOrEqual(20);
        expect(findRegions(tree, text)).toEqual(found);
        if (text.length > FIND_TEXT_LIMIT) expect(found).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
