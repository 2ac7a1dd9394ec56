import { jest } from '@jest/globals';
import { Groups, Members } from '#members';
import { type Asker, Community, type Hub, hubOn, openHubDatabase, PASSWORD } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

const TOKEN = 'mutation ($input: SignInInput!) { issueToken(input: $input) { token } }';
const MEMBER = `query ($id: ID!) { member(id: $id) { id name kind jurisdiction { code name } suspended
  settings { twoPersonRelease agreedRegions { code } }
  people { edges { node { name email roles suspended contact member { id } } } }
  invitations { edges { node { email roles member { name } } } } } }`;

/** What members look like over the contract, for each who may ask. */
describe('the contract of members', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let dane: string;
  const asker: Record<string, Asker> = {};

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    const operations = await community.member('HUB', 'US');
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    const rock = await community.member('LOCAL', '55105', 'Rock County Clerk');
    const people = [
      ['operator', operations, ['OPERATOR']],
      ['auditor', operations, ['AUDITOR']],
      ['coordinator', dane, ['COORDINATOR']],
      ['clerk', dane, ['VIEWER']],
      ['neighbour', rock, ['COORDINATOR']],
    ] as const;
    for (const [name, memberId, roles] of people) {
      const email = `${name}@example.org`;
      await community.person(memberId, roles, {
        email,
        name,
        password: PASSWORD,
        contact: name === 'coordinator',
      });
      const { data } = await hub.ask(TOKEN, { input: { email, password: PASSWORD } });
      asker[name] = { authorization: `Bearer ${data?.issueToken.token}` };
    }
    const input = { email: 'new@example.org', name: 'New', roles: ['VIEWER'] };
    const invite =
      'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { link invitation { email member { name } } } }';
    const { data } = await hub.ask(invite, { input }, asker.coordinator);
    expect(data?.invitePerson).toMatchObject({
      link: expect.any(String),
      invitation: { email: 'new@example.org' },
    });
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const member = async (who: string, id = dane) => {
    const { data, errors } = await hub.ask(MEMBER, { id }, asker[who]);
    return errors[0]?.code ?? data?.member;
  };
  const known = {
    id: expect.any(String),
    name: 'Dane County Clerk',
    kind: 'LOCAL',
    jurisdiction: { code: '55025', name: 'Dane County' },
  };
  const names = (found: { people: { edges: { node: { name: string } }[] } }) =>
    found.people.edges.map(({ node }) => node.name);

  it('shows everything of it to those who run it, here and at the hub', async () => {
    for (const who of ['coordinator', 'operator']) {
      const found = await member(who);
      expect(found).toMatchObject({
        ...known,
        suspended: false,
        settings: { twoPersonRelease: false, agreedRegions: [] },
      });
      expect(names(found)).toEqual(['clerk', 'coordinator']);
      expect(found.people.edges[0].node).toMatchObject({
        email: 'clerk@example.org',
        roles: ['VIEWER'],
        suspended: false,
        member: { id: dane },
      });
      expect(found.invitations.edges).toMatchObject([
        { node: { email: 'new@example.org', member: { name: 'Dane County Clerk' } } },
      ]);
    }
  });

  it('shows its own people all but the invitations', async () => {
    const found = await member('clerk');
    expect(found).toMatchObject({ ...known, suspended: false, invitations: { edges: [] } });
    expect(names(found)).toEqual(['clerk', 'coordinator']);
  });

  it('shows another member the name and the listed contacts', async () => {
    expect(await member('neighbour')).toEqual({
      ...known,
      suspended: null,
      settings: null,
      invitations: { edges: [] },
      people: {
        edges: [
          {
            node: {
              name: 'coordinator',
              email: null,
              roles: null,
              suspended: null,
              contact: true,
              member: { id: dane },
            },
          },
        ],
      },
    });
  });

  it('shows an auditor the name alone', async () => {
    expect(await member('auditor')).toEqual({
      ...known,
      suspended: null,
      settings: null,
      invitations: { edges: [] },
      people: { edges: [] },
    });
  });

  it('shows nothing to somebody who has not signed in', async () => {
    expect(await member('nobody')).toBe('UNAUTHENTICATED');
    for (const query of [
      '{ members { edges { node { id } } } }',
      '{ groups { edges { node { id } } } }',
      '{ person(id: "x") { id } }',
    ]) {
      expect((await hub.ask(query)).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    }
  });

  it('answers nothing alike for ids of nothing', async () => {
    for (const id of [crypto.randomUUID(), 'x', '', '\u0000'])
      expect(await member('coordinator', id)).toBeNull();
  });

  it('tells whoever holds a link what it is for, and nobody else', async () => {
    const reset =
      'mutation ($input: CreatePasswordResetInput!) { createPasswordReset(input: $input) { link expiresAt } }';
    const { data: viewer } = await hub.ask('{ viewer { person { id } } }', {}, asker.clerk);
    const { data } = await hub.ask(
      reset,
      { input: { personId: viewer?.viewer.person.id } },
      asker.coordinator,
    );
    const token = new URL(data?.createPasswordReset.link).hash.slice(1);
    const ask = (given: string) =>
      hub.ask(
        'query ($token: String!) { invitation(token: $token) { purpose email name member { name suspended people { edges { node { name } } } } } }',
        {
          token: given,
        },
      );
    expect((await ask(token)).data).toEqual({
      invitation: {
        purpose: 'RESET',
        email: 'clerk@example.org',
        name: 'clerk',
        member: { name: 'Dane County Clerk', suspended: null, people: { edges: [] } },
      },
    });
    expect((await ask(`${token.slice(0, -1)}_`)).data).toEqual({ invitation: null });
  });

  it('carries a group from making to closing', async () => {
    const create =
      'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { group { id name owner { name } members { edges { node { name } } } } } }';
    const { data } = await hub.ask(create, { input: { name: 'Lakeshore' } }, asker.coordinator);
    const { id: groupId, ...group } = data?.createGroup.group ?? {};
    expect(group).toEqual({
      name: 'Lakeshore',
      owner: { name: 'Dane County Clerk' },
      members: { edges: [{ node: { name: 'Dane County Clerk' } }] },
    });
    const look = async (who: string) =>
      (await hub.ask('query ($id: ID!) { group(id: $id) { name } }', { id: groupId }, asker[who])).data;
    expect(await look('clerk')).toEqual({ group: { name: 'Lakeshore' } });
    for (const who of ['neighbour', 'operator', 'auditor']) expect(await look(who)).toEqual({ group: null });
    const close = 'mutation ($input: CloseGroupInput!) { closeGroup(input: $input) { id } }';
    expect((await hub.ask(close, { input: { groupId } }, asker.coordinator)).data).toEqual({
      closeGroup: { id: groupId },
    });
    expect(await look('clerk')).toEqual({ group: null });
    expect(await hub.get(Groups).membersOf(groupId)).toEqual([]);
  });

  it('reads the member of a whole page of people in one statement', async () => {
    const read = jest.spyOn(hub.get(Members), 'byIds');
    try {
      expect(names(await member('operator'))).toHaveLength(2);
      expect(read.mock.calls).toEqual([[[dane]], [[dane]]]);
    } finally {
      read.mockRestore();
    }
  });
});
