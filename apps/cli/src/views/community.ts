import type {
  GroupLineFragment,
  MemberLineFragment,
  PersonLineFragment,
  RegionLineFragment,
  Role,
} from '../generated/operations.generated.js';
import { safeLine } from '../terminal/sanitize.js';
import { words } from '../terminal/words.js';
import { table } from './list.js';

export const roleNames = (roles: readonly Role[] | null): string => roles?.map(words).join(', ') || '-';

export const memberTable = table<MemberLineFragment>(
  ['Member', 'Kind', 'Jurisdiction', 'Id'],
  ({ id, name, kind, jurisdiction, suspended }) => [
    `${safeLine(name)}${suspended ? ' [SUSPENDED]' : ''}`,
    kind.toLowerCase(),
    jurisdiction ? safeLine(jurisdiction.fullName) : '-',
    id,
  ],
  'No member fits.',
);

export const personTable = table<PersonLineFragment>(
  ['Person', 'Contact', 'Roles', 'E-mail', 'Id'],
  ({ id, name, email, roles, contact, suspended }) => [
    `${safeLine(name)}${suspended ? ' [SUSPENDED]' : ''}`,
    contact ? 'yes' : 'no',
    roleNames(roles),
    email === null ? '-' : safeLine(email),
    id,
  ],
  'There is nobody that you may know of.',
);

export const groupTable = table<GroupLineFragment>(
  ['Group', 'Run by', 'Id'],
  ({ id, name, owner }) => [safeLine(name), safeLine(owner.name), id],
  'Your member is in no group.',
);

export const regionTable = table<RegionLineFragment>(
  ['Code', 'Region', 'Level', 'ISO', 'SAME'],
  ({ code, fullName, level, iso, same, replacedBy }) => [
    code,
    `${safeLine(fullName)}${replacedBy.length > 0 ? ` (now ${replacedBy.map((region) => region.code).join(', ')})` : ''}`,
    words(level),
    iso ?? '-',
    same ?? '-',
  ],
  'No region fits.',
);
