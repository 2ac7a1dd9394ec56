import { jest } from '@jest/globals';
import sql from 'sql-template-tag';
import { LastUse, Sessions } from '#identity';
import { ChangePeople, SuspendMembers } from '#members';
import { identityStage, MINUTE, SIGN_OUT, WHO } from './identity-stage.js';

describe('signed in', () => {
  const stage = identityStage();
  const { byCookie, byToken, who, suspend } = stage;

  describe('what was issued', () => {
    it('is good for its own way only', async () => {
      const secret = (await byCookie()).cookie?.split('=')[1] ?? '';
      const token = (await byToken()).authorization?.split(' ')[1] ?? '';
      expect(await who({ authorization: `Bearer ${secret}` })).toBe('UNAUTHENTICATED');
      expect(await who({ cookie: `__Host-watchfire=${token}` })).toBe('nobody');
      expect(await who({ cookie: `watchfire=${secret}` })).toBe('nobody');
    });

    it.each([
      '',
      'Bearer',
      'Bearer x',
      'Basic Y2xlcms6eA==',
      `Bearer wft_${'A'.repeat(43)}`,
      "Bearer wft_' OR 1=1 --",
      'Bearer a b',
    ])('is refused, and never taken for nobody, when the header is %j', async (authorization) => {
      expect(await who({ ...(await byCookie()), authorization })).toBe('UNAUTHENTICATED');
    });

    it('is anonymous and taken away as an ended or foreign cookie', async () => {
      const browser = await byCookie();
      await stage.hub.ask(SIGN_OUT, {}, browser);
      for (const cookie of [browser.cookie ?? '', '__Host-watchfire=x', '__Host-watchfire=']) {
        const { data, cookies } = await stage.hub.ask(WHO, {}, { cookie });
        expect(data).toEqual({ viewer: null });
        expect(cookies[0]).toMatch(/^__Host-watchfire=; .*Max-Age=0$/);
      }
      expect((await stage.hub.ask(WHO, {}, { cookie: 'other=1' })).cookies).toEqual([]);
    });

    it('ends at the latest after twelve hours, and after one unused', async () => {
      const browser = await byCookie();
      const use = async () => {
        const found = await who(browser);
        await stage.hub.get(LastUse).flush();
        return found;
      };
      for (let n = 0; n < 12; n += 1) {
        stage.hub.clock.advance(59 * MINUTE);
        expect(await use()).toBe(stage.clerk);
      }
      stage.hub.clock.advance(12 * MINUTE);
      expect(await use()).toBe('nobody');
      const idle = await byCookie();
      stage.hub.clock.advance(60 * MINUTE);
      expect(await who(idle)).toBe('nobody');
    });

    it('notes its use to within a minute, with one write however often it is used', async () => {
      const browser = await byCookie();
      const used = async () => {
        const rows = await stage.hub.database.read((tx) =>
          tx.rows<{ at: string }>(sql`SELECT last_used_at AS at FROM session`),
        );
        return rows[0]?.at;
      };
      const start = await used();
      stage.hub.clock.advance(59_000);
      await who(browser);
      await stage.hub.get(LastUse).flush();
      expect(await used()).toBe(start);
      stage.hub.clock.advance(1000);
      await Promise.all([who(browser), who(browser), who(browser)]);
      expect(await used()).toBe(start);
      await stage.hub.get(LastUse).flush();
      expect(await used()).toBe('2026-11-03T12:01:00.000Z');
    });

    it('is found in one statement', async () => {
      const { authorization = '' } = await byToken();
      const id = (await stage.hub.ask(WHO, {}, { authorization })).data?.viewer.sessions[0].id;
      const read = jest.spyOn(stage.hub.database, 'read');
      try {
        await stage.hub.get(Sessions).principal(id);
        expect(read).toHaveBeenCalledTimes(1);
      } finally {
        read.mockRestore();
      }
    });

    it('dies at once when its person is suspended, and does not come back with them', async () => {
      const [browser, program] = [await byCookie(), await byToken()];
      await suspend(stage.clerk);
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      await stage.hub
        .get(ChangePeople)
        .reinstate(await stage.community.as(stage.coordinator), { personId: stage.clerk });
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      expect(await who(await byCookie())).toBe(stage.clerk);
    });

    it('dies at once when its member is suspended, and does not come back with it', async () => {
      const [browser, program] = [await byCookie(), await byToken()];
      const as = await stage.community.as(stage.operator);
      await stage.hub.get(SuspendMembers).suspend(as, { id: stage.dane, reason: 'ended' });
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      await stage.hub.get(SuspendMembers).reinstate(as, { id: stage.dane });
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      expect(await who(await byToken())).toBe(stage.clerk);
    });

    it('carries nobody who is suspended, whenever it was issued', async () => {
      await suspend(stage.clerk);
      const issued = await stage.hub.database.write(async (tx) => {
        const [row] = await tx.rows<{ era: number }>(sql`SELECT era FROM person WHERE id = ${stage.clerk}`);
        return stage.hub
          .get(Sessions)
          .open(tx, 'TOKEN', { personId: stage.clerk, era: row?.era ?? 0, userAgent: null });
      });
      expect(await who({ authorization: `Bearer ${issued.secret}` })).toBe('UNAUTHENTICATED');
      await stage.hub
        .get(ChangePeople)
        .reinstate(await stage.community.as(stage.coordinator), { personId: stage.clerk });
      expect(await who({ authorization: `Bearer ${issued.secret}` })).toBe(stage.clerk);
      await stage.hub
        .get(SuspendMembers)
        .suspend(await stage.community.as(stage.operator), { id: stage.dane, reason: 'ended' });
      expect(await who({ authorization: `Bearer ${issued.secret}` })).toBe('UNAUTHENTICATED');
    });

    it('carries the rights of the day', async () => {
      const browser = await byCookie();
      await stage.hub.get(ChangePeople).changeRoles(await stage.community.as(stage.coordinator), {
        personId: stage.clerk,
        roles: ['VIEWER'],
      });
      const { data } = await stage.hub.ask('{ viewer { roles actions } }', {}, browser);
      expect(data?.viewer.roles).toEqual(['VIEWER']);
      expect(data?.viewer.actions).not.toContain('publication.draft');
    });
  });
});
