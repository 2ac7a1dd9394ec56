import type { Role } from '#access';
import { Sessions } from '#identity';
import { People } from '#members';
import { Database } from '#platform';
import { ask } from '../support/graphql.js';
import { ExchangeOffice } from './office.js';

type Desk = 'clerk' | 'neighbor' | 'official';
let office: ExchangeOffice;
/** The second of the hub's analysts. */
let analyst: string;

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
/** Somebody else at the hub. */
const join = (...roles: Role[]) =>
  office.hub.app.get(Database).write(async (tx) => {
    const { memberId } = office.desks.operator;
    const email = `another.${roles.join('.').toLowerCase()}@office.example`;
    const [personId = ''] = await office.hub.app
      .get(People)
      .insertMany(tx, [{ memberId, name: 'Another', email, roles }]);
    return (await office.hub.app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null }))
      .secret;
  });
const DRAFT = 'query ($id: ID!) { draft(id: $id) { version reviewReasons } }';
const draftOf = async (id: string) =>
  (await ask<{ draft: { version: number; reviewReasons: string[] } }>(office.hub.url, analyst, DRAFT, { id }))
    .data?.draft;
/** A second person releases what waits. @returns the publication's id */
async function approve(id: string | null | undefined): Promise<string> {
  const version = (await draftOf(id ?? ''))?.version;
  const { data } = await ask<{ releaseDraft: { publication: { id: string } } }>(
    office.hub.url,
    analyst,
    'mutation ($input: ReleaseDraftInput!) { releaseDraft(input: $input) { publication { id } } }',
    { input: { id, version } },
  );
  return data?.releaseDraft.publication.id ?? '';
}
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
  analyst = await join('ANALYST');
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
      draftId: null,
    });
    expect(await taken(catalogue('2026.11.20', FIRST))).toMatchObject({ added: 0, draftId: null });
  });

  it('wait for a second person, and then reach those who asked for them, once, and nobody else', async () => {
    const first = await taken(catalogue('2026.11.21', FIRST, SECOND, THIRD));
    expect(first).toMatchObject({ added: 2, publicationId: null, draftId: expect.any(String) });
    expect((await draftOf(first?.draftId ?? ''))?.reviewReasons).toEqual(['NATIONAL_AUDIENCE']);
    expect(await taken(catalogue('2026.11.21', FIRST, SECOND, THIRD))).toMatchObject({ draftId: null });
    expect(await inboxOf('clerk')).toEqual([]);
    const publicationId = await approve(first?.draftId);
    await office.until(async () => (await inboxOf('clerk')).length > 0);
    for (const desk of ['clerk', 'official'] as const)
      expect(await inboxOf(desk)).toEqual([
        {
          id: publicationId,
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
    const { draftId } = (await taken(catalogue('2026.11.22', FIRST, 'CVE-2026-10004'))) ?? {};
    const publicationId = await approve(draftId);
    await office.until(async () => (await inboxOf('official')).some(({ id }) => id === publicationId));
    expect(await inboxOf('official')).toHaveLength(2);
  });

  it('of an operator who may not release wait for one who may, whatever the audience takes', async () => {
    office.desks.federal = { ...office.desks.federal, token: await join('OPERATOR') };
    const [line] = await office.send('federal', catalogue('2026.11.23', FIRST, 'CVE-2026-10006'));
    expect(line?.catalogue).toMatchObject({ added: 1, publicationId: null, draftId: expect.any(String) });
    expect((await draftOf(line?.catalogue?.draftId ?? ''))?.reviewReasons).toContain('REQUESTED');
  });

  it('are of the hub: nobody else takes a catalogue in', async () => {
    expect(await office.send('official', catalogue('2026.11.23', 'CVE-2026-10005'))).toMatchObject([
      { error: { code: 'FORBIDDEN' } },
    ]);
  });
});
