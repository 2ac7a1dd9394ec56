/* Documents of each kind, as small as they come: the tables change them. */

export const UUID = '3b3c3d3e-4444-4444-8444-444444444401';
export const TLP_1 = {
  white: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  green: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  amber: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  red: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};

export const indicator = (more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${UUID}`,
  created: '2026-11-03T12:00:00.000Z',
  modified: '2026-11-03T12:00:00.000Z',
  name: 'An exit',
  pattern: "[ipv4-addr:value = '45.9.148.1']",
  pattern_type: 'stix',
  valid_from: '2026-11-03T12:00:00Z',
  ...more,
});

export const bundle = (objects: readonly unknown[] = [indicator()], more: object = {}) => ({
  type: 'bundle',
  id: `bundle--${UUID}`,
  ...more,
  objects,
});

export const event = (more: object = {}) => ({
  uuid: UUID,
  info: 'A campaign',
  date: '2026-11-03',
  timestamp: '1793707200',
  distribution: '3',
  Attribute: [{ type: 'ip-dst', category: 'Network activity', value: '45.9.148.1', to_ids: true }],
  ...more,
});

export const csaf = (more: object = {}, tracking: object = {}) => ({
  document: {
    category: 'csaf_base',
    csaf_version: '2.0',
    title: 'A flaw',
    publisher: { category: 'vendor', name: 'A vendor', namespace: 'https://vendor.example' },
    notes: [{ category: 'summary', text: 'What there is to know.' }],
    tracking: {
      id: 'V-2026-1',
      status: 'final',
      version: '1',
      initial_release_date: '2026-11-03T12:00:00.000Z',
      current_release_date: '2026-11-03T12:00:00.000Z',
      revision_history: [{ number: '1', date: '2026-11-03T12:00:00.000Z', summary: 'First.' }],
      ...tracking,
    },
    ...more,
  },
});

export const info = (language: string, headline: string): string => `<info>${
  language && `<language>${language}</language>`
}<category>Security</category><event>Phishing</event>
  <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
  <headline>${headline}</headline><description>What happened.</description></info>`;

export interface CapParts {
  readonly namespace?: string;
  readonly identifier?: string;
  readonly code?: string;
  readonly infos?: string;
  readonly after?: string;
  readonly declaration?: string;
}

export const cap = ({
  namespace = 'urn:oasis:names:tc:emergency:cap:1.2',
  identifier = 'A-1',
  code = '',
  infos = info('en-US', 'Mind the mail'),
  after = '',
  declaration = '<?xml version="1.0" encoding="UTF-8"?>',
}: CapParts = {}): string => `${declaration}
<alert xmlns="${namespace}"><identifier>${identifier}</identifier><sender>office@county.example</sender>
<sent>2026-11-03T12:00:00-05:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
${code && `<code>${code}</code>`}${infos}${after}</alert>`;

export const kevEntry = (more: object = {}) => ({
  cveID: 'CVE-2026-1000',
  vendorProject: 'A vendor',
  product: 'A product',
  vulnerabilityName: 'A flaw',
  dateAdded: '2026-11-03',
  shortDescription: 'It can be misused.',
  requiredAction: 'Apply the update.',
  dueDate: '2026-11-24',
  knownRansomwareCampaignUse: 'Unknown',
  notes: '',
  ...more,
});

export const kev = (entries: readonly unknown[] = [kevEntry()], more: object = {}) => ({
  catalogVersion: '2026.11.03',
  dateReleased: '2026-11-03T12:00:00.000Z',
  count: entries.length,
  vulnerabilities: entries,
  ...more,
});
