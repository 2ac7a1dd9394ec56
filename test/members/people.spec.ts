import sql from 'sql-template-tag';
import { heldKeys, type Principal, principalOf, type Role } from '#access';
import { AccessChanges, ChangePeople, Members, People, type PersonView, personView } from '#members';
import { Community, type Hub, hubOn, openHubDatabase } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

describe('people', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let change: ChangePeople;
  let dane: string;
  let rock: string;
  let operations: string;
  let operator: string;
  let coordinator: string;
  let clerk: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    change = hub.get(ChangePeople);
    operations = await community.member('HUB', 'US');
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    rock = await community.member('LOCAL', '55105', 'Rock County Clerk');
    operator = await community.person(operations, ['OPERATOR']);
    coordinator = await community.person(dane, ['COORDINATOR']);
    clerk = await community.person(dane, ['VIEWER', 'AUTHOR']);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const refused = (code: string, field?: readonly string[]) =>
    expect.objectContaining(field ? { code, field } : { code });
  const roles = async (by: string, personId: string, given: Role[]) =>
    change.changeRoles(await community.as(by), { personId, roles: given });
  const suspend = async (by: string, personId: string) =>
    change.suspend(await community.as(by), { personId, reason: 'left the office' });
  const view = async (as: Principal, id: string): Promise<PersonView | undefined> =>
    (await hub.get(People).views(as, [id])).get(id);
  const changes = async () =>
    (await hub.get(AccessChanges).since(0)).map(({ subject, subjectId }) => [subject, subjectId]);

  describe('who knows whom', () => {
    it('knows all of their own people, with everything', async () => {
      expect(await view(await community.as(clerk), coordinator)).toMatchObject({
        email: expect.stringContaining('@'),
        roles: ['COORDINATOR'],
        suspended: false,
      });
    });

    it('knows of another member only the listed contacts, and of them the name alone', async () => {
      const listed = await community.person(rock, ['VIEWER'], { contact: true });
      const unlisted = await community.person(rock, ['VIEWER']);
      const asClerk = await community.as(clerk);
      expect(await view(asClerk, listed)).toEqual({
        id: listed,
        memberId: rock,
        name: expect.any(String),
        contact: true,
        email: null,
        roles: null,
        suspended: null,
      });
      expect(await view(asClerk, unlisted)).toBeUndefined();
    });

    it('does not know a contact who is suspended, or whose member is', async () => {
      const listed = await community.person(rock, ['VIEWER'], { contact: true });
      const asClerk = await community.as(clerk);
      await suspend(operator, listed);
      expect(await view(asClerk, listed)).toBeUndefined();
      await change.reinstate(await community.as(operator), { personId: listed });
      expect(await view(asClerk, listed)).toBeDefined();
      await hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE id = ${rock}`),
      );
      expect(await view(asClerk, listed)).toBeUndefined();
    });

    it('lists exactly those whom it knows one by one', async () => {
      for (const contact of [true, false]) await community.person(rock, ['VIEWER'], { contact });
      await suspend(operator, await community.person(rock, ['VIEWER'], { contact: true }));
      const closed = await community.member('LOCAL', '55079');
      await community.person(closed, ['VIEWER'], { contact: true });
      await hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE id = ${closed}`),
      );
      for (const who of [clerk, coordinator, operator]) {
        for (const member of [dane, rock, operations, closed]) {
          const as = await community.as(who);
          const listed = (await hub.get(People).pageOf(as, member, {})).edges.map(({ node }) => node);
          const rows = await hub.database.read((tx) =>
            tx.rows<{ id: string }>(sql`SELECT id FROM person WHERE member_id = ${member}`),
          );
          const known = await hub.get(People).views(
            as,
            rows.map(({ id }) => id),
          );
          expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(known.keys()));
          for (const node of listed) expect(node).toEqual(known.get(node.id));
        }
      }
    });

    it('shows an account that only audits nobody but itself', async () => {
      const auditor = await community.person(operations, ['AUDITOR']);
      const listed = await community.person(rock, ['VIEWER'], { contact: true });
      const as = await community.as(auditor);
      expect(await view(as, auditor)).toMatchObject({ roles: ['AUDITOR'] });
      for (const other of [listed, operator, clerk]) expect(await view(as, other)).toBeUndefined();
    });

    it('shows nobody to somebody who has not signed in, or whose key does not read', async () => {
      const listed = await community.person(rock, ['VIEWER'], { contact: true });
      expect(await view(principalOf(null), listed)).toBeUndefined();
      const { viewer } = await community.as(clerk);
      expect(await view(principalOf(viewer, { scopes: ['PUBLISH'] }), listed)).toBeUndefined();
      expect(await view(principalOf(viewer, { scopes: ['READ'] }), listed)).toBeDefined();
    });

    it('answers alike for whom the viewer may not know and for nobody', async () => {
      const unlisted = await community.person(rock, ['VIEWER']);
      for (const id of [unlisted, crypto.randomUUID(), 'not an id', '\u0000', '']) {
        await expect(roles(coordinator, id, ['VIEWER'])).rejects.toEqual(refused('NOT_FOUND'));
        await expect(suspend(coordinator, id)).rejects.toEqual(refused('NOT_FOUND'));
      }
    });

    it('is told by one rule in lists and single reads', () => {
      const person = {
        id: 'p',
        memberId: 'm',
        name: 'n',
        email: 'e',
        contact: true,
        suspended: false,
        active: true,
        roles: [],
      };
      expect(personView(principalOf(null), person)).toMatchObject({
        email: null,
        roles: null,
        suspended: null,
      });
    });
  });

  describe('changing roles', () => {
    it('takes effect at once and is told to live connections', async () => {
      await roles(coordinator, clerk, ['VIEWER', 'RELEASER', 'RELEASER']);
      expect((await community.as(clerk)).viewer?.roles).toEqual(['VIEWER', 'RELEASER']);
      expect(await changes()).toEqual([['PERSON', clerk]]);
      await roles(coordinator, clerk, ['RELEASER', 'VIEWER']);
      expect(await changes()).toHaveLength(1);
    });

    it('is for own people only, and another member sees but may not', async () => {
      const listed = await community.person(rock, ['VIEWER'], { contact: true });
      await expect(roles(coordinator, listed, ['AUTHOR'])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(roles(clerk, coordinator, ['VIEWER'])).rejects.toEqual(refused('FORBIDDEN'));
      await roles(operator, listed, ['AUTHOR']);
      expect((await community.as(listed)).viewer?.roles).toEqual(['AUTHOR']);
    });

    it('gives nobody more by their own hand, but lets them have less', async () => {
      await community.person(dane, ['COORDINATOR']);
      await expect(roles(coordinator, coordinator, ['COORDINATOR', 'RELEASER'])).rejects.toEqual(
        refused('FORBIDDEN'),
      );
      await expect(roles(operator, operator, ['OPERATOR', 'ANALYST'])).rejects.toEqual(refused('FORBIDDEN'));
      await roles(operator, coordinator, ['COORDINATOR', 'AUTHOR']);
      await roles(coordinator, coordinator, ['VIEWER', 'COORDINATOR']);
      expect((await community.as(coordinator)).viewer?.roles).toEqual(['VIEWER', 'COORDINATOR']);
      const auditor = await community.person(operations, ['OPERATOR', 'AUDITOR']);
      await roles(auditor, auditor, ['AUDITOR']);
      expect((await community.as(auditor)).viewer?.roles).toEqual(['AUDITOR']);
    });

    it('gives hub roles at the hub member only, and only by an operator', async () => {
      const field = ['input', 'roles'];
      for (const by of [coordinator, operator]) {
        await expect(roles(by, clerk, ['ANALYST'])).rejects.toEqual(refused('BAD_INPUT', field));
      }
      const hubCoordinator = await community.person(operations, ['COORDINATOR']);
      const helper = await community.person(operations, ['VIEWER']);
      await expect(roles(hubCoordinator, helper, ['ANALYST'])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(roles(hubCoordinator, operator, ['VIEWER'])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(suspend(hubCoordinator, operator)).rejects.toEqual(refused('FORBIDDEN'));
      await roles(hubCoordinator, helper, ['AUTHOR']);
      await roles(operator, helper, ['ANALYST']);
      expect((await community.as(helper)).viewer?.roles).toEqual(['ANALYST']);
    });

    it('refuses no role at all', async () => {
      await expect(roles(coordinator, clerk, [])).rejects.toEqual(refused('BAD_INPUT', ['input', 'roles']));
    });

    it('starts the time since which keys are held when it brings reading', async () => {
      await hub.database.write((tx) => tx.nextSequence('release'));
      const auditor = await community.person(operations, ['AUDITOR']);
      await hub.database.write((tx) => tx.nextSequence('release'));
      await roles(operator, auditor, ['AUDITOR', 'VIEWER']);
      expect((await community.as(auditor)).viewer?.since).toBe(2);
      await hub.database.write((tx) => tx.nextSequence('release'));
      await roles(operator, auditor, ['VIEWER', 'AUTHOR']);
      expect((await community.as(auditor)).viewer?.since).toBe(2);
      await roles(operator, auditor, ['VIEWER', 'ANALYST']);
      expect((await community.as(auditor)).viewer?.since).toBe(3);
    });
  });

  describe('the last who can run things', () => {
    it('is kept from the coordinators of the member, not from operators', async () => {
      const other = await community.person(dane, ['COORDINATOR']);
      await suspend(coordinator, other);
      await expect(roles(coordinator, coordinator, ['VIEWER'])).rejects.toEqual(refused('CONFLICT'));
      await change.reinstate(await community.as(coordinator), { personId: other });
      await roles(other, coordinator, ['VIEWER']);
      await expect(suspend(other, other)).rejects.toEqual(refused('CONFLICT'));
      await suspend(operator, other);
      expect(heldKeys((await community.as(other)).viewer)).toEqual(new Set());
    });

    it('is an operator at the hub, whoever asks', async () => {
      await expect(roles(operator, operator, ['VIEWER'])).rejects.toEqual(refused('CONFLICT'));
      const second = await community.person(operations, ['OPERATOR']);
      await suspend(second, operator);
      await expect(roles(second, second, ['VIEWER'])).rejects.toEqual(refused('CONFLICT'));
    });

    it('is kept when two coordinators take each other away at once', async () => {
      const other = await community.person(dane, ['COORDINATOR']);
      const both = await Promise.allSettled([
        roles(coordinator, other, ['VIEWER']),
        roles(other, coordinator, ['VIEWER']),
      ]);
      const left = await Promise.all(
        [coordinator, other].map(async (id) => (await community.as(id)).viewer?.roles),
      );
      expect(left.flat().filter((role) => role === 'COORDINATOR').length).toBeGreaterThan(0);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('suspending', () => {
    it('takes every key and gives them back afresh', async () => {
      await hub.database.write((tx) => tx.nextSequence('release'));
      await suspend(coordinator, clerk);
      const { viewer, held } = await community.as(clerk);
      expect(viewer?.active).toBe(false);
      expect(held).toEqual(new Set());
      await change.reinstate(await community.as(coordinator), { personId: clerk });
      expect((await community.as(clerk)).viewer).toMatchObject({ active: true, since: 1 });
      expect(await changes()).toEqual([
        ['PERSON', clerk],
        ['PERSON', clerk],
      ]);
    });

    it.each([
      ['', 'no reason'],
      ['x'.repeat(501), 'too long'],
      ['\u202e', 'a deceiving character'],
    ])('refuses the reason %j', async (reason) => {
      const input = { personId: clerk, reason };
      await expect(change.suspend(await community.as(coordinator), input)).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'reason']),
      );
      expect((await community.as(clerk)).viewer?.active).toBe(true);
    });

    it('is audited with ids', async () => {
      await suspend(coordinator, clerk);
      const [entry] = await hub.database.read((tx) =>
        tx.rows<{ action: string; object_id: string; person_id: string }>(
          sql`SELECT * FROM audit_entry ORDER BY sequence DESC LIMIT 1`,
        ),
      );
      expect(entry).toMatchObject({ action: 'person.manage', object_id: clerk, person_id: coordinator });
    });
  });

  it('lists a contact when told to, by own coordinators only', async () => {
    const as = await community.as(coordinator);
    await change.setContact(as, { personId: clerk, contact: true });
    expect(await view(await community.as(await community.person(rock, ['VIEWER'])), clerk)).toBeDefined();
    await change.setContact(as, { personId: clerk, contact: false });
    const rocks = await community.person(rock, ['COORDINATOR']);
    await expect(
      change.setContact(await community.as(rocks), { personId: clerk, contact: true }),
    ).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('keeps one account for one mailbox, however it is written', async () => {
    await community.person(dane, ['VIEWER'], { email: ' Clerk.One@Example.ORG ' });
    await expect(community.person(rock, ['VIEWER'], { email: 'clerk.one@example.org' })).rejects.toThrow();
    const found = await hub.database.read((tx) => hub.get(People).byEmail(tx, 'CLERK.ONE@EXAMPLE.ORG'));
    expect(found?.memberId).toBe(dane);
  });

  it('gives members and people of many ids in one statement', async () => {
    const ids = await Promise.all(
      Array.from({ length: 30 }, () => community.person(rock, ['VIEWER', 'AUTHOR'])),
    );
    expect((await hub.get(People).byIds([...ids, crypto.randomUUID(), 'x'])).size).toBe(30);
    expect((await hub.get(Members).byIds([dane, rock, dane, "'", ''])).size).toBe(2);
  });
});
