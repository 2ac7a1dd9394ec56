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
