import type { Region, RegionTree } from '#regions';
import { toPostal } from '#regions';
import { slug } from '../month/text.js';
import type { Office } from './office.js';

/** The chief election office of each state, district and territory, and the office of each county. */
export function* electionOffices(tree: RegionTree): Iterable<Office> {
  for (const region of tree.all()) {
    if (region.level === 'STATE') yield stateOffice(region);
    if (region.level === 'COUNTY') yield countyOffice(region, tree.stateOf(region.code) as Region);
  }
}

const postalOf = (state: Region): string => (toPostal(state) ?? '').toLowerCase();

const stateOffice = (state: Region): Office => ({
  handle: state.code,
  name: `${state.name} Chief Election Office`,
  kind: 'STATE',
  jurisdiction: state.code,
  desks: [
    {
      handle: state.code,
      name: `Election desk, ${state.name}`,
      email: `desk@${postalOf(state)}.example`,
      roles: ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR'],
    },
  ],
});

const countyOffice = (county: Region, state: Region): Office => ({
  handle: county.code,
  name: `${county.name} Election Office`,
  kind: 'LOCAL',
  jurisdiction: county.code,
  desks: [
    {
      handle: county.code,
      name: `Election desk, ${county.name}`,
      email: `desk@${slug(county.name)}.${postalOf(state)}.example`,
      roles: ['VIEWER', 'AUTHOR', 'RELEASER'],
    },
  ],
});
