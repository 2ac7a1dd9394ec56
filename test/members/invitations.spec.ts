import sql from 'sql-template-tag';
import type { Role } from '#access';
import { AcceptInvitation } from '#identity';
import { ChangePeople, Invitations, Invite, People, SuspendMembers } from '#members';
import { Community, type Hub, hubOn, openHubDatabase, PASSWORD } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

const DAY = 24 * 60 * 60 * 1000;

describe('invitations', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let operations: string;
  let operator: string;
  let dane: string;
  let rock: string;
  let coordinator: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    operations = await community.member('HUB', 'US');
    operator = await community.person(operations, ['OPERATOR']);
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    rock = await community.member('LOCAL', '55105', 'Rock County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const refused = (code: string, field?: readonly string[]) =>
    expect.objectContaining(field ? { code, field } : { code });
  const tokenIn = (link: string | null) => new URL(link ?? '').hash.slice(1);
  const invite = async (input: object = {}, by = coordinator) => {
    const wanted = {
      email: 'new.clerk@example.org',
      name: 'New clerk',
      roles: ['VIEWER'] as Role[],
      ...input,
    };
    const { invitationId, link } = await hub.get(Invite).person(await community.as(by), wanted);
    return { invitationId, link, token: link === null ? '' : tokenIn(link) };
  };
  const accept = (token: string, input: object = {}) =>
    hub.get(AcceptInvitation).accept({ token, password: PASSWORD, ...input });
  const reset = async (personId: string, by = coordinator) =>
    hub.get(Invite).reset(await community.as(by), { personId });
  const byEmail = (email: string) => hub.database.read((tx) => hub.get(People).byEmail(tx, email));

  it('lets somebody join once, in the member and with the roles of the invitation', async () => {
    const { token, link } = await invite({ roles: ['VIEWER', 'AUTHOR', 'VIEWER'] });
    expect(link).toMatch(/^https:\/\/hub\.example\.org\/invitation#wfi_/);
    expect(await accept(token)).toEqual({ email: 'new.clerk@example.org' });
    expect(await byEmail('new.clerk@example.org')).toMatchObject({
      memberId: dane,
      name: 'New clerk',
      roles: ['VIEWER', 'AUTHOR'],
    });
    await expect(accept(token)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('lets them choose their name', async () => {
    await accept((await invite()).token, { name: 'Front desk' });
    expect(await byEmail('new.clerk@example.org')).toMatchObject({ name: 'Front desk' });
  });

  it('lets one of two who accept at once join', async () => {
    const { token } = await invite();
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const other = await invite({ email: 'twice@example.org' });
    const rocks = await community.person(rock, ['COORDINATOR']);
    const same = await invite({ email: 'twice@example.org' }, rocks);
    const race = await Promise.allSettled([accept(other.token), accept(same.token)]);
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(race.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'NOT_FOUND' } });
  });

  it('ends after seven days, by being withdrawn, and by a newer one for the same address', async () => {
    const late = await invite();
    hub.clock.advance(7 * DAY);
    await expect(accept(late.token)).rejects.toEqual(refused('NOT_FOUND'));
    const withdrawn = await invite();
    await hub.get(Invite).revoke(await community.as(coordinator), { id: withdrawn.invitationId });
    await expect(accept(withdrawn.token)).rejects.toEqual(refused('NOT_FOUND'));
    const older = await invite();
    const newer = await invite({ email: 'NEW.CLERK@example.org' });
    await expect(accept(older.token)).rejects.toEqual(refused('NOT_FOUND'));
    await accept(newer.token);
  });

  it('stands only while whoever made it could still make it', async () => {
    const second = await community.person(dane, ['COORDINATOR']);
    const { token } = await invite({}, second);
    await hub
      .get(ChangePeople)
      .suspend(await community.as(coordinator), { personId: second, reason: 'left' });
    await expect(accept(token)).rejects.toEqual(refused('NOT_FOUND'));
    await hub.get(ChangePeople).reinstate(await community.as(coordinator), { personId: second });
    await hub
      .get(ChangePeople)
      .changeRoles(await community.as(coordinator), { personId: second, roles: ['VIEWER'] });
    await expect(accept(token)).rejects.toEqual(refused('NOT_FOUND'));
    await hub
      .get(ChangePeople)
      .changeRoles(await community.as(coordinator), { personId: second, roles: ['COORDINATOR'] });
    await accept(token);
  });

  it('brings nobody into a suspended member', async () => {
    const { token } = await invite();
    const { token: byOperator } = await invite({ email: 'b@example.org', memberId: dane }, operator);
    await hub.get(SuspendMembers).suspend(await community.as(operator), { id: dane, reason: 'ended' });
    for (const one of [token, byOperator]) await expect(accept(one)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it.each(['', 'wfi_', `wfi_${'A'.repeat(43)}`, "' OR '1'='1", '\u0000', 'x'.repeat(1_000_000)])(
    'is not found by the token %j',
    async (token) => {
      await invite();
      expect(await hub.get(Invitations).byToken(token)).toBeNull();
      await expect(accept(token)).rejects.toEqual(refused('NOT_FOUND'));
    },
  );

  it('refuses bad passwords and names, and stays good', async () => {
    const { token } = await invite();
    await expect(accept(token, { password: 'too short' })).rejects.toEqual(
      refused('BAD_INPUT', ['input', 'password']),
    );
    await expect(accept(token, { password: 'Dane County Clerk!' })).rejects.toEqual(
      refused('BAD_INPUT', ['input', 'password']),
    );
    await expect(accept(token, { name: '\u202e' })).rejects.toEqual(refused('BAD_INPUT', ['input', 'name']));
    expect(await byEmail('new.clerk@example.org')).toBeNull();
    await accept(token);
  });

  it('keeps the token as a hash only, and shows it once', async () => {
    const input = { idempotencyKey: 'k1' };
    const first = await invite(input);
    const again = await invite(input);
    expect(again).toEqual({ invitationId: first.invitationId, link: null, token: '' });
    for (const table of ['invitation', 'first_result', 'audit_entry']) {
      const rows = await hub.database.read((tx) => tx.rows(sql([`SELECT * FROM ${table}`])));
      expect(JSON.stringify(rows)).not.toContain(first.token.slice(4));
      if (table !== 'invitation') expect(JSON.stringify(rows)).not.toContain('new.clerk');
    }
  });

  describe('who may invite whom', () => {
    it('is a coordinator for their own member, an operator for all', async () => {
      await expect(invite({ memberId: rock })).rejects.toEqual(refused('FORBIDDEN'));
      await expect(invite({ memberId: crypto.randomUUID() })).rejects.toEqual(refused('NOT_FOUND'));
      const { token } = await invite({ memberId: rock }, operator);
      await accept(token);
      expect(await byEmail('new.clerk@example.org')).toMatchObject({ memberId: rock });
      const releaser = await community.person(dane, ['RELEASER']);
      await expect(invite({}, releaser)).rejects.toEqual(refused('FORBIDDEN'));
    });

    it('gives hub roles by an operator, at the hub', async () => {
      const hubCoordinator = await community.person(operations, ['COORDINATOR']);
      await expect(invite({ roles: ['ANALYST'] })).rejects.toEqual(refused('BAD_INPUT', ['input', 'roles']));
      await expect(invite({ roles: ['OPERATOR'] }, hubCoordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(invite({ roles: [] })).rejects.toEqual(refused('BAD_INPUT', ['input', 'roles']));
      await accept((await invite({ roles: ['ANALYST'] }, operator)).token);
      expect(await byEmail('new.clerk@example.org')).toMatchObject({ roles: ['ANALYST'] });
    });

    it('does not tell of an account at another member, and tells of one at their own', async () => {
      const rocks = await community.person(rock, ['VIEWER'], { email: 'taken@example.org' });
      const { token, link } = await invite({ email: 'Taken@example.org' });
      expect(link).not.toBeNull();
      await expect(accept(token)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await byEmail('taken@example.org')).toMatchObject({ id: rocks, memberId: rock });
      await expect(invite({ email: 'taken@example.org' }, operator)).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'email']),
      );
      await community.person(dane, ['VIEWER'], { email: 'own@example.org' });
      await expect(invite({ email: 'OWN@example.org' })).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'email']),
      );
    });

    it.each([
      ['email', { email: 'nobody' }],
      ['email', { email: 'a@example.org\nBcc: b@example.org' }],
      ['name', { name: '' }],
      ['name', { name: 'x'.repeat(101) }],
      ['name', { name: '\u0000' }],
    ])('names the bad %s', async (field, input) => {
      await expect(invite(input)).rejects.toEqual(refused('BAD_INPUT', ['input', field]));
    });
  });

  describe('listing', () => {
    const listed = async (who: string, memberId = dane) =>
      (await hub.get(Invitations).pageOf(await community.as(who), memberId, {})).edges.map(
        ({ node }) => node.email,
      );

    it('is for those who run the member, and shows the open ones', async () => {
      await invite({ name: 'B', email: 'b@example.org' });
      await invite({ name: 'A', email: 'a@example.org' });
      await accept((await invite({ name: 'C', email: 'c@example.org' })).token);
      expect(await listed(coordinator)).toEqual(['a@example.org', 'b@example.org']);
      expect(await listed(operator)).toEqual(['a@example.org', 'b@example.org']);
      const own = await community.person(dane, ['VIEWER', 'RELEASER']);
      const other = await community.person(rock, ['COORDINATOR']);
      for (const who of [own, other]) expect(await listed(who)).toEqual([]);
    });

    it('goes on past one that was accepted meanwhile', async () => {
      for (const name of ['a', 'b', 'c']) await invite({ name, email: `${name}@example.org` });
      const as = await community.as(coordinator);
      const first = await hub.get(Invitations).pageOf(as, dane, { first: 1 });
      await hub.get(Invite).revoke(as, { id: first.edges[0]?.node.id ?? '' });
      const next = await hub.get(Invitations).pageOf(as, dane, { first: 1, after: first.pageInfo.endCursor });
      expect(next.edges[0]?.node.name).toBe('b');
    });

    it('is withdrawn by those who run the member; to others there is none', async () => {
      const { invitationId: id } = await invite();
      const other = await community.person(rock, ['COORDINATOR']);
      for (const unknown of [id, crypto.randomUUID(), '\u0000']) {
        await expect(hub.get(Invite).revoke(await community.as(other), { id: unknown })).rejects.toEqual(
          refused('NOT_FOUND'),
        );
      }
      const hubs = await invite({ roles: ['ANALYST'], email: 'analyst@example.org' }, operator);
      const hubCoordinator = await community.person(operations, ['COORDINATOR']);
      const revoke = hub.get(Invite).revoke(await community.as(hubCoordinator), { id: hubs.invitationId });
      await expect(revoke).rejects.toEqual(refused('FORBIDDEN'));
    });
  });

  describe('password resets', () => {
    it('set a new password for an account that stays what it is', async () => {
      const clerk = await community.person(dane, ['AUTHOR'], { email: 'clerk@example.org', name: 'Clerk' });
      const { link, expiresAt } = await reset(clerk);
      expect(expiresAt).toBe('2026-11-04T12:00:00.000Z');
      expect(await accept(tokenIn(link), { name: 'Somebody else' })).toEqual({ email: 'clerk@example.org' });
      expect(await byEmail('clerk@example.org')).toMatchObject({
        id: clerk,
        name: 'Clerk',
        roles: ['AUTHOR'],
      });
      await expect(accept(tokenIn(link))).rejects.toEqual(refused('NOT_FOUND'));
    });

    it('end after a day', async () => {
      const { link } = await reset(await community.person(dane, ['VIEWER']));
      hub.clock.advance(DAY);
      await expect(accept(tokenIn(link))).rejects.toEqual(refused('NOT_FOUND'));
    });

    it('are for own people; to others there is nobody', async () => {
      const rocks = await community.person(rock, ['VIEWER']);
      const listed = await community.person(rock, ['VIEWER'], { contact: true });
      await expect(reset(rocks)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(reset(listed)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(reset(operator)).rejects.toEqual(refused('NOT_FOUND'));
      await reset(rocks, operator);
    });

    it('of those who hold a hub role are for operators only, also by a link made before they held it', async () => {
      const hubCoordinator = await community.person(operations, ['COORDINATOR']);
      const helper = await community.person(operations, ['VIEWER']);
      await expect(reset(operator, hubCoordinator)).rejects.toEqual(refused('FORBIDDEN'));
      const { link } = await reset(helper, hubCoordinator);
      await hub
        .get(ChangePeople)
        .changeRoles(await community.as(operator), { personId: helper, roles: ['OPERATOR'] });
      await expect(accept(tokenIn(link))).rejects.toEqual(refused('NOT_FOUND'));
      const { link: byOperator } = await reset(helper, operator);
      await accept(tokenIn(byOperator));
    });

    it('do not bring back somebody suspended', async () => {
      const clerk = await community.person(dane, ['VIEWER']);
      const { link } = await reset(clerk);
      await hub
        .get(ChangePeople)
        .suspend(await community.as(coordinator), { personId: clerk, reason: 'left' });
      await expect(accept(tokenIn(link))).rejects.toEqual(refused('NOT_FOUND'));
    });
  });
});
