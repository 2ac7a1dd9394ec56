import { setTimeout as sleep } from 'node:timers/promises';
import { Sessions } from '#identity';
import { Database } from '#platform';
import { startHub, type TestHub } from '../support/hub.js';
import { Community } from './hub.js';

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly {
    readonly extensions: { readonly code: string; readonly field?: readonly string[] };
  }[];
}

type Created = { createSubscription: { subscription: { id: string } } };
type Published = { publish: { publication: { id: string } } };
type Waiting = { inbox: { edges: object[] }; inboxCounts: object };

const PUBLISH = `mutation ($input: PublishInput!) { publish(input: $input) { outcome publication { id } } }`;
const INBOX = `{ inbox(first: 5) { edges { node { state arrivedAt readAt publication { id title inbox { state } } } } pageInfo { hasNextPage } }
  inboxCounts { unread unanswered } }`;
const REACH = `query ($id: ID!) { publication(id: $id) { acknowledgement { response } reach { notifiedCount openedCount memberCount
  acknowledgedCount silentCount responses { response count } byState { region { code name } memberCount openedCount acknowledgedCount }
  byKind { kind memberCount } members(first: 5) { edges { node { member { name kind } openedAt acknowledgement { response note at
  member { name } person { name email } } } } pageInfo { hasNextPage } } } } }`;
const SUBSCRIPTION =
  'id name owner createdAt interest { regions { name } below above kinds severityAtLeast affectedSystems text }';

