import { communityRequests } from './community-inputs.js';
import type { Json, Offices, Request, Things } from './request.js';

export const content = (): Json => ({
  kind: 'ALERT',
  title: 'Invoices with a link',
  summary: 'Do not open it.',
  body: 'A mail with an invoice asks clerks to sign in.',
  instructions: 'Call the desk.',
  tlp: 'AMBER',
  audience: { regions: ['55'], memberKinds: ['LOCAL'], groupIds: [], personIds: [] },
  attribution: 'NAMED',
  status: 'ACTUAL',
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT'],
  affectedProducts: ['Mail 1.0'],
  cves: ['CVE-2026-0001'],
  references: [{ title: 'Guide', url: 'https://guide.example/' }],
  acknowledgeWithinMinutes: 60,
  expiresAt: '2030-01-01T00:00:00.000Z',
});

const templateContent = (): Json => {
  const { kind, title, summary, body, instructions, tlp, severity, urgency, certainty, affectedSystems } =
    content();
  return {
    ...{ kind, title, summary, body, instructions, tlp, severity, urgency, certainty, affectedSystems },
    acknowledgeWithinMinutes: 60,
  };
};

/** A good request for every mutation of the contract that takes an input. */
export const requests = (offices: Offices, things: Things): Record<string, Request> => ({
  ...communityRequests(offices, things),
  createDraft: { as: 'clerk', input: { content: content(), revisesId: things.publicationId } },
  updateDraft: { as: 'clerk', input: { id: things.draftId, version: 1, content: content() } },
  submitDraft: { as: 'clerk', input: { id: things.draftId } },
  returnDraft: { as: 'clerk', input: { id: things.submittedId, note: 'name the product' } },
  discardDraft: { as: 'clerk', input: { id: things.draftId } },
  releaseDraft: {
    as: 'clerk',
    input: { id: things.draftId, version: 1, note: 'first', supersedesIds: [things.publicationId] },
  },
  scheduleRelease: {
    as: 'clerk',
    input: {
      id: things.draftId,
      version: 1,
      at: new Date(Date.now() + 86_400_000).toISOString(),
      note: 'first',
      supersedesIds: [things.publicationId],
    },
  },
  cancelScheduledRelease: { as: 'clerk', input: { id: things.draftId } },
  publish: { as: 'clerk', input: { content: content(), supersedesIds: [things.publicationId] } },
  revisePublication: {
    as: 'clerk',
    input: {
      id: things.publicationId,
      revisionId: things.revisionId,
      content: content(),
      note: 'a number',
      originsWord: 'mail of today',
    },
  },
  changeAudience: {
    as: 'clerk',
    input: {
      id: things.publicationId,
      revisionId: things.revisionId,
      audience: { regions: ['55025'] },
      tlp: 'AMBER',
      originsWord: 'mail',
    },
  },
  withdrawPublication: {
    as: 'clerk',
    input: { id: things.publicationId, reason: 'an error', supersededById: things.publicationId },
  },
  postComment: {
    as: 'neighbor',
    input: { publicationId: things.publicationId, text: 'Here too.', tlp: 'AMBER', attribution: 'NAMED' },
  },
  withdrawComment: { as: 'clerk', input: { id: things.commentId } },
  removeComment: { as: 'operator', input: { id: things.commentId, reason: 'not meant for this' } },
  setAlertLevel: {
    as: 'official',
    input: {
      region: '55',
      level: 'ELEVATED',
      reason: 'Threats were received.',
      instructions: 'Watch the doors.',
      tlp: 'AMBER',
      expiresAt: '2030-01-01T00:00:00.000Z',
    },
  },
  createTemplate: {
    as: 'clerk',
    input: { name: 'Phishing', topic: 'PHISHING', language: 'EN', content: templateContent() },
  },
  updateTemplate: {
    as: 'clerk',
    input: { id: things.templateId, version: 1, topic: 'OTHER', language: 'ES', content: templateContent() },
  },
  deleteTemplate: { as: 'clerk', input: { id: things.templateId } },
  createSubscription: {
    as: 'clerk',
    input: {
      name: 'Everything here',
      owner: 'PERSON',
      interest: {
        regions: ['55'],
        below: true,
        above: true,
        kinds: ['ALERT'],
        severityAtLeast: 'LOW',
        affectedSystems: ['OFFICE_IT'],
        text: 'mail',
      },
    },
  },
  updateSubscription: {
    as: 'clerk',
    input: { id: things.subscriptionId, name: 'Less', interest: { text: 'mail' } },
  },
  deleteSubscription: { as: 'clerk', input: { id: things.subscriptionId } },
  addIndicators: {
    as: 'clerk',
    input: {
      audience: { regions: ['55'], memberKinds: ['LOCAL'], groupIds: [things.groupId] },
      tlp: 'AMBER',
      attribution: 'NAMED',
      indicators: [
        {
          value: '185.220.101.2',
          description: 'an exit',
          confidence: 50,
          validFrom: '2026-01-01T00:00:00.000Z',
          validUntil: '2030-01-01T00:00:00.000Z',
          killChainPhases: [{ killChain: 'mitre-attack', phase: 'initial-access' }],
        },
      ],
    },
  },
  setPreferences: {
    as: 'clerk',
    input: {
      owner: 'PERSON',
      channels: [{ severity: 'LOW', email: 'OFF', webhook: false }],
      quietHours: { from: '22:00', until: '06:00' },
      timeZone: 'America/Chicago',
      digest: { every: 'WEEK', at: '07:30', weekday: 'FRIDAY' },
      inherit: [],
    },
  },
  setContactList: {
    as: 'clerk',
    input: {
      contacts: [
        {
          personId: offices.clerk.personId,
          duties: [{ days: ['MONDAY'], from: '08:00', until: '17:00' }],
        },
      ],
    },
  },
  revokeIndicator: { as: 'clerk', input: { id: things.indicatorId } },
  recordSighting: {
    as: 'neighbor',
    input: {
      indicatorId: things.indicatorId,
      firstSeen: '2026-01-01T00:00:00.000Z',
      lastSeen: '2026-01-02T00:00:00.000Z',
      count: 2,
      attribution: 'NAMED',
    },
  },
  createWebhookEndpoint: {
    as: 'clerk',
    input: {
      name: 'Firewall',
      url: 'https://hooks.example/in',
      owner: 'PERSON',
      interest: { regions: ['55'], severityAtLeast: 'EMERGENCY' },
    },
  },
  updateWebhookEndpoint: {
    as: 'clerk',
    input: {
      id: things.endpointId,
      name: 'Less',
      url: 'https://hooks.example/',
      enabled: true,
      everything: false,
    },
  },
  addRemoteCollection: {
    as: 'operator',
    input: {
      name: 'A federal feed',
      url: 'https://taxii.example/feeds/collections/two/',
      credentials: { user: 'us', password: 'a long password' },
      personId: offices.federal.personId,
      tlp: 'AMBER',
      regions: ['55'],
      releases: false,
      everyMinutes: 60,
      readFrom: '2026-01-01T00:00:00.000Z',
    },
  },
  updateRemoteCollection: {
    as: 'operator',
    input: {
      id: things.remoteId,
      name: 'Another name',
      credentials: { token: 'a-token' },
      personId: offices.federal.personId,
      tlp: 'GREEN',
      regions: ['55'],
      releases: false,
      everyMinutes: 30,
      active: false,
    },
  },
  removeRemoteCollection: { as: 'operator', input: { id: things.remoteId } },
  pollRemoteCollection: { as: 'operator', input: { id: things.remoteId } },
  deleteWebhookEndpoint: { as: 'clerk', input: { id: things.endpointId } },
  rotateWebhookSecret: { as: 'clerk', input: { id: things.endpointId, overlapHours: 24 } },
  testWebhookEndpoint: { as: 'clerk', input: { id: things.endpointId } },
  replayWebhookDeliveries: {
    as: 'clerk',
    input: { id: things.endpointId, from: '2026-01-01T00:00:00.000Z', until: '2026-01-02T00:00:00.000Z' },
  },
  replayDeadLetters: {
    as: 'operator',
    input: { ids: null, all: true, channels: ['WEBHOOK'], causes: ['TIMED_OUT'] },
  },
  markInbox: { as: 'neighbor', input: { publicationIds: [things.publicationId], state: 'READ' } },
  remindSilent: { as: 'clerk', input: { publicationId: things.publicationId } },
  acknowledge: {
    as: 'neighbor',
    input: { publicationId: things.publicationId, response: 'ACTING', note: 'on it' },
  },
});
