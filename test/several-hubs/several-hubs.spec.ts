import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Role } from '#access';
import { Sessions } from '#identity';
import { Members, People } from '#members';
import { Database, readConfig } from '#platform';
import { createHub } from '../../apps/hub/src/server.js';
import { Listening } from '../live/listen.js';
import { emptyDatabase, type Place, testDialect } from '../support/database.js';
import { ask } from '../support/graphql.js';
import { type HubProcess, startHubProcess } from '../support/hub-process.js';

/** SQLite serves one hub; for several there is PostgreSQL. */
const onPostgres = testDialect() === 'postgres' ? describe : describe.skip;

const PUBLISH = `mutation ($title: String!) { publish(input: { content: { kind: ALERT, title: $title, tlp: AMBER,
  audience: { regions: ["55"] }, severity: HIGH, urgency: IMMEDIATE, certainty: OBSERVED } }) { publication { id } cursor } }`;

interface Someone {
  readonly personId: string;
  readonly token: string;
}

onPostgres('two hubs on one database', () => {
  let place: Place;
  let one: HubProcess;
  let other: HubProcess;
  let clerk: Someone;
  let neighbor: Someone;
  let operator: Someone;

  beforeAll(async () => {
    place = await emptyDatabase();
    const config = {
      ...readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off' }),
      database: place.database,
    };
    const app = await createHub({ config });
    await app.init();
    const someone = (kind: 'LOCAL' | 'HUB', jurisdiction: string, roles: readonly Role[]): Promise<Someone> =>
      app.get(Database).write(async (tx) => {
        const member = { name: `Office of ${jurisdiction}`, kind, jurisdiction };
        const [memberId = ''] = await app.get(Members).insertMany(tx, [member]);
        const desk = { memberId, name: 'Desk', email: `desk@${jurisdiction.toLowerCase()}.example`, roles };
        const [personId = ''] = await app.get(People).insertMany(tx, [desk]);
        const { secret } = await app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null });
        return { personId, token: secret };
      });
    clerk = await someone('LOCAL', '55025', ['VIEWER', 'AUTHOR', 'RELEASER']);
    neighbor = await someone('LOCAL', '55105', ['VIEWER', 'AUTHOR']);
    operator = await someone('HUB', 'US', ['VIEWER', 'OPERATOR', 'COORDINATOR']);
    await app.close();
    [one, other] = await Promise.all([startHubProcess(place), startHubProcess(place)]);
  }, 240_000);
  afterAll(async () => {
    await Promise.all([one?.end('SIGTERM'), other?.end('SIGTERM')]);
    await place.remove();
  }, 180_000);

  const publish = async (hub: HubProcess, title: string) => {
    const { data, errors } = await ask<{ publish: { cursor: string } }>(hub.url, clerk.token, PUBLISH, {
      title,
    });
    expect(errors).toBeUndefined();
    return data?.publish.cursor ?? '';
  };
  const listen = (hub: HubProcess, who: Someone, after: string | null = null) => {
    const titles: string[] = [];
    let lastCursor = after;
    const client = createClient({
      url: `${hub.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${who.token}` },
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => {},
    });
    const closed = new Promise<number>((resolve) =>
      client.on('closed', (event) => resolve((event as { code: number }).code)),
    );
    const query =
      'subscription ($after: Cursor) { releases(after: $after) { cursor publication { title } } }';
    client.subscribe<{ releases: { cursor: string; publication: { title: string } } }>(
      { query, variables: { after } },
      {
        next: ({ data }) => {
          if (!data) return;
          titles.push(data.releases.publication.title);
          lastCursor = data.releases.cursor;
        },
        error: () => {},
        complete: () => {},
      },
    );
    return { titles, closed, cursor: () => lastCursor, dispose: () => client.dispose() };
  };
  const eventually = async (holds: () => boolean, within = 10_000) => {
    const end = Date.now() + within;
    while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(holds()).toBe(true);
  };

  it('tell of a release live, whichever it was made at', async () => {
    const before = await publish(one, 'the first');
    const here = listen(one, neighbor, before);
    const there = listen(other, neighbor, before);
    await publish(one, 'from one');
    await publish(other, 'from the other');
    await eventually(() => here.titles.length === 2 && there.titles.length === 2);
    expect(here.titles).toEqual(['from one', 'from the other']);
    expect(there.titles).toEqual(here.titles);
    expect(there.cursor()).toBe(here.cursor());
    await Promise.all([here.dispose(), there.dispose()]);
  }, 180_000);

  it('go on without gap or repeat for whoever moves from one to the other', async () => {
    const start = await publish(one, 'start');
    const first = listen(one, neighbor, start);
    await publish(other, 'while at one');
    await eventually(() => first.titles.length === 1);
    await first.dispose();
    await publish(one, 'while away');
    const second = listen(other, neighbor, first.cursor());
    await publish(one, 'while at the other');
    await eventually(() => second.titles.length === 2);
    expect(second.titles).toEqual(['while away', 'while at the other']);
    await second.dispose();
  }, 180_000);

  it('tell at one whoever watches a reach of an answer that is given at the other', async () => {
    await publish(one, 'who answers');
    const latest = '{ publications(first: 1) { edges { node { id } } } }';
    const found = await ask<{ publications: { edges: { node: { id: string } }[] } }>(
      one.url,
      clerk.token,
      latest,
    );
    const id = found.data?.publications.edges[0]?.node.id;
    const query =
      'subscription ($id: ID!) { reachChanged(publicationId: $id) { reach { acknowledgedCount } } }';
    const watching = new Listening<{ reach: { acknowledgedCount: number } }>(one.url, {
      token: clerk.token,
      query,
      variables: { id },
    });
    await watching.until(1);
    const answer =
      'mutation ($id: ID!) { acknowledge(input: { publicationId: $id, response: ACTING }) { publication { id } } }';
    expect((await ask(other.url, neighbor.token, answer, { id })).errors).toBeUndefined();
    for (let tries = 0; tries < 200 && watching.told.at(-1)?.reach.acknowledgedCount !== 1; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(watching.told.at(-1)?.reach.acknowledgedCount).toBe(1);
    watching.stop();
  }, 180_000);

  it('put what is released at one into the inbox read at the other', async () => {
    const subscribe =
      'mutation { createSubscription(input: { name: "all", interest: { regions: ["55"] } }) { subscription { id } } }';
    expect((await ask(one.url, neighbor.token, subscribe)).errors).toBeUndefined();
    await publish(other, 'for the inbox');
    const read = () =>
      ask<{ inbox: { edges: { node: { publication: { title: string } } }[] } }>(
        one.url,
        neighbor.token,
        '{ inbox(first: 1) { edges { node { publication { title } } } } }',
      );
    let title: string | undefined;
    for (let tries = 0; tries < 100 && title !== 'for the inbox'; tries += 1) {
      title = (await read()).data?.inbox.edges[0]?.node.publication.title;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(title).toBe('for the inbox');
  }, 180_000);

  it('cut off at once at the other whoever is suspended at one', async () => {
    const listener = listen(other, neighbor, await publish(one, 'before'));
    await publish(one, 'still here');
    await eventually(() => listener.titles.includes('still here'));
    const suspend =
      'mutation ($id: ID!) { suspendPerson(input: { personId: $id, reason: "left" }) { person { id } } }';
    expect((await ask(one.url, operator.token, suspend, { id: neighbor.personId })).errors).toBeUndefined();
    await publish(one, 'too late');
    expect(await listener.closed).toBe(4403);
    expect(listener.titles).not.toContain('too late');
    const answer = await ask(other.url, neighbor.token, '{ viewer { roles } }');
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  }, 180_000);

  it('leave the other working when one is killed', async () => {
    one.process.kill('SIGKILL');
    await once(one.process, 'exit');
    await publish(other, 'alone');
    one = await startHubProcess(place);
    const log = await ask<{ publications: { edges: { node: { title: string } }[] } }>(
      one.url,
      clerk.token,
      '{ publications(first: 1) { edges { node { title } } } }',
    );
    expect(log.data?.publications.edges[0]?.node.title).toBe('alone');
  }, 180_000);
});
