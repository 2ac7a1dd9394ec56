import type { Role } from '#access';
import type { Handle } from '../month/text.js';
import type { Office } from './office.js';

const PUBLISHES: readonly Role[] = ['VIEWER', 'AUTHOR', 'RELEASER'];

const federal = (handle: Handle, name: string, desk: string): Office => ({
  handle,
  name,
  kind: 'FEDERAL',
  jurisdiction: 'US',
  desks: [
    {
      handle,
      name: `${desk}, ${handle}`,
      email: `desk@${handle.toLowerCase()}.example`,
      roles: [...PUBLISHES, 'COORDINATOR'],
    },
  ],
});

const vendor = (handle: Handle, name: string, domain: string, agreedRegions: readonly string[]): Office => ({
  handle,
  name,
  kind: 'PARTNER',
  jurisdiction: null,
  agreedRegions,
  desks: [
    {
      handle,
      name: `Product security desk, ${name}`,
      email: `desk@${domain}.example`,
      roles: [...PUBLISHES, 'COORDINATOR'],
    },
  ],
});

const hub: Office = {
  handle: 'HUB',
  name: 'Watchfire Operations Center',
  kind: 'HUB',
  jurisdiction: 'US',
  desks: [
    { handle: 'HUB', name: 'Watch desk', email: 'watch@hub.example', roles: [...PUBLISHES, 'ANALYST'] },
    {
      handle: 'HUB_ANALYST',
      name: 'Analysis desk',
      email: 'analyst@hub.example',
      roles: [...PUBLISHES, 'ANALYST'],
    },
    {
      handle: 'HUB_OPERATOR',
      name: 'Operations desk',
      email: 'operator@hub.example',
      roles: ['VIEWER', 'OPERATOR'],
    },
    { handle: 'HUB_AUDITOR', name: 'Audit desk', email: 'auditor@hub.example', roles: ['AUDITOR'] },
  ],
};

/** The federal partners, the hub's own operations center, and two vendors that do not exist. */
export const PARTNERS: readonly Office[] = [
  federal('CISA', 'Cybersecurity and Infrastructure Security Agency', 'Election threat desk'),
  federal('FBI', 'Federal Bureau of Investigation', 'Election crimes desk'),
  federal('DOJ', 'Department of Justice', 'Election threats desk'),
  federal('ODNI', 'Office of the Director of National Intelligence', 'Foreign influence desk'),
  federal('EAC', 'Election Assistance Commission', 'Clearinghouse desk'),
  federal('TREASURY', 'Department of the Treasury', 'Sanctions desk'),
  federal('STATE', 'Department of State', 'Foreign media desk'),
  hub,
  vendor('POLLBOOK', 'Example Pollbook Vendor', 'pollbook-vendor', ['R04', 'R05']),
  vendor('TABULATOR', 'Example Tabulator Vendor', 'tabulator-vendor', ['55', '12', '26', '39']),
];
