import type { AddPlace } from './add-place.js';
import type { ReadRegions } from './read-regions.js';
import type { Region } from './region.js';
import { builtInTree as tree } from './region-tree.js';
import { RegionsResolver } from './regions.resolver.js';
import type { RegionsService } from './regions.service.js';

const hub = { tree: () => tree } as RegionsService;
const resolver = new RegionsResolver(hub, {} as ReadRegions, {} as AddPlace);
const fields = (code: string) => {
  const region = tree.region(code) as Region;
  return {
    parent: resolver.parent(region)?.code ?? null,
    ancestors: resolver.ancestors(region).map((above) => above.code),
    iso: resolver.iso(region),
    same: resolver.same(region),
    ocd: resolver.ocd(region),
    replacedBy: resolver.replacedBy(region).map((successor) => successor.code),
  };
};

describe('the fields of a region', () => {
  it.each([
    ['US', { parent: null, ancestors: [], iso: 'US', same: '000000', ocd: 'ocd-division/country:us' }],
    ['R05', { parent: 'US', ancestors: ['US'], iso: null, same: null, ocd: null }],
    [
      '55025',
      {
        parent: '55',
        ancestors: ['55', 'R05', 'US'],
        iso: null,
        same: '055025',
        ocd: 'ocd-division/country:us/state:wi/county:dane',
      },
    ],
  ])('of %s are these, and null where there is none', (code, expected) => {
    expect(fields(code)).toEqual({ ...expected, replacedBy: [] });
  });

  it('of one that is no longer in use name what took its place', () => {
    expect(fields('09001')).toMatchObject({ parent: '09', replacedBy: ['09120', '09140', '09190'] });
  });
});
