import { Sessions } from '#identity';
import { Database, ManualClock } from '#platform';
import type { Desk } from '../support/office-world.js';
import { LiveOffice } from './office.js';

const SUSPEND_PERSON =
  'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { id } } }';
const SUSPEND_MEMBER =
  'mutation ($input: SuspendMemberInput!) { suspendMember(input: $input) { member { id } } }';
const CHANGE_ROLES = 'mutation ($input: ChangeRolesInput!) { changeRoles(input: $input) { person { id } } }';
const UPDATE_MEMBER =
  'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { member { id } } }';
const CREATE_GROUP = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }';
const ADD_MEMBER =
  'mutation ($input: AddGroupMemberInput!) { addGroupMember(input: $input) { group { id } } }';
const REMOVE_MEMBER =
  'mutation ($input: RemoveGroupMemberInput!) { removeGroupMember(input: $input) { group { id } } }';
const CREATE_KEY =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } } }';
const REVOKE_KEY = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { id } }';

let office: LiveOffice;
let clock: ManualClock;
beforeEach(async () => {
  clock = new ManualClock(new Date());
  office = await LiveOffice.open({ clock });
});
afterEach(() => office.close());

const publicNews = (title: string) =>
  office.publish('federal', { kind: 'BULLETIN', title, tlp: 'CLEAR', audience: { regions: ['US'] } });
const reason = 'They have left.';
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(['WebSocket', 'events'] as const)('over %s, what somebody signed in with ends', (over) => {
  const ends: [string, () => Promise<unknown>][] = [
    [
      'when they are suspended',
      () => office.act('operator', SUSPEND_PERSON, { personId: office.desks.clerk.personId, reason }),
    ],
    [
      'when their member is suspended',
      () => office.act('operator', SUSPEND_MEMBER, { id: office.desks.clerk.memberId, reason }),
    ],
    ['when they sign out', () => fetchSignOut('clerk')],
    ['when its time has come', async () => clock.advance(16 * 60_000)],
  ];

  it.each(ends)('%s, and nothing more is sent', async (_, end) => {
    const listening = await office.listen('clerk', { over });
    await publicNews('Before');
    await listening.until(1);
    await end();
    // Whoever publishes has a token that has run out too, where time has passed.
    await renew('federal');
    await publicNews('After');
    expect(await listening.ended()).toMatchObject(
      over === 'WebSocket' ? { code: 4403 } : { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    );
    await wait(100);
    expect(listening.told.map(({ publication }) => publication?.title)).toEqual(['Before']);
  });
});

async function fetchSignOut(desk: Desk): Promise<void> {
  await fetch(`${office.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${office.desks[desk].token}` },
    body: JSON.stringify({ query: 'mutation { signOut { __typename } }' }),
  });
}

async function renew(desk: Desk): Promise<void> {
  const { personId } = office.desks[desk];
  const { secret } = await office.hub.app
    .get(Database)
    .write((tx) => office.hub.app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null }));
  office.desks[desk] = { ...office.desks[desk], token: secret };
}

it('a group’s releases end with membership, and begin with it, while the connection goes on', async () => {
  const { createGroup } = await office.act<{ createGroup: { group: { id: string } } }>(
    'official',
    CREATE_GROUP,
    {
      name: 'Neighbors',
    },
  );
  const groupId = createGroup.group.id;
  const listening = await office.listen('distant');
  const toGroup = (title: string) =>
    office.publish('official', { title, tlp: 'AMBER_STRICT', audience: { groupIds: [groupId] } });
  const memberId = office.desks.distant.memberId;
  await toGroup('Before');
  await office.act('official', ADD_MEMBER, { groupId, memberId });
  await toGroup('Within');
  await listening.until(1);
  await office.act('official', REMOVE_MEMBER, { groupId, memberId });
  await toGroup('After');
  await publicNews('For all');
  expect((await listening.until(2)).map(({ publication }) => publication?.title)).toEqual([
    'Within',
    'For all',
  ]);
  expect(listening.end).toBeNull();
});

it('a role that reads ends, and what it opened with it', async () => {
  const listening = await office.listen('operator');
  const near = (title: string) =>
    office.publish('clerk', { title, tlp: 'AMBER', audience: { regions: ['55025'] } });
  await near('As analyst');
  await listening.until(1);
  const { personId } = office.desks.operator;
  await office.act('operator', CHANGE_ROLES, { personId, roles: ['VIEWER', 'OPERATOR', 'COORDINATOR'] });
  await near('As operator alone');
  await publicNews('For all');
  expect((await listening.until(2)).map(({ publication }) => publication?.title)).toEqual([
    'As analyst',
    'For all',
  ]);
});

it('a jurisdiction changes, and what it opens with it', async () => {
  const listening = await office.listen('neighbor');
  await office.act('operator', UPDATE_MEMBER, { id: office.desks.neighbor.memberId, jurisdiction: '55079' });
  await office.publish('official', { title: 'Old place', tlp: 'AMBER', audience: { regions: ['55105'] } });
  await office.publish('official', { title: 'New place', tlp: 'AMBER', audience: { regions: ['55079'] } });
  expect((await listening.until(1)).map(({ publication }) => publication?.title)).toEqual(['New place']);
});

describe('an API key', () => {
  const create = async (scopes: readonly string[]) => {
    const { createApiKey } = await office.act<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      'clerk',
      CREATE_KEY,
      { name: 'A program', scopes, expiresInDays: 90 },
    );
    return createApiKey;
  };

  it('listens if it reads, until it is revoked', async () => {
    const { secret, apiKey } = await create(['READ']);
    office.desks.clerk = { ...office.desks.clerk, token: secret };
    const listening = await office.listen('clerk');
    await publicNews('Before');
    await listening.until(1);
    await renew('clerk');
    await office.act('clerk', REVOKE_KEY, { id: apiKey.id });
    await publicNews('After');
    expect(await listening.ended()).toMatchObject({ code: 4403 });
    expect(listening.told).toHaveLength(1);
  });

  it('does not listen if it only publishes', async () => {
    const { secret } = await create(['PUBLISH']);
    office.desks.clerk = { ...office.desks.clerk, token: secret };
    const listening = await office.listen('clerk');
    expect(await listening.ended()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
