import sql from 'sql-template-tag';
import { heldKeys } from '#access';
import { Members, People } from '#members';
import { peopleStage } from './people-stage.js';

describe('people', () => {
  const stage = peopleStage();
  const { refused, roles, suspend, view, changes } = stage;

  describe('changing roles', () => {
    it('takes effect at once and is told to live connections', async () => {
      await roles(stage.coordinator, stage.clerk, ['VIEWER', 'RELEASER', 'RELEASER']);
      expect((await stage.community.as(stage.clerk)).viewer?.roles).toEqual(['VIEWER', 'RELEASER']);
      expect(await changes()).toEqual([['PERSON', stage.clerk]]);
      await roles(stage.coordinator, stage.clerk, ['RELEASER', 'VIEWER']);
      expect(await changes()).toHaveLength(1);
    });

    it('is for own people only, and another member sees but may not', async () => {
      const listed = await stage.community.person(stage.rock, ['VIEWER'], { contact: true });
      await expect(roles(stage.coordinator, listed, ['AUTHOR'])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(roles(stage.clerk, stage.coordinator, ['VIEWER'])).rejects.toEqual(refused('FORBIDDEN'));
      await roles(stage.operator, listed, ['AUTHOR']);
      expect((await stage.community.as(listed)).viewer?.roles).toEqual(['AUTHOR']);
    });

    it('gives nobody more by their own hand, but lets them have less', async () => {
      await stage.community.person(stage.dane, ['COORDINATOR']);
      await expect(roles(stage.coordinator, stage.coordinator, ['COORDINATOR', 'RELEASER'])).rejects.toEqual(
        refused('FORBIDDEN'),
      );
      await expect(roles(stage.operator, stage.operator, ['OPERATOR', 'ANALYST'])).rejects.toEqual(
        refused('FORBIDDEN'),
      );
      await roles(stage.operator, stage.coordinator, ['COORDINATOR', 'AUTHOR']);
      await roles(stage.coordinator, stage.coordinator, ['VIEWER', 'COORDINATOR']);
      expect((await stage.community.as(stage.coordinator)).viewer?.roles).toEqual(['VIEWER', 'COORDINATOR']);
      const auditor = await stage.community.person(stage.operations, ['OPERATOR', 'AUDITOR']);
      await roles(auditor, auditor, ['AUDITOR']);
      expect((await stage.community.as(auditor)).viewer?.roles).toEqual(['AUDITOR']);
    });

    it('gives hub roles at the hub member only, and only by an operator', async () => {
      const field = ['input', 'roles'];
      for (const by of [stage.coordinator, stage.operator]) {
        await expect(roles(by, stage.clerk, ['ANALYST'])).rejects.toEqual(refused('BAD_INPUT', field));
      }
      const hubCoordinator = await stage.community.person(stage.operations, ['COORDINATOR']);
      const helper = await stage.community.person(stage.operations, ['VIEWER']);
      await expect(roles(hubCoordinator, helper, ['ANALYST'])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(roles(hubCoordinator, stage.operator, ['VIEWER'])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(suspend(hubCoordinator, stage.operator)).rejects.toEqual(refused('FORBIDDEN'));
      await roles(hubCoordinator, helper, ['AUTHOR']);
      await roles(stage.operator, helper, ['ANALYST']);
      expect((await stage.community.as(helper)).viewer?.roles).toEqual(['ANALYST']);
    });

    it('refuses no role at all', async () => {
      await expect(roles(stage.coordinator, stage.clerk, [])).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'roles']),
      );
    });

    it('starts the time since which keys are held when it brings reading', async () => {
      await stage.hub.database.write((tx) => tx.nextSequence('release'));
      const auditor = await stage.community.person(stage.operations, ['AUDITOR']);
      await stage.hub.database.write((tx) => tx.nextSequence('release'));
      await roles(stage.operator, auditor, ['AUDITOR', 'VIEWER']);
      expect((await stage.community.as(auditor)).viewer?.since).toBe(2);
      await stage.hub.database.write((tx) => tx.nextSequence('release'));
      await roles(stage.operator, auditor, ['VIEWER', 'AUTHOR']);
      expect((await stage.community.as(auditor)).viewer?.since).toBe(2);
      await roles(stage.operator, auditor, ['VIEWER', 'ANALYST']);
      expect((await stage.community.as(auditor)).viewer?.since).toBe(3);
    });
  });

  describe('the last who can run things', () => {
    it('is kept from the coordinators of the member, not from operators', async () => {
      const other = await stage.community.person(stage.dane, ['COORDINATOR']);
      await suspend(stage.coordinator, other);
      await expect(roles(stage.coordinator, stage.coordinator, ['VIEWER'])).rejects.toEqual(
        refused('CONFLICT'),
      );
      await stage.change.reinstate(await stage.community.as(stage.coordinator), { personId: other });
      await roles(other, stage.coordinator, ['VIEWER']);
      await expect(suspend(other, other)).rejects.toEqual(refused('CONFLICT'));
      await suspend(stage.operator, other);
      expect(heldKeys((await stage.community.as(other)).viewer)).toEqual(new Set());
    });

    it('is an operator at the hub, whoever asks', async () => {
      await expect(roles(stage.operator, stage.operator, ['VIEWER'])).rejects.toEqual(refused('CONFLICT'));
      const second = await stage.community.person(stage.operations, ['OPERATOR']);
      await suspend(second, stage.operator);
      await expect(roles(second, second, ['VIEWER'])).rejects.toEqual(refused('CONFLICT'));
    });

    it('is kept when two coordinators take each other away at once', async () => {
      const other = await stage.community.person(stage.dane, ['COORDINATOR']);
      const both = await Promise.allSettled([
        roles(stage.coordinator, other, ['VIEWER']),
        roles(other, stage.coordinator, ['VIEWER']),
      ]);
      const left = await Promise.all(
        [stage.coordinator, other].map(async (id) => (await stage.community.as(id)).viewer?.roles),
      );
      expect(left.flat().filter((role) => role === 'COORDINATOR').length).toBeGreaterThan(0);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('suspending', () => {
    it('takes every key and gives them back afresh', async () => {
      await stage.hub.database.write((tx) => tx.nextSequence('release'));
      await suspend(stage.coordinator, stage.clerk);
      const { viewer, held } = await stage.community.as(stage.clerk);
      expect(viewer?.active).toBe(false);
      expect(held).toEqual(new Set());
      await stage.change.reinstate(await stage.community.as(stage.coordinator), { personId: stage.clerk });
      expect((await stage.community.as(stage.clerk)).viewer).toMatchObject({ active: true, since: 1 });
      expect(await changes()).toEqual([
        ['PERSON', stage.clerk],
        ['PERSON', stage.clerk],
      ]);
    });

    it.each([
      ['', 'no reason'],
      ['x'.repeat(501), 'too long'],
      ['\u202e', 'a deceiving character'],
    ])('refuses the reason %j', async (reason) => {
      const input = { personId: stage.clerk, reason };
      await expect(stage.change.suspend(await stage.community.as(stage.coordinator), input)).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'reason']),
      );
      expect((await stage.community.as(stage.clerk)).viewer?.active).toBe(true);
    });

    it('is audited with ids', async () => {
      await suspend(stage.coordinator, stage.clerk);
      const [entry] = await stage.hub.database.read((tx) =>
        tx.rows<{ action: string; object_id: string; person_id: string }>(
          sql`SELECT * FROM audit_entry ORDER BY sequence DESC LIMIT 1`,
        ),
      );
      expect(entry).toMatchObject({
        action: 'person.manage',
        object_id: stage.clerk,
        person_id: stage.coordinator,
      });
    });
  });

  it('lists a contact when told to, by own coordinators only', async () => {
    const as = await stage.community.as(stage.coordinator);
    await stage.change.setContact(as, { personId: stage.clerk, contact: true });
    expect(
      await view(await stage.community.as(await stage.community.person(stage.rock, ['VIEWER'])), stage.clerk),
    ).toBeDefined();
    await stage.change.setContact(as, { personId: stage.clerk, contact: false });
    const rocks = await stage.community.person(stage.rock, ['COORDINATOR']);
    await expect(
      stage.change.setContact(await stage.community.as(rocks), { personId: stage.clerk, contact: true }),
    ).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('keeps one account for one mailbox, however it is written', async () => {
    await stage.community.person(stage.dane, ['VIEWER'], { email: ' Clerk.One@Example.ORG ' });
    await expect(
      stage.community.person(stage.rock, ['VIEWER'], { email: 'clerk.one@example.org' }),
    ).rejects.toThrow();
    const found = await stage.hub.database.read((tx) =>
      stage.hub.get(People).byEmail(tx, 'CLERK.ONE@EXAMPLE.ORG'),
    );
    expect(found?.memberId).toBe(stage.dane);
  });

  it('gives members and people of many ids in one statement', async () => {
    const ids = await Promise.all(
      Array.from({ length: 30 }, () => stage.community.person(stage.rock, ['VIEWER', 'AUTHOR'])),
    );
    expect((await stage.hub.get(People).byIds([...ids, crypto.randomUUID(), 'x'])).size).toBe(30);
    expect((await stage.hub.get(Members).byIds([stage.dane, stage.rock, stage.dane, "'", ''])).size).toBe(2);
  });
});
