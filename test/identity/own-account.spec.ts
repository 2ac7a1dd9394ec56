import sql from 'sql-template-tag';
import { Sessions } from '#identity';
import { AccessChanges } from '#members';
import { type Asker, PASSWORD } from './hub.js';
import { CHANGE, END, identityStage, MINUTE, SIGN_IN, SIGN_OUT, TOKEN, WHO } from './identity-stage.js';

describe('one’s own account', () => {
  const stage = identityStage();
  const { credentials, cookieOf, byCookie, byToken, who } = stage;

  describe('one’s own sessions', () => {
    const sessions = async (asker: Asker) =>
      (await stage.hub.ask(WHO, {}, asker)).data?.viewer.sessions as {
        id: string;
        kind: string;
        current: boolean;
      }[];
    const changes = async () =>
      (await stage.hub.get(AccessChanges).since(0)).map(({ subject, subjectId }) => [subject, subjectId]);

    it('are listed and ended one by one', async () => {
      const browser = await byCookie();
      stage.hub.clock.advance(1000);
      const program = await byToken();
      const listed = await sessions(browser);
      expect(listed).toMatchObject([
        { kind: 'TOKEN', current: false, userAgent: 'a test' },
        { kind: 'COOKIE', current: true },
      ]);
      const id = listed[0]?.id ?? '';
      expect((await stage.hub.ask(END, { input: { id } }, browser)).data).toEqual({ endSession: { id } });
      expect(await who(program)).toBe('UNAUTHENTICATED');
      expect(await who(browser)).toBe(stage.clerk);
      expect(await changes()).toEqual([['SESSION', id]]);
      expect((await stage.hub.ask(END, { input: { id } }, browser)).errors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
    });

    it('are nobody else’s: ended by another, they are as absent', async () => {
      await stage.community.person(stage.dane, ['COORDINATOR'], {
        email: 'boss@example.org',
        password: PASSWORD,
      });
      const browser = await byCookie();
      const [own] = await sessions(browser);
      const boss = await stage.hub.ask(TOKEN, credentials({ email: 'boss@example.org' }));
      const asker = { authorization: `Bearer ${boss.data?.issueToken.token}` };
      const answers = await Promise.all(
        [own?.id, crypto.randomUUID(), 'x', '\u0000'].map((id) =>
          stage.hub.ask(END, { input: { id } }, asker),
        ),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(await who(browser)).toBe(stage.clerk);
    });

    it('end by signing out, and the cookie goes', async () => {
      const browser = await byCookie();
      const { data, cookies } = await stage.hub.ask(SIGN_OUT, {}, browser);
      expect(data).toEqual({ signOut: { signedOut: true } });
      expect(cookies[0]).toMatch(/Max-Age=0$/);
      expect(await who(browser)).toBe('nobody');
      expect((await stage.hub.ask(SIGN_OUT)).data).toEqual({ signOut: { signedOut: false } });
    });

    it('are renewed by signing in again: the old cookie ends', async () => {
      const browser = await byCookie();
      const again = await stage.hub.ask(SIGN_IN, credentials(), browser);
      expect(await who(browser)).toBe('nobody');
      expect(await who({ cookie: cookieOf(again.cookies[0]) })).toBe(stage.clerk);
    });

    it('are bounded: the oldest end, and what ran out is forgotten', async () => {
      const oldest = await byCookie();
      const [row] = await stage.hub.database.read((tx) =>
        tx.rows<{ era: number }>(sql`SELECT era FROM session`),
      );
      await stage.hub.database.write(async (tx) => {
        for (let n = 0; n < 100; n += 1) {
          stage.hub.clock.advance(1);
          await stage.hub
            .get(Sessions)
            .open(tx, 'COOKIE', { personId: stage.clerk, era: row?.era ?? 0, userAgent: null });
        }
      });
      expect(await who(oldest)).toBe('nobody');
      stage.hub.clock.advance(13 * 60 * MINUTE);
      const browser = await byCookie();
      expect(await sessions(browser)).toHaveLength(1);
      expect(await stage.hub.database.read((tx) => tx.rows(sql`SELECT id FROM session`))).toHaveLength(1);
    });

    it('are re-checked for a live connection by their id', async () => {
      const browser = await byCookie();
      const id = (await sessions(browser))[0]?.id ?? '';
      expect((await stage.hub.get(Sessions).principal(id))?.viewer?.personId).toBe(stage.clerk);
      await stage.hub.ask(SIGN_OUT, {}, browser);
      expect(await stage.hub.get(Sessions).principal(id)).toBeNull();
      for (const unknown of [crypto.randomUUID(), 'x', '\u0000'])
        expect(await stage.hub.get(Sessions).principal(unknown)).toBeNull();
    });
  });

  describe('changing one’s password', () => {
    const NEW = 'lantern orchard velvet 29';
    const change = (asker: Asker, input: object = {}) =>
      stage.hub.ask(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEW, ...input } }, asker);

    it('ends all other sessions and tokens, and the old password', async () => {
      const [browser, other, program] = [await byCookie(), await byCookie(), await byToken()];
      expect((await change(browser)).data).toEqual({ changePassword: { endedSessions: 2 } });
      expect([await who(browser), await who(other), await who(program)]).toEqual([
        stage.clerk,
        'nobody',
        'UNAUTHENTICATED',
      ]);
      expect((await stage.hub.ask(SIGN_IN, credentials())).errors).toMatchObject([
        { code: 'UNAUTHENTICATED' },
      ]);
      expect((await stage.hub.ask(SIGN_IN, credentials({ password: NEW }))).errors).toEqual([]);
    });

    it('refuses a wrong present one and a bad new one, and changes nothing', async () => {
      const browser = await byCookie();
      const wrong = await change(browser, { currentPassword: 'wrong' });
      expect(wrong.errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', 'currentPassword'] }]);
      for (const newPassword of ['short', 'clerk@dane.example.org', 'DaneCounty2026!!', 'x'.repeat(300)]) {
        const bad = await change(browser, { newPassword });
        expect(bad.errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', 'newPassword'] }]);
      }
      expect((await stage.hub.ask(SIGN_IN, credentials())).errors).toEqual([]);
    });

    it('is not for those who have not signed in', async () => {
      expect((await change({})).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    });
  });
});
