import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Region } from './region.js';
import { builtInTree as tree } from './region-tree.js';

const all = [...tree.all()];
const at = (level: Region['level']) => all.filter((region) => region.level === level);
const anyRegion = fc.constantFrom(...all);
const nameOf = (code: string) => tree.region(code)?.fullName;

describe('the built-in tree', () => {
  it('holds the nation, 10 CISA regions, 56 states and every county equivalent of today, each once', () => {
    expect([at('NATION').length, at('CISA_REGION').length, at('STATE').length]).toEqual([1, 10, 56]);
    expect(at('COUNTY')).toHaveLength(3235);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    const inStatesAndDistrict = at('COUNTY').filter(({ code }) => Number(code.slice(0, 2)) < 60);
    expect(inStatesAndDistrict).toHaveLength(3144);
    expect(tree.children('72')).toHaveLength(78);
  });

  it('has the counties that us-atlas has, and no others but those that came since', () => {
    const printed = execFileSync(process.execPath, ['libs/regions/generate-counties.mjs'], {
      encoding: 'utf8',
    });
    expect(readFileSync('libs/regions/counties.generated.ts', 'utf8')).toBe(printed);
  });

  it.each([
    ['55025', 'Dane County, Wisconsin'],
    ['22071', 'Orleans Parish, Louisiana'],
    ['02020', 'Anchorage Municipality, Alaska'],
    ['02110', 'Juneau City and Borough, Alaska'],
    ['02195', 'Petersburg Borough, Alaska'],
    ['02050', 'Bethel Census Area, Alaska'],
    ['72127', 'San Juan Municipio, Puerto Rico'],
    ['35013', 'Doña Ana County, New Mexico'],
    ['29510', 'St. Louis city, Missouri'],
    ['29189', 'St. Louis County, Missouri'],
    ['51760', 'Richmond city, Virginia'],
    ['51159', 'Richmond County, Virginia'],
    ['51095', 'James City County, Virginia'],
    ['32510', 'Carson City, Nevada'],
    ['11001', 'District of Columbia, District of Columbia'],
    ['09190', 'Western Connecticut Planning Region, Connecticut'],
    ['60010', 'Eastern District, American Samoa'],
    ['66010', 'Guam, Guam'],
    ['69110', 'Saipan Municipality, Northern Mariana Islands'],
    ['78010', 'St. Croix Island, U.S. Virgin Islands'],
  ])('calls %s %s', (code, name) => expect(nameOf(code)).toBe(name));

  it('gives every state and every county a name of its own', () => {
    expect(new Set(all.map(({ fullName }) => fullName)).size).toBe(all.length);
    expect(all.filter(({ kind }) => kind === 'INDEPENDENT_CITY')).toHaveLength(41);
  });

  it('answers nothing for a code that never was, and does not throw', () => {
    for (const code of ['', '99', '55999', 'R11', 'us', '5502', '__proto__', '5502500000']) {
      expect([tree.region(code), tree.parent(code), tree.level(code), tree.stateOf(code)]).toEqual(
        Array(4).fill(undefined),
      );
      expect([tree.ancestors(code), tree.line(code), tree.children(code)]).toEqual([[], [], []]);
      expect([...tree.all(code)]).toEqual([]);
      expect(tree.resolve(code)).toBeUndefined();
      expect(tree.isAtOrUnder(code, 'US')).toBe(false);
      expect(tree.isAtOrUnder(code, code)).toBe(false);
    }
  });
});

describe('the line above a region', () => {
  it('leads from a county over its state and CISA region to the nation', () => {
    expect(tree.line('55025')).toEqual(['55025', '55', 'R05', 'US']);
    expect(tree.ancestors('72127').map(({ code }) => code)).toEqual(['72', 'R02', 'US']);
    expect(tree.stateOf('55025')?.code).toBe('55');
    expect(tree.stateOf('55')?.code).toBe('55');
    expect(tree.stateOf('R05')).toBeUndefined();
  });

  it('ends at the nation from everywhere, through levels that only widen', () => {
    const wider = ['COUNTY', 'STATE', 'CISA_REGION', 'NATION'];
    fc.assert(
      fc.property(anyRegion, (region) => {
        const levels = [region, ...tree.ancestors(region.code)].map(({ level }) => level as string);
        expect(levels).toEqual(wider.slice(wider.indexOf(region.level)));
      }),
    );
  });

  it('is what being at or under means', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, (one, other) => {
        expect(tree.isAtOrUnder(one.code, other.code)).toBe(tree.line(one.code).includes(other.code));
        expect(tree.isAtOrUnder(one.code, one.code)).toBe(true);
      }),
    );
    expect(tree.isAtOrUnder('55025', 'R05')).toBe(true);
    expect(tree.isAtOrUnder('55', '55025')).toBe(false);
    expect(tree.isAtOrUnder('55025', '17')).toBe(false);
  });

  it('and what is under a region are two sides of the same', () => {
    for (const region of all) {
      for (const child of tree.children(region.code)) expect(tree.parent(child.code)).toBe(region);
    }
    expect(tree.children('55').map(({ code }) => code)).toEqual(
      at('COUNTY')
        .filter(({ parent }) => parent === '55')
        .map(({ code }) => code),
    );
    expect(tree.children('US').map(({ code }) => code)).toEqual(at('CISA_REGION').map(({ code }) => code));
  });
});
