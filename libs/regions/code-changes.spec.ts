import { RETIRED_REGIONS } from './built-in.js';
import { corpusJson, describeWithCorpus } from './corpus.fixture.js';
import { builtInTree as tree } from './region-tree.js';

const today = (code: string) => tree.resolve(code)?.regions.map((region) => region.code);

describe('a code that changed', () => {
  it.each([
    ['46113', ['46102']],
    ['02270', ['02158']],
    ['02261', ['02063', '02066']],
    ['51515', ['51019']],
    ['12025', ['12086']],
    ['09007', ['09130']],
    ['09011', ['09130', '09150', '09180']],
    ['02231', ['02282', '02230', '02105', '02195']],
  ])('%s is today %j', (code, regions) => expect(today(code)).toEqual(regions));

  it('says when and why', () => {
    expect(tree.resolve('46113')?.changed).toMatchObject({
      effective: '2015-05-01',
      reason: 'renamed Oglala Lakota',
    });
    expect(tree.resolve('46102')?.changed).toBeUndefined();
  });

  it('always leads to regions in use, in the same state, and is itself in no list', () => {
    const inUse = new Set([...tree.all()].map(({ code }) => code));
    for (const { code, retired } of RETIRED_REGIONS) {
      expect(retired?.effective).toMatch(/^(19|20)\d\d-[01]\d-[0-3]\d$/);
      const regions = tree.resolve(code)?.regions ?? [];
      expect(regions.length).toBeGreaterThan(0);
      for (const region of regions) {
        expect(inUse.has(region.code)).toBe(true);
        expect(region.parent).toBe(code.slice(0, 2));
      }
      expect(inUse.has(code)).toBe(false);
    }
  });

  it('still has its name and its line, and nothing under it', () => {
    expect(tree.region('09001')?.fullName).toBe('Fairfield County, Connecticut');
    expect(tree.line('09001')).toEqual(['09001', '09', 'R01', 'US']);
    expect(tree.children('09001')).toEqual([]);
    expect([...tree.all('09001')]).toEqual([]);
    expect(tree.isAtOrUnder('09120', '09001')).toBe(false);
  });
});

describe("Connecticut's planning regions", () => {
  it('are its county equivalents, and each takes the place of some county', () => {
    const regions = tree.children('09').map(({ code }) => code);
    expect(regions).toEqual([
      '09110',
      '09120',
      '09130',
      '09140',
      '09150',
      '09160',
      '09170',
      '09180',
      '09190',
    ]);
    const successors = RETIRED_REGIONS.filter(({ parent }) => parent === '09').flatMap(
      ({ code }) => today(code) ?? [],
    );
    expect([...new Set(successors)].sort()).toEqual(regions);
  });
});

describeWithCorpus('the reference table of code changes', () => {
  interface Reference {
    readonly ct_planning_regions: Record<string, string>;
    readonly changes: readonly { old: string; successors: readonly string[] }[];
  }

  it('is covered: what it names as a successor is one here, at once or in the end', () => {
    const reference = corpusJson<Reference>('county-code-changes.json');
    for (const { old, successors } of reference.changes) {
      expect(today(old)?.length).toBeGreaterThan(0);
      for (const successor of successors.flatMap((code) => today(code) ?? []))
        expect(today(old)).toContain(successor);
    }
    for (const [code, name] of Object.entries(reference.ct_planning_regions)) {
      expect(tree.region(code)?.shortName).toBe(name);
    }
  });
});
