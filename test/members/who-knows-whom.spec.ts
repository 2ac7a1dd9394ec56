import sql from 'sql-template-tag';
import { principalOf } from '#access';
import { People, personView } from '#members';
import { peopleStage } from './people-stage.js';

describe('whom one knows', () => {
  const stage = peopleStage();
  const { refused, roles, suspend, view } = stage;

  describe('who knows whom', () => {
    it('knows all of their own people, with everything', async () => {
      expect(await view(await stage.community.as(stage.clerk), stage.coordinator)).toMatchObject({
        email: expect.stringContaining('@'),
        roles: ['COORDINATOR'],
        suspended: false,
      });
    });

    it('knows of another member only the listed contacts, and of them the name alone', async () => {
      const listed = await stage.community.person(stage.rock, ['VIEWER'], { contact: true });
      const unlisted = await stage.community.person(stage.rock, ['VIEWER']);
      const asClerk = await stage.community.as(stage.clerk);
      expect(await view(asClerk, listed)).toEqual({
        id: listed,
        memberId: stage.rock,
        name: expect.any(String),
        contact: true,
        email: null,
        roles: null,
        suspended: null,
      });
      expect(await view(asClerk, unlisted)).toBeUndefined();
    });

    it('does not know a contact who is suspended, or whose member is', async () => {
      const listed = await stage.community.person(stage.rock, ['VIEWER'], { contact: true });
      const asClerk = await stage.community.as(stage.clerk);
      await suspend(stage.operator, listed);
      expect(await view(asClerk, listed)).toBeUndefined();
      await stage.change.reinstate(await stage.community.as(stage.operator), { personId: listed });
      expect(await view(asClerk, listed)).toBeDefined();
      await stage.hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE id = ${stage.rock}`),
      );
      expect(await view(asClerk, listed)).toBeUndefined();
    });

    it('lists exactly those whom it knows one by one', async () => {
      for (const contact of [true, false]) await stage.community.person(stage.rock, ['VIEWER'], { contact });
      await suspend(stage.operator, await stage.community.person(stage.rock, ['VIEWER'], { contact: true }));
      const closed = await stage.community.member('LOCAL', '55079');
      await stage.community.person(closed, ['VIEWER'], { contact: true });
      await stage.hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE id = ${closed}`),
      );
      for (const who of [stage.clerk, stage.coordinator, stage.operator]) {
        for (const member of [stage.dane, stage.rock, stage.operations, closed]) {
          const as = await stage.community.as(who);
          const listed = (await stage.hub.get(People).pageOf(as, member, {})).edges.map(({ node }) => node);
          const rows = await stage.hub.database.read((tx) =>
            tx.rows<{ id: string }>(sql`SELECT id FROM person WHERE member_id = ${member}`),
          );
          const known = await stage.hub.get(People).views(
            as,
            rows.map(({ id }) => id),
          );
          expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(known.keys()));
          for (const node of listed) expect(node).toEqual(known.get(node.id));
        }
      }
    });

    it('shows an account that only audits nobody but itself', async () => {
      const auditor = await stage.community.person(stage.operations, ['AUDITOR']);
      const listed = await stage.community.person(stage.rock, ['VIEWER'], { contact: true });
      const as = await stage.community.as(auditor);
      expect(await view(as, auditor)).toMatchObject({ roles: ['AUDITOR'] });
      for (const other of [listed, stage.operator, stage.clerk])
        expect(await view(as, other)).toBeUndefined();
    });

    it('shows nobody to somebody who has not signed in, or whose key does not read', async () => {
      const listed = await stage.community.person(stage.rock, ['VIEWER'], { contact: true });
      expect(await view(principalOf(null), listed)).toBeUndefined();
      const { viewer } = await stage.community.as(stage.clerk);
      expect(await view(principalOf(viewer, { scopes: ['PUBLISH'] }), listed)).toBeUndefined();
      expect(await view(principalOf(viewer, { scopes: ['READ'] }), listed)).toBeDefined();
    });

    it('answers alike for whom the viewer may not know and for nobody', async () => {
      const unlisted = await stage.community.person(stage.rock, ['VIEWER']);
      for (const id of [unlisted, crypto.randomUUID(), 'not an id', '\u0000', '']) {
        await expect(roles(stage.coordinator, id, ['VIEWER'])).rejects.toEqual(refused('NOT_FOUND'));
        await expect(suspend(stage.coordinator, id)).rejects.toEqual(refused('NOT_FOUND'));
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
});
