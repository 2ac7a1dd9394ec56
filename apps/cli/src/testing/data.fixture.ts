/** A publication with every field of the contract filled. */
export const publication = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: '3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a',
  kind: 'ALERT',
  state: 'RELEASED',
  title: 'Phishing against county clerks',
  summary: 'Mails claim to come from the state.',
  body: 'Do not open the attachment.',
  instructions: 'Report it.',
  tlp: 'AMBER',
  tlpLabel: 'TLP:AMBER',
  status: 'ACTUAL',
  severity: 'HIGH',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  attribution: 'NAMED',
  origin: { id: 'm1', name: 'Dane County Clerk' },
  onBehalfOf: null,
  audience: {
    regions: [{ code: '55025', fullName: 'Dane County, Wisconsin' }],
    memberKinds: [],
    groups: [{ id: 'g1', name: 'Lake counties' }],
    persons: [],
  },
  affectedSystems: ['OFFICE_IT'],
  affectedProducts: ['Mailer 3.1, all builds'],
  cves: ['CVE-2026-1234'],
  references: [{ title: 'Notice', url: 'https://example.org/notice' }],
  analyticConfidence: null,
  sourcing: null,
  handling: [],
  acknowledgeWithinMinutes: 240,
  expiresAt: '2026-11-05T18:00:00.000Z',
  publishedAt: '2026-11-03T11:00:00.000Z',
  updatedAt: '2026-11-03T12:00:00.000Z',
  revision: {
    id: 'r2',
    number: 2,
    releasedAt: '2026-11-03T12:00:00.000Z',
    note: 'More seen',
    tlp: 'AMBER',
    releasedBy: null,
  },
  revisions: [
    {
      id: 'r1',
      number: 1,
      releasedAt: '2026-11-03T11:00:00.000Z',
      note: null,
      tlp: 'AMBER',
      releasedBy: null,
    },
    {
      id: 'r2',
      number: 2,
      releasedAt: '2026-11-03T12:00:00.000Z',
      note: 'More seen',
      tlp: 'AMBER',
      releasedBy: null,
    },
  ],
  withdrawal: null,
  supersedes: [],
  supersededBy: null,
  inbox: null,
  acknowledgement: null,
  ...over,
});

/** A page of one of the contract's lists. */
export const connection = (
  nodes: readonly unknown[],
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  edges: nodes.map((node, at) => ({ cursor: `c${at}`, node })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null, ...more },
});

export const viewer = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  person: { id: 'p1', name: 'Clerk', email: 'clerk@dane.example' },
  member: {
    id: 'm1',
    name: 'Dane County Clerk',
    kind: 'LOCAL',
    jurisdiction: { code: '55025', fullName: 'Dane County, Wisconsin' },
  },
  roles: ['RELEASER', 'COORDINATOR'],
  actions: ['publication.release'],
  sessions: [],
  apiKeys: [],
  ...over,
});

export const preview = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  memberCount: 2,
  personCount: 5,
  notifiedCount: 3,
  public: false,
  byKind: [
    { kind: 'LOCAL', count: 1 },
    { kind: 'STATE', count: 1 },
  ],
  byState: [{ region: { code: '55', fullName: 'Wisconsin' }, count: 2 }],
  members: [{ id: 'm1', name: 'Dane County Clerk' }],
  reviewReasons: [],
  ...over,
});

export const released = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  outcome: 'RELEASED',
  publication: publication(),
  draft: null,
  reviewReasons: [],
  cursor: 'cursor-1',
  ...over,
});

export const release = (nth: number, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  cursor: `cursor-${nth}`,
  what: 'PUBLISHED',
  at: '2026-11-03T12:00:00.000Z',
  publicationId: `publication-${nth}`,
  publication: publication({ id: `publication-${nth}` }),
  revision: { id: `revision-${nth}`, number: 1, note: null },
  ...over,
});
