import { RETIRED_REGIONS } from './built-in.js';
import { censusDivisions, type Division, describeWithCorpus } from './corpus.fixture.js';
import {
  fromIso,
  fromOcd,
  fromPostal,
  fromSame,
  RegionTree,
  sameCovering,
  toIso,
  toOcd,
  toPostal,
  toSame,
} from './index.js';
import type { Region } from './region.js';
import { builtInTree as tree } from './region-tree.js';

const all = [...tree.all()];
const region = (code: string) => tree.region(code) as Region;

describe('ISO 3166-2 and postal codes', () => {
  it('are there for the nation (ISO only), states, the district and territories, and lead back', () => {
    for (const each of all) {
      const iso = toIso(each);
      if (iso) expect(fromIso(iso)).toBe(each.code);
      const postal = toPostal(each);
      if (postal) expect(fromPostal(postal)).toBe(each.code);
      expect(iso !== undefined).toBe(['NATION', 'STATE'].includes(each.level));
      expect(postal !== undefined).toBe(each.level === 'STATE');
    }
    expect([toIso(region('55')), toIso(region('72')), toIso(region('US'))]).toEqual(['US-WI', 'US-PR', 'US']);
  });

  it('are read in either case, and a territory by its country code; nothing else is', () => {
    expect([fromIso('us-wi'), fromIso('PR'), fromIso('US'), fromPostal('dc')]).toEqual([
      '55',
      '72',
      'US',
      '11',
    ]);
    for (const code of ['WI', 'US-', 'US-XX', 'CA-ON', 'UM', '']) expect(fromIso(code)).toBeUndefined();
  });
});

describe('SAME location codes', () => {
  it('are there for the nation, states and counties, and lead back', () => {
    for (const each of [...all, ...RETIRED_REGIONS]) {
      const same = toSame(each);
      if (same) expect(fromSame(same)).toBe(each.code);
      expect(same === undefined).toBe(each.level === 'CISA_REGION');
    }
    expect([toSame(region('55025')), toSame(region('55')), toSame(region('US'))]).toEqual([
      '055025',
      '055000',
      '000000',
    ]);
  });

  it('for a part of a county give the county; others give nothing', () => {
    expect(fromSame('155025')).toBe('55025');
    for (const code of ['055999', '099000', '100000', '55025', '0550250', '05502x', '']) {
      expect(fromSame(code)).toBeUndefined();
    }
  });

  it('cover what has none of its own', () => {
    expect(sameCovering(region('R01'))).toEqual(['009000', '023000', '025000', '033000', '044000', '050000']);
    expect(sameCovering(region('09110'))).toEqual(['009003', '009013']);
    expect(sameCovering(region('55025'))).toEqual(['055025']);
    const withMadison = new RegionTree([{ code: '5502548000', name: 'Madison city' }]);
    expect(sameCovering(withMadison.region('5502548000') as Region)).toEqual(['055025']);
  });
});

describe('Open Civic Data division ids', () => {
  it.each([
    ['US', 'ocd-division/country:us'],
    ['55', 'ocd-division/country:us/state:wi'],
    ['11', 'ocd-division/country:us/district:dc'],
    ['72', 'ocd-division/country:us/territory:pr'],
    ['55025', 'ocd-division/country:us/state:wi/county:dane'],
    ['22071', 'ocd-division/country:us/state:la/parish:orleans'],
    ['02020', 'ocd-division/country:us/state:ak/borough:anchorage'],
    ['72127', 'ocd-division/country:us/territory:pr/municipio:san_juan'],
    ['51760', 'ocd-division/country:us/state:va/place:richmond'],
    ['24033', 'ocd-division/country:us/state:md/county:prince_george~s'],
    ['29510', 'ocd-division/country:us/state:mo/place:st_louis'],
    ['69100', 'ocd-division/country:us/territory:mp/municipality:rota'],
  ])('%s is %s', (code, id) => {
    expect(toOcd(region(code))).toBe(id);
    expect(fromOcd(tree, id)).toBe(code);
  });

  it('are there for every state and county that the scheme knows, one each, and lead back', () => {
    for (const each of [...all, ...RETIRED_REGIONS]) {
      const id = toOcd(each);
      if (id) expect(fromOcd(tree, id)).toBe(each.code);
    }
    const without = all.filter((each) => toOcd(each) === undefined).map(({ code }) => code);
    const cisaRegions = tree.children('US').map(({ code }) => code);
    const planningRegions = tree.children('09').map(({ code }) => code);
    const islands = [
      '60010',
      '60020',
      '60030',
      '60040',
      '60050',
      '66010',
      '69085',
      '78010',
      '78020',
      '78030',
    ];
    expect(without.sort()).toEqual([...planningRegions, '11001', ...islands, ...cisaRegions]);
  });

  it('of a place leads back when no other place has it', () => {
    const hub = new RegionTree([
      { code: '5502500875', name: 'Albion town' },
      { code: '0911001080', name: 'Groton town' },
      { code: '0918034250', name: 'Groton town' },
    ]);
    expect(fromOcd(hub, 'ocd-division/country:us/state:wi/county:dane/place:albion')).toBe('5502500875');
    expect(fromOcd(hub, 'ocd-division/country:us/state:ct/place:groton')).toBeUndefined();
  });

  it('are unknown for what is no region of the tree', () => {
    for (const id of ['', 'ocd-division/country:ca', 'ocd-division/country:us/state:wi/sldl:76']) {
      expect(fromOcd(tree, id)).toBeUndefined();
    }
  });
});

describeWithCorpus('the published list of division ids', () => {
  let divisions: Division[] = [];
  beforeAll(() => {
    divisions = censusDivisions();
  });
  const cities = [...tree.all()].filter(({ kind }) => kind === 'INDEPENDENT_CITY');

  it('knows every county that it lists by the same id, and every independent city', () => {
    const counties = divisions.filter(({ geoid }) => geoid.length === 5);
    expect(counties.length).toBeGreaterThan(3000);
    const strangers = counties.filter(({ id, geoid }) => fromOcd(tree, id) !== geoid);
    // The list gives Oglala Lakota County its former name's code.
    expect(strangers.map(({ geoid }) => geoid)).toEqual(['46113']);
    expect(fromOcd(tree, strangers[0]?.id ?? '')).toBe(tree.resolve('46113')?.regions[0]?.code);

    const ids = new Set(divisions.map(({ id }) => id));
    for (const city of cities) expect(ids).toContain(toOcd(city));
  });

  it('agrees on nearly all towns and townships, once they are added', () => {
    // Connecticut's stand under county codes that are out of use. Townships that are numbered, not named, have no name here.
    const towns = divisions.filter(({ geoid }) => geoid.length === 10 && !geoid.startsWith('09'));
    const hub = new RegionTree(towns.map(({ geoid, name }) => ({ code: geoid, name })));
    const agreed = towns.filter(({ id, geoid }) => toOcd(hub.region(geoid) as Region) === id);
    expect(agreed.length / towns.length).toBeGreaterThan(0.99);
  });
});
