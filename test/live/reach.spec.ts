import { ask } from '../support/graphql.js';
import type { Desk } from '../support/office-world.js';
import { type Listening, RELEASES, type Release } from './listen.js';
import { LiveOffice } from './office.js';

const CHANGE = 'mutation ($input: ChangeAudienceInput!) { changeAudience(input: $input) { cursor } }';
const WITHDRAW =
  'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { cursor } }';
const LOG = `query ($after: Cursor, $filter: PublicationFilter) { releases(after: $after, filter: $filter, first: 100) {
  edges { node { cursor what at publicationId publication { id title state origin { name } revisions { number title } }
    revision { number title } } } } }`;

let office: LiveOffice;
beforeAll(async () => {
  office = await LiveOffice.open();
});
afterEach(() => office.stopListening());
afterAll(() => office.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function listenAs(...desks: (Desk | null)[]): Promise<Listening[]> {
  const listening: Listening[] = [];
  for (const desk of desks) listening.push(await office.listen(desk));
  return listening;
}

const titles = (told: readonly Release[]) => told.map(({ publication }) => publication?.title);

describe.each(['WebSocket', 'events'] as const)('over %s', (over) => {
  it('an alert reaches those it is addressed to, those above, its own and the analysts, and nobody else', async () => {
    const desks = ['clerk', 'official', 'operator', 'neighbor', 'distant', 'federal', null] as const;
    const listening = new Map<Desk | null, Listening>();
    for (const desk of desks) listening.set(desk, await office.listen(desk, { over }));
    await office.publish('clerk', { title: 'Near', tlp: 'AMBER', audience: { regions: ['55025'] } });
    await office.publish('federal', {
      kind: 'BULLETIN',
      title: 'For all',
      tlp: 'CLEAR',
      audience: { regions: ['US'] },
    });
    for (const desk of ['clerk', 'official', 'operator'] as const) {
      expect(titles((await listening.get(desk)?.until(2)) ?? [])).toEqual(['Near', 'For all']);
    }
    for (const desk of ['neighbor', 'distant', 'federal', null] as const) {
      expect(titles((await listening.get(desk)?.until(1)) ?? [])).toEqual(['For all']);
    }
  });
});

it('whom a change of audience leaves out is told that it is no longer available, and no more', async () => {
  const [clerk, neighbor] = await listenAs('clerk', 'neighbor');
  const first = await office.publish('official', {
    title: 'Wide',
    tlp: 'AMBER',
    audience: { regions: ['55'] },
  });
  await neighbor?.until(1);
  const narrow = { id: first.id, revisionId: first.revisionId, audience: { regions: ['55025'] } };
  await office.act('official', CHANGE, narrow);
  expect((await neighbor?.until(2))?.[1]).toMatchObject({
    what: 'UNAVAILABLE',
    publicationId: first.id,
    publication: null,
    revision: null,
  });
  expect((await clerk?.until(2))?.map(({ what }) => what)).toEqual(['PUBLISHED', 'AUDIENCE_CHANGED']);
});

it('whoever is added later sees the change as its publishing, and nothing from before', async () => {
  const [distant] = await listenAs('distant');
  const first = await office.publish('federal', {
    kind: 'ADVISORY',
    title: 'One state first',
    tlp: 'AMBER',
    audience: { regions: ['55'] },
  });
  await office.act('federal', CHANGE, {
    id: first.id,
    revisionId: first.revisionId,
    audience: { regions: ['55', '12'] },
  });
  expect(await distant?.until(1)).toMatchObject([
    { what: 'PUBLISHED', revision: { number: 1 }, publication: { revisions: [{ number: 1 }] } },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(distant?.told).toHaveLength(1);
});

it('a withdrawal reaches whoever could see it, as a tombstone', async () => {
  const [neighbor, distant] = await listenAs('neighbor', 'distant');
  const { id } = await office.publish('official', {
    title: 'Mistaken',
    tlp: 'AMBER',
    audience: { regions: ['55'] },
  });
  await office.act('official', WITHDRAW, { id, reason: 'It was a mistake.' });
  expect((await neighbor?.until(2))?.[1]).toMatchObject({
    what: 'WITHDRAWN',
    publication: { state: 'WITHDRAWN', revisions: [] },
    revision: null,
  });
  expect(distant?.told).toEqual([]);
});

it('an anonymous origin is told to its own people and analysts alone, though all are served together', async () => {
  const [neighbor, clerk, operator, official] = await listenAs('neighbor', 'clerk', 'operator', 'official');
  await office.publish('neighbor', { tlp: 'GREEN', attribution: 'ANONYMOUS', audience: { regions: ['55'] } });
  const origins: unknown[] = [];
  for (const one of [neighbor, operator, clerk, official]) {
    origins.push((await one?.until(1))?.[0]?.publication?.origin?.name);
  }
  const itself = 'Rock County Election Office';
  expect(origins).toEqual([itself, itself, undefined, undefined]);
});

it('what depends on the viewer is each viewer’s own', async () => {
  const query = RELEASES.replace(
    'revision { number title }',
    'revision { number title releasedBy { name } }',
  );
  type Own = Release & { readonly revision: { readonly releasedBy: { readonly name: string } | null } };
  const clerk = await office.listen<Own>('clerk', { query });
  const neighbor = await office.listen<Own>('neighbor', { query });
  await office.publish('clerk', { title: 'Whose', tlp: 'AMBER', audience: { regions: ['55'] } });
  expect((await clerk.until(1))[0]?.revision.releasedBy).not.toBeNull();
  expect((await neighbor.until(1))[0]?.revision.releasedBy).toBeNull();
});

it('something red reaches the person named alone, and is audited as opened', async () => {
  const [clerk, operator] = await listenAs('clerk', 'operator');
  const { id } = await office.publish('official', {
    title: 'For one person',
    tlp: 'RED',
    audience: { personIds: [office.desks.clerk.personId] },
  });
  expect(titles((await clerk?.until(1)) ?? [])).toEqual(['For one person']);
  const audit = 'query { audit(first: 20) { edges { node { action objectId personId } } } }';
  const { data } = await ask<{
    audit: { edges: { node: { action: string; objectId: string; personId: string } }[] };
  }>(office.hub.url, office.desks.operator.token, audit);
  expect(data?.audit.edges.map(({ node }) => node)).toContainEqual({
    action: 'publication.opened',
    objectId: id,
    personId: office.desks.clerk.personId,
  });
  expect(operator?.told).toEqual([]);
});

it('a filter lets through live what it lets through when the log is read', async () => {
  const { cursor } = await office.publish('federal', {
    kind: 'BULLETIN',
    tlp: 'CLEAR',
    audience: { regions: ['US'] },
  });
  const filter = { kinds: ['ALERT'], severityAtLeast: 'HIGH', regions: ['55025'] };
  const listening = await office.listen('clerk', { filter });
  await office.publish('clerk', { title: 'Yes', tlp: 'GREEN', audience: { regions: ['55025'] } });
  await office.publish('clerk', {
    title: 'Too mild',
    severity: 'LOW',
    tlp: 'GREEN',
    audience: { regions: ['55025'] },
  });
  await office.publish('distant', { title: 'Too far', tlp: 'GREEN', audience: { regions: ['12086'] } });
  await office.publish('official', { title: 'Above', tlp: 'GREEN', audience: { regions: ['55'] } });
  expect(titles(await listening.until(2))).toEqual(['Yes', 'Above']);
  const read = await office.listen('clerk', { filter, after: cursor });
  expect(await read.until(2)).toEqual(listening.told);
});

it('tells live, on catching up and in a page of the log the same entries in the same order', async () => {
  const desks = ['clerk', 'official', 'neighbor', 'distant', 'federal', 'operator', null] as const;
  for (const desk of desks) {
    const page = await ask<{ releases: { edges: { node: Release }[] } }>(
      office.hub.url,
      desk && office.desks[desk].token,
      LOG,
    );
    const nodes = page.data?.releases.edges.map(({ node }) => node) ?? [];
    const caughtUp = await office.listen(desk, { after: nodes[0]?.cursor ?? null });
    expect(await caughtUp.until(nodes.length - 1)).toEqual(nodes.slice(1));
  }
});

describe('what hangs on a publication', () => {
  const REACH = `subscription ($id: ID!) { reachChanged(publicationId: $id) {
    id reach { acknowledgedCount responses { response count } } } }`;
  const COMMENTS = `subscription ($id: ID!) { commentsChanged(publicationId: $id) {
    id commentCount comments { edges { node { text } } } } }`;
  const ANSWER = 'mutation ($input: AcknowledgeInput!) { acknowledge(input: $input) { publication { id } } }';
  const SAY = 'mutation ($input: PostCommentInput!) { postComment(input: $input) { comment { id } } }';
  interface Reached {
    readonly reach: { readonly acknowledgedCount: number };
  }
  interface Said {
    readonly comments: { readonly edges: readonly { readonly node: { readonly text: string } }[] };
  }
  const begin = <R>(
    desk: Desk | null,
    query: string,
    id: string,
    over: 'WebSocket' | 'events' = 'WebSocket',
  ) => office.begin<R>({ token: desk && office.desks[desk].token, query, variables: { id }, over });
  const codeOf = async (listening: Listening<unknown>) =>
    (await listening.ended()).errors?.map(({ message, extensions }) => [message, extensions?.code]);
  const watched = () =>
    office.publish('official', { title: 'Who has it?', tlp: 'AMBER', audience: { regions: ['55'] } });

  it.each(['WebSocket', 'events'] as const)(
    'is told over %s to whoever may read it, as it changes',
    async (over) => {
      const { id } = await watched();
      const official = begin<Reached>('official', REACH, id, over);
      const operator = begin<Reached>('operator', REACH, id, over);
      for (const one of [official, operator])
        expect((await one.until(1))[0]?.reach.acknowledgedCount).toBe(0);
      await office.act('clerk', ANSWER, { publicationId: id, response: 'ACTING' });
      for (const one of [official, operator])
        expect((await one.until(2))[1]?.reach.acknowledgedCount).toBe(1);
    },
  );

  it('is told many changes at once, and nothing where nothing that can be read has changed', async () => {
    const { id } = await watched();
    const official = begin<Reached>('official', REACH, id);
    await official.until(1);
    for (const response of ['ACTING', 'NEED_HELP']) {
      for (const desk of ['clerk', 'neighbor'] as const) {
        await office.act(desk, ANSWER, { publicationId: id, response });
      }
    }
    for (const one = official.told; one.at(-1)?.reach.acknowledgedCount !== 2; ) await pause(20);
    const came = official.told.length;
    expect(came).toBeLessThan(5);
    await office.act(
      'clerk',
      'mutation ($input: MarkInboxInput!) { markInbox(input: $input) { items { state } } }',
      {
        publicationIds: [id],
        state: 'UNREAD',
      },
    );
    await pause(1_200);
    expect(official.told).toHaveLength(came);
  });

  it('is told to nobody who may not read it: what is not seen is as if absent', async () => {
    const { id } = await watched();
    const absent = crypto.randomUUID();
    for (const query of [REACH, COMMENTS]) {
      for (const desk of ['distant', 'federal'] as const) {
        const told = await codeOf(begin(desk, query, id));
        expect(told).toEqual(await codeOf(begin(desk, query, absent)));
        expect(told).toEqual([[expect.any(String), 'NOT_FOUND']]);
      }
      expect(await codeOf(begin(null, query, id))).toEqual([[expect.any(String), 'UNAUTHENTICATED']]);
    }
    expect(await codeOf(begin('clerk', REACH, id))).toEqual([[expect.any(String), 'FORBIDDEN']]);
    for (const bad of ['', 'x'.repeat(10_000)])
      expect(await codeOf(begin('clerk', COMMENTS, bad))).not.toEqual([]);
  });

  it('is what each may see of the comments, and nothing when somebody says what they may not', async () => {
    const { id } = await watched();
    const [clerk, official] = [begin<Said>('clerk', COMMENTS, id), begin<Said>('official', COMMENTS, id)];
    await Promise.all([clerk.until(1), official.until(1)]);
    const say = (text: string, tlp: string) => office.act('neighbor', SAY, { publicationId: id, text, tlp });
    const textsOf = (said: Said | undefined) => said?.comments.edges.map(({ node }) => node.text);
    await say('Among the named alone', 'RED');
    await pause(1_200);
    await say('For all', 'AMBER');
    expect(textsOf((await clerk.until(2))[1])).toEqual(['For all']);
    // Whoever released it is one of those named.
    const both = ['Among the named alone', 'For all'];
    expect((await official.until(3)).map(textsOf)).toEqual([[], both.slice(0, 1), both]);
  });

  it('is told no more once a publication is addressed to others', async () => {
    const { id, revisionId } = await watched();
    const neighbor = begin<Said>('neighbor', COMMENTS, id);
    await neighbor.until(1);
    await office.act('official', CHANGE, { id, revisionId, audience: { regions: ['55025'] } });
    await office.act('clerk', SAY, { publicationId: id, text: 'Between us', tlp: 'AMBER' });
    const clerk = begin<Said>('clerk', COMMENTS, id);
    await clerk.until(1);
    await pause(1_200);
    expect(neighbor.told).toHaveLength(1);
  });
});
