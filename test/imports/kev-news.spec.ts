import { ExchangeOffice } from './office.js';

type Desk = 'clerk' | 'neighbor' | 'official';
let office: ExchangeOffice;

const entry = (cve: string, more: object = {}) => ({
  cveID: cve,
  vendorProject: 'Vendor',
  product: 'Pollbook',
  vulnerabilityName: 'Vendor Pollbook Authentication Bypass',
  dateAdded: '2026-11-20',
  shortDescription: 'A bypass.',
  requiredAction: 'Update it.',
  dueDate: '2026-12-11',
  knownRansomwareCampaignUse: 'Unknown',
  ...more,
});
const catalogue = (version: string, ...cves: string[]) => ({
  catalogVersion: version,
  vulnerabilities: cves.map((cve) => entry(cve)),
});
const [FIRST, SECOND, THIRD] = ['CVE-2026-10001', 'CVE-2026-10002', 'CVE-2026-10003'] as const;

const taken = async (document: object, query = '') =>
  (await office.send('operator', document, query))[0]?.catalogue;
const subscribe = (desk: Desk, interest: object) =>
  office.ask(
    desk,
    'mutation ($input: CreateSubscriptionInput!) { createSubscription(input: $input) { subscription { interest { newKnownExploited } } } }',
    { input: { name: 'KEV', interest } },
  );
const INBOX = '{ inbox { edges { node { publication { id title tlp kind cves origin { name } } } } } }';
const inboxOf = async (desk: Desk) => {
  const { inbox } = await office.ask<{ inbox: { edges: { node: { publication: { id: string } } }[] } }>(
    desk,
    INBOX,
  );
  return inbox.edges.map(({ node }) => node.publication);
};

beforeAll(async () => {
  // The nation is addressed, and it is asked for that two persons do so.
  office = await ExchangeOffice.open({ WATCHFIRE_REVIEW_NATIONAL: 'true' });
  await subscribe('clerk', { newKnownExploited: true, regions: ['55025'] });
  await subscribe('neighbor', { kinds: ['ALERT'] });
  await subscribe('official', { newKnownExploited: true });
});
afterAll(() => office.close());

describe('news of the KEV catalogue', () => {
  it('are none when it is taken in first, tried, or the same again', async () => {
    expect(await taken(catalogue('2026.11.20', FIRST))).toMatchObject({ added: 1, publicationId: null });
    expect(await taken(catalogue('2026.11.21', FIRST, SECOND), 'dryRun=true')).toMatchObject({
      added: 1,
      publicationId: null,
    });
    expect(await taken(catalogue('2026.11.20', FIRST))).toMatchObject({ added: 0, publicationId: null });
  });

  it('reach those who asked for them, once, and nobody else', async () => {
    const first = await taken(catalogue('2026.11.21', FIRST, SECOND, THIRD));
    expect(first).toMatchObject({ added: 2, publicationId: expect.any(String) });
    expect(await taken(catalogue('2026.11.21', FIRST, SECOND, THIRD))).toMatchObject({ publicationId: null });
    await office.until(async () => (await inboxOf('clerk')).length > 0);
    for (const desk of ['clerk', 'official'] as const)
      expect(await inboxOf(desk)).toEqual([
        {
          id: first?.publicationId,
          title: 'Known to be exploited: 2 more vulnerabilities',
          tlp: 'CLEAR',
          kind: 'BULLETIN',
          cves: [SECOND, THIRD],
          origin: { name: 'Hub' },
        },
      ]);
    expect(await inboxOf('neighbor')).toEqual([]);
  });

  it('are asked for alone: nothing else comes by such a subscription', async () => {
    await office.ask(
      'clerk',
      'mutation ($input: PublishInput!) { publish(input: $input) { publication { id } } }',
      {
        input: {
          content: {
            ...{ kind: 'ALERT', title: `Mind ${SECOND}`, cves: [SECOND], audience: { regions: ['55025'] } },
            ...{ severity: 'LOW', urgency: 'PAST', certainty: 'LIKELY' },
          },
        },
      },
    );
    const { publicationId } = (await taken(catalogue('2026.11.22', FIRST, 'CVE-2026-10004'))) ?? {};
    await office.until(async () => (await inboxOf('official')).some(({ id }) => id === publicationId));
    expect(await inboxOf('official')).toHaveLength(2);
  });

  it('are of the hub: nobody else takes a catalogue in', async () => {
    expect(await office.send('official', catalogue('2026.11.23', 'CVE-2026-10005'))).toMatchObject([
      { error: { code: 'FORBIDDEN' } },
    ]);
  });
});
