import sql from 'sql-template-tag';
import { ApiKeys, LastUse, Sessions } from '#identity';
import { AccessChanges, ChangePeople } from '#members';
import type { TestDatabase } from '../support/database.js';
import { type Asker, Community, type Hub, hubOn, openHubDatabase, PASSWORD } from './hub.js';

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id name prefix scopes createdAt expiresAt lastUsedAt } } }`;
const REVOKE = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { id } }';
const TOKEN = 'mutation ($input: SignInInput!) { issueToken(input: $input) { token } }';
const WHO = '{ viewer { person { id } actions sessions { id } apiKeys { id name lastUsedAt } } }';
const DAY = 24 * 60 * 60_000;

describe('API keys', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let coordinator: string;
  let clerk: string;
  let session: Asker;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    const dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR', 'RELEASER'], {
      email: 'boss@example.org',
      password: PASSWORD,
    });
    clerk = await community.person(dane, ['VIEWER', 'RELEASER'], {
      email: 'clerk@example.org',
      password: PASSWORD,
    });
    session = await signedIn('clerk@example.org');
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const signedIn = async (email: string): Promise<Asker> => {
    const { data } = await hub.ask(TOKEN, { input: { email, password: PASSWORD } });
    return { authorization: `Bearer ${data?.issueToken.token}` };
  };
  const create = async (input: object = {}, asker = session) => {
    const wanted = { name: 'Bulletin board', scopes: ['READ'], ...input };
    const { data, errors } = await hub.ask(CREATE, { input: wanted }, asker);
    return {
      errors,
      ...data?.createApiKey,
      asker: { authorization: `Bearer ${data?.createApiKey?.secret}` },
    };
  };
  const who = async (asker: Asker) => {
    const { data, errors } = await hub.ask(WHO, {}, asker);
    return errors[0]?.code ?? data?.viewer?.person.id ?? 'nobody';
  };
  const revoke = (id: string, asker = session) => hub.ask(REVOKE, { input: { id } }, asker);

  it('are shown once, kept as a hash, and carry their person', async () => {
    const made = await create({ scopes: ['PUBLISH', 'READ', 'READ'] });
    expect(made.secret).toMatch(/^wfk_[A-Za-z0-9_-]{43}$/);
    expect(made.apiKey).toEqual({
      id: expect.any(String),
      name: 'Bulletin board',
      prefix: made.secret.slice(0, 12),
      scopes: ['READ', 'PUBLISH'],
      createdAt: '2026-11-03T12:00:00.000Z',
      expiresAt: '2027-02-01T12:00:00.000Z',
      lastUsedAt: null,
    });
    expect(await who(made.asker)).toBe(clerk);
    for (const table of ['api_key', 'audit_entry', 'first_result']) {
      const rows = await hub.database.read((tx) => tx.rows(sql([`SELECT * FROM ${table}`])));
      expect(JSON.stringify(rows)).not.toContain(made.secret.slice(12));
    }
  });

  it('do within their scopes what their person may, and never manage the account', async () => {
    const reader = await create({ scopes: ['READ'] });
    const publisher = await create({ scopes: ['PUBLISH'] });
    const both = await create({ scopes: ['READ', 'PUBLISH'] });
    const actions = async ({ asker }: { asker: Asker }) =>
      (await hub.ask('{ viewer { actions } }', {}, asker)).data?.viewer.actions;
    expect(await actions(reader)).toContain('person.read');
    expect(await actions(reader)).not.toContain('publication.release');
    expect(await actions(both)).toContain('publication.release');
    expect(await actions(both)).not.toContain('account.manage');
    for (const { asker } of [reader, publisher]) {
      expect((await create({}, asker)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await revoke(reader.apiKey.id, asker)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect((await hub.ask(WHO, {}, reader.asker)).data?.viewer).toMatchObject({ sessions: [], apiKeys: [] });
    expect((await hub.ask(WHO, {}, publisher.asker)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(
      (await hub.ask('{ members { edges { node { name } } } }', {}, publisher.asker)).errors,
    ).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await hub.ask('{ members { edges { node { name } } } }', {}, reader.asker)).errors).toEqual([]);
    const bosses = await create({ scopes: ['READ', 'PUBLISH'] }, await signedIn('boss@example.org'));
    const suspend =
      'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { id } } }';
    const { errors } = await hub.ask(suspend, { input: { personId: clerk, reason: 'x' } }, bosses.asker);
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('end on their day', async () => {
    const made = await create({ expiresInDays: 2 });
    hub.clock.advance(2 * DAY - 1);
    expect(await who(made.asker)).toBe(clerk);
    hub.clock.advance(1);
    expect(await who(made.asker)).toBe('UNAUTHENTICATED');
    expect(await hub.get(Sessions).principal(made.apiKey.id)).toBeNull();
  });

  it('die at once with a suspension, and do not come back', async () => {
    const made = await create();
    const as = await community.as(coordinator);
    await hub.get(ChangePeople).suspend(as, { personId: clerk, reason: 'left' });
    expect(await who(made.asker)).toBe('UNAUTHENTICATED');
    await hub.get(ChangePeople).reinstate(as, { personId: clerk });
    expect(await who(made.asker)).toBe('UNAUTHENTICATED');
    session = await signedIn('clerk@example.org');
    expect((await hub.ask(WHO, {}, session)).data?.viewer.apiKeys).toEqual([]);
  });

  it('are revoked by their person, at once and on live connections', async () => {
    const made = await create();
    const { id } = made.apiKey;
    expect((await hub.get(Sessions).principal(id))?.scopes).toEqual(['READ']);
    expect((await revoke(id)).data).toEqual({ revokeApiKey: { id } });
    expect(await who(made.asker)).toBe('UNAUTHENTICATED');
    expect(await hub.get(Sessions).principal(id)).toBeNull();
    expect(await hub.get(AccessChanges).since(0)).toMatchObject([{ subject: 'SESSION', subjectId: id }]);
    expect((await revoke(id)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('are revoked by a coordinator of the member, and for nobody else are they there', async () => {
    const { id } = (await create()).apiKey;
    const rock = await community.member('LOCAL', '55105');
    await community.person(rock, ['COORDINATOR'], { email: 'rock@example.org', password: PASSWORD });
    const colleague = await community.member('LOCAL', '55027');
    await community.person(colleague, ['VIEWER'], { email: 'colleague@example.org', password: PASSWORD });
    for (const email of ['rock@example.org', 'colleague@example.org']) {
      const asker = await signedIn(email);
      const answers = await Promise.all(
        [id, crypto.randomUUID(), 'x', '\u0000'].map((one) => revoke(one, asker)),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    expect((await revoke(id, await signedIn('boss@example.org'))).errors).toEqual([]);
  });

  it('note their use', async () => {
    const made = await create();
    await who(made.asker);
    await hub.get(LastUse).flush();
    expect((await hub.ask(WHO, {}, session)).data?.viewer.apiKeys).toEqual([
      { id: made.apiKey.id, name: 'Bulletin board', lastUsedAt: '2026-11-03T12:00:00.000Z' },
    ]);
  });

  it('are twenty at most', async () => {
    for (let n = 0; n < 20; n += 1) expect((await create({ expiresInDays: 1 })).errors).toEqual([]);
    expect((await create()).errors).toMatchObject([{ code: 'CONFLICT' }]);
    hub.clock.advance(DAY);
    session = await signedIn('clerk@example.org');
    expect((await create()).errors).toEqual([]);
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: 'a\u0000b' }],
    ['scopes', { scopes: [] }],
    ['expiresInDays', { expiresInDays: 0 }],
    ['expiresInDays', { expiresInDays: 366 }],
    ['expiresInDays', { expiresInDays: -1 }],
  ])('are refused for a bad %s', async (field, input) => {
    expect((await create(input)).errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', field] }]);
    expect(await hub.get(ApiKeys).own(await community.as(clerk))).toEqual([]);
  });
});
