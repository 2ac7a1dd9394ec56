import { PollRemotes } from '#remotes';
import type { Told } from '../indicators/office.js';
import type { Desk } from '../support/office-world.js';
import { Taxii } from '../taxii/client.js';

const REMOTE = `id name url signsInBy person { id name } member { name } tlp regions { code } releases everyMinutes state readUpTo
  lastPolledAt nextPollAt failingSince failures lastFailure said takenCount leftCount refusedCount`;
const ADD = `mutation ($input: AddRemoteCollectionInput!) { addRemoteCollection(input: $input) { collection { ${REMOTE} } } }`;
const UPDATE = `mutation ($input: UpdateRemoteCollectionInput!) { updateRemoteCollection(input: $input) { collection { ${REMOTE} } } }`;
const POLL =
  'mutation ($input: PollRemoteCollectionInput!) { pollRemoteCollection(input: $input) { collection { id } } }';
const REMOVE =
  'mutation ($input: RemoveRemoteCollectionInput!) { removeRemoteCollection(input: $input) { id } }';
const LIST = `{ remoteCollections { ${REMOTE} } }`;
const FEED = `query ($filter: PublicationFilter) { publications(filter: $filter, first: 50) { edges { node { id kind title tlp state origin { name }
  revision { number } } } } }`;
const LOOK_UP = 'query ($values: [String!]!) { lookUp(values: $values) { value indicators { tlp } } }';