describe('delivery over the API', () => {
  let hub: TestHub;
  let releaser: string;
  let clerk: string;
  let analyst: string;
  let id: string;

  beforeAll(async () => {
    hub = await startHub();
    const community = new Community({
      database: hub.app.get(Database),
      get: (service) => hub.app.get(service),
    });
    const wisconsin = await community.member('STATE', '55', 'Wisconsin');
    const dane = await community.member('LOCAL', '55025', 'Dane County');
    await community.member('LOCAL', '17031', 'Cook County');
    releaser = await community.person(wisconsin, 'RELEASER', 'AUTHOR');
    clerk = await community.person(dane, 'AUTHOR', 'COORDINATOR');
    analyst = await community.person(await community.member('HUB', 'US', 'Hub'), 'ANALYST');
  });
  afterAll(() => hub.close());

  async function ask(personId: string, query: string, variables: object = {}): Promise<Answer> {
    const { secret } = await hub.app
      .get(Database)
      .write((tx) => hub.app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null }));
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Answer;
  }
  async function told<T>(personId: string, query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await ask(personId, query, variables);
    expect(errors).toBeUndefined();
    return data as T;
  }
  const content = (said: object = {}) => ({
    kind: 'ALERT',
    title: 'Pollbooks are down',
    audience: { regions: ['55'] },
    severity: 'HIGH',
    urgency: 'EXPECTED',
    certainty: 'OBSERVED',
    acknowledgeWithinMinutes: 30,
    ...said,
  });

  it('takes a subscription, changes it and ends it', async () => {
    const create = `mutation ($input: CreateSubscriptionInput!) { createSubscription(input: $input) { subscription { ${SUBSCRIPTION} } } }`;
    const input = { name: 'Here', interest: { regions: ['55025'], severityAtLeast: 'LOW' } };
    const { createSubscription } = await told<Created>(clerk, create, { input });
    const own = createSubscription.subscription;
    expect(own).toEqual({
      id: expect.any(String),
      name: 'Here',
      owner: 'PERSON',
      createdAt: expect.any(String),
      interest: {
        regions: [{ name: 'Dane County' }],
        below: true,
        above: true,
        kinds: [],
        severityAtLeast: 'LOW',
        affectedSystems: [],
        text: null,
      },
    });
    const shared = await told<Created>(clerk, create, { input: { ...input, owner: 'MEMBER' } });
    const update = `mutation ($input: UpdateSubscriptionInput!) { updateSubscription(input: $input) { subscription { name interest { kinds } } } }`;
    const changed = await told(clerk, update, {
      input: { id: own.id, name: 'Alerts', interest: { kinds: ['ALERT'] } },
    });
    const expected = { name: 'Alerts', interest: { kinds: ['ALERT'] } };
    expect(changed).toEqual({ updateSubscription: { subscription: expected } });
    const end = `mutation ($input: DeleteSubscriptionInput!) { deleteSubscription(input: $input) { id } }`;
    const { id: sharedId } = shared.createSubscription.subscription;
    expect(await told(clerk, end, { input: { id: sharedId } })).toEqual({
      deleteSubscription: { id: sharedId },
    });
    const { subscriptions } = await told<{ subscriptions: object[] }>(
      clerk,
      `{ subscriptions { ${SUBSCRIPTION} } }`,
    );
    expect(subscriptions).toMatchObject([{ name: 'Alerts' }]);
    const { errors } = await ask(releaser, end, { input: { id: own.id } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('tells before a release who would see it', async () => {
    const query = `query ($content: PublicationContentInput!) { previewPublication(content: $content) { memberCount personCount notifiedCount
      public byKind { kind count } byState { region { name } count } members(first: 1) { name } reviewReasons } }`;
    const { previewPublication } = await told<{ previewPublication: object }>(releaser, query, {
      content: content(),
    });
    expect(previewPublication).toEqual({
      memberCount: 3,
      personCount: 3,
      notifiedCount: 1,
      public: false,
      byKind: [
        { kind: 'HUB', count: 1 },
        { kind: 'LOCAL', count: 1 },
        { kind: 'STATE', count: 1 },
      ],
      byState: [{ region: { name: 'Wisconsin' }, count: 2 }],
      members: [{ name: 'Dane County' }],
      reviewReasons: [],
    });
    const { errors } = await ask(releaser, query, { content: content({ title: '' }) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: ['content', 'title'] });
  });

  it('puts a release into inboxes by itself, within moments', async () => {
    const { publish } = await told<Published>(releaser, PUBLISH, { input: { content: content() } });
    id = publish.publication.id;
    let waiting = await told<Waiting>(clerk, INBOX);
    for (let tries = 0; tries < 50 && waiting.inbox.edges.length === 0; tries += 1) {
      await sleep(100);
      waiting = await told<Waiting>(clerk, INBOX);
    }
    expect(waiting.inbox).toEqual({
      edges: [
        {
          node: {
            state: 'UNREAD',
            arrivedAt: expect.any(String),
            readAt: null,
            publication: { id, title: 'Pollbooks are down', inbox: { state: 'UNREAD' } },
          },
        },
      ],
      pageInfo: { hasNextPage: false },
    });
    expect(waiting.inboxCounts).toEqual({ unread: 1, unanswered: 1 });
  });

  it('marks and answers, and rolls the answers up for the sender', async () => {
    const mark =
      'mutation ($input: MarkInboxInput!) { markInbox(input: $input) { items { state publication { id } } } }';
    const { markInbox } = await told<{ markInbox: { items: object[] } }>(clerk, mark, {
      input: { publicationIds: [id], state: 'READ' },
    });
    expect(markInbox.items).toEqual([{ state: 'READ', publication: { id } }]);
    const answer = `mutation ($input: AcknowledgeInput!) { acknowledge(input: $input) { acknowledgement { response note member { name }
      person { name } } publication { id inbox { state } acknowledgement { response } reach { memberCount } } } }`;
    const input = { publicationId: id, response: 'NEED_HELP', note: 'Call us.' };
    const { acknowledge } = await told<{ acknowledge: object }>(clerk, answer, { input });
    expect(acknowledge).toEqual({
      acknowledgement: {
        response: 'NEED_HELP',
        note: 'Call us.',
        member: { name: 'Dane County' },
        person: { name: 'A person' },
      },
      publication: {
        id,
        inbox: { state: 'ACKNOWLEDGED' },
        acknowledgement: { response: 'NEED_HELP' },
        reach: null,
      },
    });
    const { publication } = await told<{ publication: object }>(releaser, REACH, { id });
    expect(publication).toEqual({
      acknowledgement: null,
      reach: {
        notifiedCount: 1,
        openedCount: 1,
        memberCount: 1,
        acknowledgedCount: 1,
        silentCount: 0,
        responses: [
          { response: 'NEED_HELP', count: 1 },
          { response: 'ACTING', count: 0 },
          { response: 'NOT_AFFECTED', count: 0 },
        ],
        byState: [
          { region: { code: '55', name: 'Wisconsin' }, memberCount: 1, openedCount: 1, acknowledgedCount: 1 },
        ],
        byKind: [{ kind: 'LOCAL', memberCount: 1 }],
        members: {
          edges: [
            {
              node: {
                member: { name: 'Dane County', kind: 'LOCAL' },
                openedAt: expect.any(String),
                acknowledgement: {
                  response: 'NEED_HELP',
                  note: 'Call us.',
                  at: expect.any(String),
                  member: { name: 'Dane County' },
                  person: { name: 'A person', email: null },
                },
              },
            },
          ],
          pageInfo: { hasNextPage: false },
        },
      },
    });
  });

  it('names who answered to the member’s own people and to the sender, and to nobody else', async () => {
    const answeredBy = `query ($id: ID!) { publication(id: $id) { acknowledgement { person { name email } }
      reach { members { edges { node { acknowledgement { response person { name } } } } } } } }`;
    const named = async (personId: string) =>
      (await told<{ publication: object }>(personId, answeredBy, { id })).publication;
    const person = { name: 'A person', email: expect.stringContaining('@') };
    expect(await named(clerk)).toEqual({ acknowledgement: { person }, reach: null });
    const answers = (by: object | null) => ({
      acknowledgement: null,
      reach: { members: { edges: [{ node: { acknowledgement: { response: 'NEED_HELP', person: by } } }] } },
    });
    expect(await named(releaser)).toEqual(answers({ name: 'A person' }));
    expect(await named(analyst)).toEqual(answers(null));
  });

  it('refuses what cannot be marked or answered, and names the field', async () => {
    const mark = 'mutation ($input: MarkInboxInput!) { markInbox(input: $input) { items { state } } }';
    const bad = await ask(clerk, mark, { input: { publicationIds: [id], state: 'ACKNOWLEDGED' } });
    expect(bad.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: ['input', 'state'] });
    const answer =
      'mutation ($input: AcknowledgeInput!) { acknowledge(input: $input) { publication { id } } }';
    const own = await ask(releaser, answer, { input: { publicationId: id, response: 'ACTING' } });
    expect(own.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'publicationId'],
    });
    const absent = await ask(clerk, answer, {
      input: { publicationId: crypto.randomUUID(), response: 'ACTING' },
    });
    expect(absent.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
