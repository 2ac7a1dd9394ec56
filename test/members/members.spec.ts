import type { MemberKind, Role } from '#access';
import { AccessChanges, ChangeMembers, SuspendMembers } from '#members';
import { membersStage } from './members-stage.js';

describe('members', () => {
  const stage = membersStage();
  const { refused, create, update, record, countMembers } = stage;

  describe('creating', () => {
    it.each<[MemberKind, string | undefined, string | null]>([
      ['STATE', '55', '55'],
      ['STATE', '72', '72'],
      ['LOCAL', '55025', '55025'],
      ['LOCAL', '46113', '46102'],
      ['FEDERAL', 'US', 'US'],
      ['PARTNER', undefined, null],
    ])('takes a %s of %s', async (kind, jurisdiction, kept) => {
      const { memberId } = await create({ kind, ...(jurisdiction && { jurisdiction }) });
      expect(await record(memberId)).toMatchObject({
        kind,
        jurisdiction: kept,
        suspended: false,
        twoPersonRelease: false,
      });
    });

    it.each<[MemberKind, string | undefined]>([
      ['STATE', undefined],
      ['STATE', '55025'],
      ['STATE', 'US'],
      ['STATE', 'R05'],
      ['LOCAL', '55'],
      ['LOCAL', '99999'],
      ['LOCAL', '09001'],
      ['LOCAL', '\u0000'],
      ['LOCAL', "' OR 1=1 --"],
      ['FEDERAL', '55'],
      ['FEDERAL', undefined],
      ['PARTNER', 'US'],
    ])('refuses a %s of %s', async (kind, jurisdiction) => {
      const input = { kind, ...(jurisdiction !== undefined && { jurisdiction }) };
      await expect(create(input)).rejects.toEqual(refused('BAD_INPUT', ['input', 'jurisdiction']));
      expect(await countMembers()).toBe(2);
    });

    it('refuses a second hub, and bad names', async () => {
      await expect(create({ kind: 'HUB', jurisdiction: 'US' })).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'kind']),
      );
      for (const name of ['', '  ', 'x'.repeat(201), 'a\nb', '\u202eevil', 'a\u0000']) {
        await expect(create({ name, jurisdiction: '55' })).rejects.toEqual(
          refused('BAD_INPUT', ['input', 'name']),
        );
      }
    });

    it('takes an agreement from partners only', async () => {
      const { memberId } = await create({ kind: 'PARTNER', agreedRegions: ['55', '55', '27', '02261'] });
      expect((await record(memberId))?.agreedRegions).toEqual(['55', '27', '02063', '02066']);
      const field = ['input', 'agreedRegions'];
      await expect(create({ kind: 'STATE', jurisdiction: '55', agreedRegions: ['55'] })).rejects.toEqual(
        refused('BAD_INPUT', field),
      );
      await expect(create({ kind: 'PARTNER', agreedRegions: ['nowhere'] })).rejects.toEqual(
        refused('BAD_INPUT', field),
      );
      const many = Array.from({ length: 101 }, () => '55');
      await expect(create({ kind: 'PARTNER', agreedRegions: many })).rejects.toEqual(
        refused('BAD_INPUT', field),
      );
    });

    it.each<[MemberKind, Role]>([
      ['LOCAL', 'COORDINATOR'],
      ['HUB', 'ANALYST'],
      ['HUB', 'AUDITOR'],
      ['HUB', 'COORDINATOR'],
    ])('is not for a %s %s', async (kind, role) => {
      const who = await stage.community.person(kind === 'HUB' ? stage.operations : stage.dane, [role]);
      await expect(create({ jurisdiction: '55' }, who)).rejects.toEqual(refused('FORBIDDEN'));
    });
  });

  describe('changing', () => {
    it('changes what is given and leaves the rest', async () => {
      await update({ name: 'Dane County', jurisdiction: null });
      expect(await record(stage.dane)).toMatchObject({
        name: 'Dane County',
        jurisdiction: '55025',
        since: 0,
      });
      await stage.hub.database.write((tx) => tx.nextSequence('release'));
      await update({ jurisdiction: '55105' });
      expect(await record(stage.dane)).toMatchObject({
        name: 'Dane County',
        line: ['55105', '55', 'R05', 'US'],
        since: 1,
      });
      expect(await stage.hub.get(AccessChanges).since(0)).toEqual([
        { sequence: 1, subject: 'MEMBER', subjectId: stage.dane },
      ]);
      expect((await stage.community.as(stage.coordinator)).viewer?.member.jurisdiction).toEqual([
        '55105',
        '55',
        'R05',
        'US',
      ]);
    });

    it('is for operators, and changes nothing when a part is refused', async () => {
      await expect(update({ name: 'Mine' }, stage.coordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(update({ name: 'New', jurisdiction: 'US' })).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'jurisdiction']),
      );
      await expect(update({ id: crypto.randomUUID() })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(update({ id: '\u0000' })).rejects.toEqual(refused('NOT_FOUND'));
      expect(await record(stage.dane)).toMatchObject({ name: 'Dane County Clerk' });
    });

    it('lets a coordinator configure their own member, and no other', async () => {
      const configure = async (id: string, by: string) =>
        stage.hub.get(ChangeMembers).configure(await stage.community.as(by), { id, twoPersonRelease: true });
      await configure(stage.dane, stage.coordinator);
      expect(await record(stage.dane)).toMatchObject({ twoPersonRelease: true });
      const rock = await stage.community.member('LOCAL', '55105');
      await expect(configure(rock, stage.coordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(configure(crypto.randomUUID(), stage.coordinator)).rejects.toEqual(refused('NOT_FOUND'));
      await configure(rock, stage.operator);
      expect(await record(rock)).toMatchObject({ twoPersonRelease: true });
    });

    it('does it once for a repeated request', async () => {
      const input = { name: 'Wisconsin', jurisdiction: '55', idempotencyKey: 'k1' };
      expect(await create(input)).toEqual(await create(input));
      expect(await countMembers()).toBe(3);
    });
  });

  describe('suspending', () => {
    const suspend = async (id: string, by = stage.operator) =>
      stage.hub.get(SuspendMembers).suspend(await stage.community.as(by), { id, reason: 'agreement ended' });

    it('takes all keys of all its people at once, and gives them back afresh', async () => {
      await stage.hub.database.write((tx) => tx.nextSequence('release'));
      await suspend(stage.dane);
      await suspend(stage.dane);
      expect((await stage.community.as(stage.coordinator)).held).toEqual(new Set());
      expect(await stage.hub.get(AccessChanges).since(0)).toHaveLength(1);
      await stage.hub
        .get(SuspendMembers)
        .reinstate(await stage.community.as(stage.operator), { id: stage.dane });
      const { viewer, held } = await stage.community.as(stage.coordinator);
      expect(viewer?.member).toMatchObject({ active: true, since: 1 });
      expect(held.has('at:55025')).toBe(true);
    });

    it('is for operators, never for the hub itself, and needs a reason', async () => {
      await expect(suspend(stage.dane, stage.coordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(suspend(stage.operations)).rejects.toEqual(refused('CONFLICT'));
      await expect(suspend(crypto.randomUUID())).rejects.toEqual(refused('NOT_FOUND'));
      const input = { id: stage.dane, reason: ' ' };
      await expect(
        stage.hub.get(SuspendMembers).suspend(await stage.community.as(stage.operator), input),
      ).rejects.toEqual(refused('BAD_INPUT', ['input', 'reason']));
    });
  });
});