const ENV = { WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8', WATCHFIRE_WORKER: 'off' };

describe('hubs that read each other', () => {
  let here: Taxii;
  let there: Taxii;
  let remoteId: string;

  beforeAll(async () => {
    here = await Taxii.open({ ...ENV, WATCHFIRE_PUBLIC_URL: 'https://here.example' });
    there = await Taxii.open({ ...ENV, WATCHFIRE_PUBLIC_URL: 'https://there.example' });
  }, 90_000);
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  const add = async (reader: Taxii, source: Taxii, more: object = {}): Promise<Told> => {
    const { addRemoteCollection } = await reader.office.ask('operator', ADD, {
      input: {
        name: 'Their bulletins',
        url: `${source.office.hub.url}/taxii2/community/collections/all`,
        credentials: { token: source.office.tokenOf('federal') },
        personId: reader.office.offices.federal.personId,
        tlp: 'GREEN',
        regions: ['55'],
        releases: true,
        ...more,
      },
    });
    return addRemoteCollection.collection;
  };
  /** Reads a collection now, and gives how it stands then. */
  const poll = async (reader: Taxii, id: string): Promise<Told> => {
    await reader.office.ask('operator', POLL, { input: { id } });
    await reader.office.hub.app.get(PollRemotes, { strict: false }).catchUp(new AbortController().signal);
    await reader.settle();
    const { remoteCollections } = await reader.office.ask('operator', LIST);
    return remoteCollections.find((one: Told) => one.id === id);
  };
  const feed = async (hub: Taxii, desk: Desk, kinds = ['BULLETIN']): Promise<string[]> => {
    const { publications } = await hub.office.ask(desk, FEED, { filter: { kinds } });
    return publications.edges.map(
      ({ node }: Told) =>
        `${node.state} ${node.kind} ${node.tlp} ${node.title} (${node.origin?.name}) ${node.revision?.number}`,
    );
  };
  let alert: { id: string; revision: { id: string } };

  it('what is there becomes bulletins of the mapped member, never looser than it is marked or mapped', async () => {
    alert = await there.office.publish('federal', {
      title: 'Marked',
      tlp: 'AMBER',
      kind: 'BULLETIN',
      ...NO_ALERT,
    });
    await there.office.publish('federal', { title: 'Open', tlp: 'CLEAR', kind: 'BULLETIN', ...NO_ALERT });
    await there.office.add('federal', { publicationId: alert.id, indicators: [{ value: '45.9.150.77' }] });
    await there.office.publish('clerk', { title: 'Not for federal', tlp: 'AMBER_STRICT' });
    await there.settle();
    const remote = await add(here, there);
    remoteId = remote.id;
    expect(remote).toMatchObject({
      signsInBy: 'TOKEN',
      member: { name: 'CISA' },
      state: 'ACTIVE',
      takenCount: 0,
    });
    expect(remote.url).toMatch(/\/collections\/all\/$/);
    expect(await poll(here, remoteId)).toMatchObject({ failures: 0, lastFailure: null, refusedCount: 0 });
    expect((await feed(here, 'clerk')).sort()).toEqual([
      'RELEASED BULLETIN AMBER Marked (CISA) 1',
      'RELEASED BULLETIN GREEN Open (CISA) 1',
    ]);
    const { lookUp } = await here.office.ask('clerk', LOOK_UP, { values: ['45.9.150.77', '45.9.150.78'] });
    expect(lookUp.map((one: Told) => one.indicators.length)).toEqual([1, 0]);
  });

  it('is read on from where it was, and the same is not taken again', async () => {
    const before = await poll(here, remoteId);
    expect(await poll(here, remoteId)).toMatchObject({
      takenCount: before.takenCount,
      readUpTo: before.readUpTo,
    });
    expect(before.readUpTo).toMatch(/^\d{4}-.*\.\d{6}Z$/);
    const all = await add(here, there, { name: 'The same from its beginning' });
    expect(await poll(here, all.id)).toMatchObject({ takenCount: 0, failures: 0 });
    expect(await feed(here, 'clerk')).toHaveLength(2);
    await here.office.ask('operator', REMOVE, { input: { id: all.id } });
  });

  it('follows revisions and withdrawals', async () => {
    const revise =
      'mutation ($input: RevisePublicationInput!) { revisePublication(input: $input) { publication { id } } }';
    const content = { kind: 'BULLETIN', title: 'Marked anew', ...NO_ALERT };
    await there.office.ask('federal', revise, {
      input: { id: alert.id, revisionId: alert.revision.id, content, note: 'More is known.' },
    });
    await there.settle();
    await poll(here, remoteId);
    expect(await feed(here, 'clerk')).toContain('RELEASED BULLETIN AMBER Marked anew (CISA) 2');
    const withdraw =
      'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { outcome } }';
    await there.office.ask('federal', withdraw, { input: { id: alert.id, reason: 'An error' } });
    await there.settle();
    await poll(here, remoteId);
    expect((await feed(here, 'clerk')).filter((one) => one.includes('RELEASED'))).toEqual([
      'RELEASED BULLETIN GREEN Open (CISA) 1',
    ]);
  });

  it('does not come back to where it came from, in however wide a circle', async () => {
    const onTheirs = await feed(there, 'federal');
    const back = await add(there, here, { name: 'Back' });
    for (let round = 0; round < 3; round += 1) {
      expect(await poll(there, back.id)).toMatchObject({ takenCount: 0, failures: 0 });
      await poll(here, remoteId);
    }
    expect(await feed(there, 'federal')).toEqual(onTheirs);
    await here.office.add('federal', {
      audience: { regions: ['55'] },
      indicators: [{ value: '45.9.151.1' }],
    });
    await here.settle();
    expect((await poll(there, back.id)).takenCount).toBeGreaterThan(0);
    const grown = await feed(there, 'federal');
    expect(grown).toHaveLength(onTheirs.length + 1);
    const read = await poll(here, remoteId);
    for (let round = 0; round < 3; round += 1) {
      await poll(there, back.id);
      await poll(here, remoteId);
    }
    expect(await feed(there, 'federal')).toEqual(grown);
    expect((await poll(here, remoteId)).takenCount).toBe(read.takenCount);
  });

  it('makes drafts where nothing is to go out by itself', async () => {
    await there.office.publish('federal', {
      title: 'To be looked at',
      kind: 'BULLETIN',
      tlp: 'GREEN',
      ...NO_ALERT,
    });
    await there.settle();
    await here.office.ask('operator', UPDATE, { input: { id: remoteId, releases: false, credentials: {} } });
    expect(await poll(here, remoteId)).toMatchObject({ signsInBy: 'NOTHING', lastFailure: 'NOT_ADMITTED' });
    const credentials = { user: 'any', password: there.office.tokenOf('federal') };
    await here.office.ask('operator', UPDATE, { input: { id: remoteId, credentials } });
    await poll(here, remoteId);
    expect((await feed(here, 'clerk')).join()).not.toContain('To be looked at');
    const { drafts } = await here.office.ask(
      'federal',
      '{ drafts(first: 10) { edges { node { content { title } } } } }',
    );
    expect(JSON.stringify(drafts)).toContain('To be looked at');
  });

  it('is told to be taken from elsewhere only while it says what was taken', async () => {
    const reports = await here.all('all', 'match[type]=report', { as: 'federal' });
    const open = reports.find(({ name }) => name === 'Open');
    const sources = (report: Told) =>
      report.external_references.filter((one: Told) => one.source_name === 'watchfire-source');
    expect(sources(open)).toEqual([
      { source_name: 'watchfire-source', external_id: expect.stringMatching(/^report--/) },
    ]);
    const id = open.id.replace('report--', '');
    const { publication } = await here.office.ask(
      'federal',
      'query ($id: ID!) { publication(id: $id) { revision { id } } }',
      { id },
    );
    const content = { kind: 'BULLETIN', title: 'In our own words', ...NO_ALERT };
    await here.office.ask(
      'federal',
      'mutation ($input: RevisePublicationInput!) { revisePublication(input: $input) { outcome } }',
      { input: { id, revisionId: publication.revision.id, content, note: 'Ours' } },
    );
    await here.settle();
    const [changed] = (await here.all('all', `match[id]=${open.id}`, { as: 'federal' })) as Told[];
    expect(changed.name).toBe('In our own words');
    expect(sources(changed)).toEqual([]);
  });

  it('stops when the person by whose rights it goes may act no more, and is paused', async () => {
    const { personId } = here.office.offices.federal;
    const suspend =
      'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { id } } }';
    await here.office.ask('operator', suspend, { input: { personId, reason: 'Left' } });
    expect(await poll(here, remoteId)).toMatchObject({ lastFailure: 'NOT_ALLOWED', failures: 1 });
    const { updateRemoteCollection } = await here.office.ask('operator', UPDATE, {
      input: { id: remoteId, active: false },
    });
    expect(updateRemoteCollection.collection).toMatchObject({ state: 'PAUSED', nextPollAt: null });
    expect(await poll(here, remoteId)).toMatchObject({ failures: 1 });
  });

  it('is for operators, whom no secret is told', async () => {
    for (const desk of ['federal', 'clerk', null] as const) {
      if (desk === 'federal') continue;
      const refused = desk === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect(await here.office.refusal(desk, LIST)).toBe(refused);
      expect(await here.office.refusal(desk, REMOVE, { input: { id: remoteId } })).toBe(refused);
    }
    const { remoteCollections } = await here.office.ask('operator', LIST);
    expect(JSON.stringify(remoteCollections)).not.toContain(there.office.tokenOf('federal'));
  });

  it.each([
    [{ url: 'https://there.example/taxii2/community/' }, 'BAD_INPUT input url'],
    [{ url: 'https://10.0.0.1/taxii2/c/collections/all/' }, 'BAD_INPUT input url'],
    [{ url: 'ftp://there.example/collections/all/' }, 'BAD_INPUT input url'],
    [{ name: ' ' }, 'BAD_INPUT input name'],
    [{ personId: 'nobody' }, 'BAD_INPUT input personId'],
    [{ tlp: 'RED' }, 'BAD_INPUT input tlp'],
    [{ regions: ['55', '99999'] }, 'BAD_INPUT input regions 1'],
    [{ everyMinutes: 0 }, 'BAD_INPUT input everyMinutes'],
    [{ readFrom: 'yesterday' }, 'BAD_USER_INPUT input readFrom'],
    [{ credentials: { user: 'me' } }, 'BAD_INPUT input credentials password'],
    [{ credentials: { user: 'a:b', password: 'c' } }, 'BAD_INPUT input credentials user'],
    [{ credentials: { token: 'a b' } }, 'BAD_INPUT input credentials token'],
    [{ credentials: { token: 'a', user: 'b', password: 'c' } }, 'BAD_INPUT input credentials token'],
  ])('%j is refused as %s', async (wrong, refusal) => {
    const input = {
      name: 'Wrong',
      url: 'https://there.example/taxii2/community/collections/all/',
      personId: here.office.offices.clerk.personId,
      ...wrong,
    };
    expect(await here.office.refusal('operator', ADD, { input })).toBe(refusal);
  });
});

/** A bulletin has no severity. */
const NO_ALERT = { severity: null, urgency: null, certainty: null, audience: { regions: ['55'] } };
