import sql from 'sql-template-tag';
import { AcceptInvitation, LastUse } from '#identity';
import { Invite, SuspendMembers } from '#members';
import { hubOn, PASSWORD } from './hub.js';
import { EMAIL, identityStage, MINUTE, SIGN_IN, TOKEN } from './identity-stage.js';

describe('signing in', () => {
  const stage = identityStage();
  const { credentials, cookieOf, byCookie, byToken, who, suspend } = stage;

  it('by cookie says who one is and sets a cookie that no script, page or plain line can take', async () => {
    const { data, cookies } = await stage.hub.ask(
      SIGN_IN,
      credentials({ email: ' CLERK@DANE.example.ORG ' }),
    );
    expect(data?.signIn).toEqual({
      expiresAt: '2026-11-04T00:00:00.000Z',
      viewer: {
        person: { id: stage.clerk, name: 'Clerk', email: EMAIL },
        member: { name: 'Dane County Clerk' },
        roles: ['VIEWER', 'AUTHOR'],
        actions: expect.arrayContaining(['publication.draft', 'account.manage']),
      },
    });
    expect(data?.signIn.viewer.actions).not.toContain('person.manage');
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^__Host-watchfire=wfs_[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=43200$/,
    );
    expect(await who({ cookie: `theme=dark; ${cookieOf(cookies[0])}; x=y` })).toBe(stage.clerk);
  });

  it('without TLS sets the cookie under a plain name', async () => {
    const plain = await hubOn(stage.opened, { publicUrl: 'http://localhost:4321' });
    const { cookies } = await plain.ask(SIGN_IN, credentials());
    expect(cookies[0]).toMatch(/^watchfire=wfs_[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    await plain.app.get(LastUse).flush();
  });

  it('by token carries a program for a while', async () => {
    const program = await byToken();
    expect(await who(program)).toBe(stage.clerk);
    stage.hub.clock.advance(15 * MINUTE - 1);
    expect(await who(program)).toBe(stage.clerk);
    stage.hub.clock.advance(1);
    expect(await who(program)).toBe('UNAUTHENTICATED');
  });

  it('keeps secrets as hashes only', async () => {
    const { authorization = '' } = await byToken();
    const { cookie = '' } = await byCookie();
    for (const table of ['session', 'credential', 'audit_entry']) {
      const rows = JSON.stringify(
        await stage.hub.database.read((tx) => tx.rows(sql([`SELECT * FROM ${table}`]))),
      );
      for (const secret of [authorization.slice(11), cookie.split('wfs_')[1] ?? '?', PASSWORD])
        expect(rows).not.toContain(secret);
    }
  });

  describe('fails', () => {
    it('with one answer for a wrong password, an unknown account, a suspended person, and a suspended member', async () => {
      const inRock = await stage.community.member('LOCAL', '55105');
      await stage.community.person(inRock, ['VIEWER'], { email: 'rock@example.org', password: PASSWORD });
      const gone = await stage.community.person(stage.dane, ['VIEWER'], {
        email: 'gone@example.org',
        password: PASSWORD,
      });
      await stage.community.person(stage.dane, ['VIEWER'], { email: 'invited@example.org' });
      await suspend(gone);
      await stage.hub
        .get(SuspendMembers)
        .suspend(await stage.community.as(stage.operator), { id: inRock, reason: 'ended' });
      const tries = [
        { password: `${PASSWORD} ` },
        { password: PASSWORD.toUpperCase() },
        { email: 'nobody@example.org' },
        { email: 'gone@example.org' },
        { email: 'rock@example.org' },
        { email: 'invited@example.org' },
      ];
      for (const mutation of [SIGN_IN, TOKEN]) {
        const answers = await Promise.all(
          tries.map((input, n) => stage.hub.ask(mutation, credentials(input), { address: `192.0.2.${n}` })),
        );
        for (const answer of answers) {
          expect(answer).toEqual(answers[0]);
          expect(answer.errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
          expect(answer.cookies).toEqual([]);
        }
      }
    });

    it('at the same cost for an account and for none', async () => {
      const time = async (email: string) => {
        const start = performance.now();
        await stage.hub.ask(SIGN_IN, credentials({ email, password: 'not the password at all' }));
        return performance.now() - start;
      };
      await time('first@example.org');
      const known: number[] = [];
      const unknown: number[] = [];
      for (let n = 0; n < 8; n += 1) {
        known.push(await time(EMAIL));
        unknown.push(await time(`nobody${n}@example.org`));
      }
      const best = (times: number[]) => Math.min(...times);
      expect(best(unknown)).toBeGreaterThan(best(known) * 0.5);
      expect(best(known)).toBeGreaterThan(best(unknown) * 0.5);
    });

    it.each([
      ['email', { email: '' }],
      ['email', { email: 'clerk' }],
      ['email', { email: `${EMAIL}\u0000` }],
      ['email', { email: 'x'.repeat(100_000) }],
      ['password', { password: '' }],
      ['password', { password: 'x'.repeat(100_000) }],
    ])('and names a bad %s', async (field, input) => {
      for (const mutation of [SIGN_IN, TOKEN]) {
        const { errors } = await stage.hub.ask(mutation, credentials(input));
        expect(errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', field] }]);
      }
      expect(await stage.hub.database.read((tx) => tx.rows(sql`SELECT * FROM session`))).toEqual([]);
    });

    it('and is audited, with the person only where there is one and never with the address', async () => {
      const last = async () => {
        const rows = await stage.hub.database.read((tx) =>
          tx.rows<{ action: string; person_id: string | null; object_id: string | null }>(
            sql`SELECT action, person_id, object_id FROM audit_entry ORDER BY sequence DESC LIMIT 1`,
          ),
        );
        return rows[0];
      };
      await stage.hub.ask(SIGN_IN, credentials({ password: 'wrong' }));
      expect(await last()).toEqual({
        action: 'session.signInFailed',
        person_id: null,
        object_id: stage.clerk,
      });
      await stage.hub.ask(SIGN_IN, credentials({ email: 'nobody@example.org' }));
      expect(await last()).toEqual({ action: 'session.signInFailed', person_id: null, object_id: null });
      await byToken();
      expect(await last()).toMatchObject({ action: 'session.signIn', person_id: stage.clerk });
      await suspend(stage.clerk);
      await stage.hub.ask(SIGN_IN, credentials());
      expect(await last()).toEqual({
        action: 'session.signInFailed',
        person_id: null,
        object_id: stage.clerk,
      });
      const rows = await stage.hub.database.read((tx) => tx.rows(sql`SELECT * FROM audit_entry`));
      expect(JSON.stringify(rows)).not.toContain('example.org');
    });
  });

  it('is not done by accepting an invitation, and a reset ends what was open', async () => {
    const browser = await byCookie();
    const { link } = await stage.hub
      .get(Invite)
      .reset(await stage.community.as(stage.coordinator), { personId: stage.clerk });
    const token = new URL(link ?? '').hash.slice(1);
    const password = 'lantern orchard velvet 29';
    const accept = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }';
    const { data, cookies } = await stage.hub.ask(accept, { input: { token, password } });
    expect(data).toEqual({ acceptInvitation: { email: EMAIL } });
    expect(cookies).toEqual([]);
    expect(await who(browser)).toBe('nobody');
    expect((await stage.hub.ask(SIGN_IN, credentials({ password }))).errors).toEqual([]);
    await expect(stage.hub.get(AcceptInvitation).accept({ token, password })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
