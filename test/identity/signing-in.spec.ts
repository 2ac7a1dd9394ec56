import { jest } from '@jest/globals';
import sql from 'sql-template-tag';
import { AcceptInvitation, LastUse, Sessions } from '#identity';
import { AccessChanges, ChangePeople, Invite, SuspendMembers } from '#members';
import type { TestDatabase } from '../support/database.js';
import { type Asker, Community, type Hub, hubOn, openHubDatabase, PASSWORD } from './hub.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt viewer { person { id name email } member { name } roles actions } } }`;
const TOKEN = `mutation ($input: SignInInput!) { issueToken(input: $input) { token expiresAt viewer { person { id } } } }`;
const WHO = `{ viewer { person { id } sessions { id kind current lastUsedAt expiresAt userAgent } apiKeys { name } } }`;
const SIGN_OUT = 'mutation { signOut { signedOut } }';
const END = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { id } }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { endedSessions } }';
const EMAIL = 'clerk@dane.example.org';
const MINUTE = 60_000;

describe('signing in', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let operator: string;
  let dane: string;
  let coordinator: string;
  let clerk: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    operator = await community.person(await community.member('HUB', 'US'), ['OPERATOR']);
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
    clerk = await community.person(dane, ['VIEWER', 'AUTHOR'], {
      email: EMAIL,
      password: PASSWORD,
      name: 'Clerk',
    });
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const credentials = (input: object = {}) => ({ input: { email: EMAIL, password: PASSWORD, ...input } });
  const cookieOf = (header: string | undefined) => (header ?? '').split(';')[0] ?? '';
  const byCookie = async (): Promise<Asker> => {
    const { cookies, errors } = await hub.ask(SIGN_IN, credentials());
    expect(errors).toEqual([]);
    return { cookie: cookieOf(cookies[0]) };
  };
  const byToken = async (): Promise<Asker> => {
    const { data, errors } = await hub.ask(TOKEN, credentials());
    expect(errors).toEqual([]);
    return { authorization: `Bearer ${data?.issueToken.token}` };
  };
  const who = async (asker: Asker) => {
    const { data, errors } = await hub.ask(WHO, {}, asker);
    return errors[0]?.code ?? data?.viewer?.person.id ?? 'nobody';
  };
  const suspend = async (personId: string) =>
    hub.get(ChangePeople).suspend(await community.as(coordinator), { personId, reason: 'left' });

  it('by cookie says who one is and sets a cookie that no script, page or plain line can take', async () => {
    const { data, cookies } = await hub.ask(SIGN_IN, credentials({ email: ' CLERK@dane.example.ORG ' }));
    expect(data?.signIn).toEqual({
      expiresAt: '2026-11-04T00:00:00.000Z',
      viewer: {
        person: { id: clerk, name: 'Clerk', email: EMAIL },
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
    expect(await who({ cookie: `theme=dark; ${cookieOf(cookies[0])}; x=y` })).toBe(clerk);
  });

  it('without TLS sets the cookie under a plain name', async () => {
    const plain = await hubOn(opened, { publicUrl: 'http://localhost:4321' });
    const { cookies } = await plain.ask(SIGN_IN, credentials());
    expect(cookies[0]).toMatch(/^watchfire=wfs_[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    await plain.app.get(LastUse).flush();
  });

  it('by token carries a program for a while', async () => {
    const program = await byToken();
    expect(await who(program)).toBe(clerk);
    hub.clock.advance(15 * MINUTE - 1);
    expect(await who(program)).toBe(clerk);
    hub.clock.advance(1);
    expect(await who(program)).toBe('UNAUTHENTICATED');
  });

  it('keeps secrets as hashes only', async () => {
    const { authorization = '' } = await byToken();
    const { cookie = '' } = await byCookie();
    for (const table of ['session', 'credential', 'audit_entry']) {
      const rows = JSON.stringify(await hub.database.read((tx) => tx.rows(sql([`SELECT * FROM ${table}`]))));
      for (const secret of [authorization.slice(11), cookie.split('wfs_')[1] ?? '?', PASSWORD])
        expect(rows).not.toContain(secret);
    }
  });

  describe('fails', () => {
    it('with one answer for a wrong password, an unknown account, a suspended person, and a suspended member', async () => {
      const inRock = await community.member('LOCAL', '55105');
      await community.person(inRock, ['VIEWER'], { email: 'rock@example.org', password: PASSWORD });
      const gone = await community.person(dane, ['VIEWER'], {
        email: 'gone@example.org',
        password: PASSWORD,
      });
      await community.person(dane, ['VIEWER'], { email: 'invited@example.org' });
      await suspend(gone);
      await hub.get(SuspendMembers).suspend(await community.as(operator), { id: inRock, reason: 'ended' });
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
          tries.map((input, n) => hub.ask(mutation, credentials(input), { address: `192.0.2.${n}` })),
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
        await hub.ask(SIGN_IN, credentials({ email, password: 'not the password at all' }));
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
        const { errors } = await hub.ask(mutation, credentials(input));
        expect(errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', field] }]);
      }
      expect(await hub.database.read((tx) => tx.rows(sql`SELECT * FROM session`))).toEqual([]);
    });

    it('and is audited, with the person only where there is one and never with the address', async () => {
      const last = async () => {
        const rows = await hub.database.read((tx) =>
          tx.rows<{ action: string; person_id: string | null; object_id: string | null }>(
            sql`SELECT action, person_id, object_id FROM audit_entry ORDER BY sequence DESC LIMIT 1`,
          ),
        );
        return rows[0];
      };
      await hub.ask(SIGN_IN, credentials({ password: 'wrong' }));
      expect(await last()).toEqual({ action: 'session.signInFailed', person_id: null, object_id: clerk });
      await hub.ask(SIGN_IN, credentials({ email: 'nobody@example.org' }));
      expect(await last()).toEqual({ action: 'session.signInFailed', person_id: null, object_id: null });
      await byToken();
      expect(await last()).toMatchObject({ action: 'session.signIn', person_id: clerk });
      await suspend(clerk);
      await hub.ask(SIGN_IN, credentials());
      expect(await last()).toEqual({ action: 'session.signInFailed', person_id: null, object_id: clerk });
      const rows = await hub.database.read((tx) => tx.rows(sql`SELECT * FROM audit_entry`));
      expect(JSON.stringify(rows)).not.toContain('example.org');
    });
  });

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
      await hub.ask(SIGN_OUT, {}, browser);
      for (const cookie of [browser.cookie ?? '', '__Host-watchfire=x', '__Host-watchfire=']) {
        const { data, cookies } = await hub.ask(WHO, {}, { cookie });
        expect(data).toEqual({ viewer: null });
        expect(cookies[0]).toMatch(/^__Host-watchfire=; .*Max-Age=0$/);
      }
      expect((await hub.ask(WHO, {}, { cookie: 'other=1' })).cookies).toEqual([]);
    });

    it('ends at the latest after twelve hours, and after one unused', async () => {
      const browser = await byCookie();
      const use = async () => {
        const found = await who(browser);
        await hub.get(LastUse).flush();
        return found;
      };
      for (let n = 0; n < 12; n += 1) {
        hub.clock.advance(59 * MINUTE);
        expect(await use()).toBe(clerk);
      }
      hub.clock.advance(12 * MINUTE);
      expect(await use()).toBe('nobody');
      const idle = await byCookie();
      hub.clock.advance(60 * MINUTE);
      expect(await who(idle)).toBe('nobody');
    });

    it('notes its use to within a minute, with one write however often it is used', async () => {
      const browser = await byCookie();
      const used = async () => {
        const rows = await hub.database.read((tx) =>
          tx.rows<{ at: string }>(sql`SELECT last_used_at AS at FROM session`),
        );
        return rows[0]?.at;
      };
      const start = await used();
      hub.clock.advance(59_000);
      await who(browser);
      await hub.get(LastUse).flush();
      expect(await used()).toBe(start);
      hub.clock.advance(1000);
      await Promise.all([who(browser), who(browser), who(browser)]);
      expect(await used()).toBe(start);
      await hub.get(LastUse).flush();
      expect(await used()).toBe('2026-11-03T12:01:00.000Z');
    });

    it('is found in one statement', async () => {
      const { authorization = '' } = await byToken();
      const id = (await hub.ask(WHO, {}, { authorization })).data?.viewer.sessions[0].id;
      const read = jest.spyOn(hub.database, 'read');
      try {
        await hub.get(Sessions).principal(id);
        expect(read).toHaveBeenCalledTimes(1);
      } finally {
        read.mockRestore();
      }
    });

    it('dies at once when its person is suspended, and does not come back with them', async () => {
      const [browser, program] = [await byCookie(), await byToken()];
      await suspend(clerk);
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      await hub.get(ChangePeople).reinstate(await community.as(coordinator), { personId: clerk });
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      expect(await who(await byCookie())).toBe(clerk);
    });

    it('dies at once when its member is suspended, and does not come back with it', async () => {
      const [browser, program] = [await byCookie(), await byToken()];
      const as = await community.as(operator);
      await hub.get(SuspendMembers).suspend(as, { id: dane, reason: 'ended' });
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      await hub.get(SuspendMembers).reinstate(as, { id: dane });
      expect([await who(browser), await who(program)]).toEqual(['nobody', 'UNAUTHENTICATED']);
      expect(await who(await byToken())).toBe(clerk);
    });

    it('carries nobody who is suspended, whenever it was issued', async () => {
      await suspend(clerk);
      const opened = await hub.database.write(async (tx) => {
        const [row] = await tx.rows<{ era: number }>(sql`SELECT era FROM person WHERE id = ${clerk}`);
        return hub.get(Sessions).open(tx, 'TOKEN', { personId: clerk, era: row?.era ?? 0, userAgent: null });
      });
      expect(await who({ authorization: `Bearer ${opened.secret}` })).toBe('UNAUTHENTICATED');
      await hub.get(ChangePeople).reinstate(await community.as(coordinator), { personId: clerk });
      expect(await who({ authorization: `Bearer ${opened.secret}` })).toBe(clerk);
      await hub.get(SuspendMembers).suspend(await community.as(operator), { id: dane, reason: 'ended' });
      expect(await who({ authorization: `Bearer ${opened.secret}` })).toBe('UNAUTHENTICATED');
    });

    it('carries the rights of the day', async () => {
      const browser = await byCookie();
      await hub
        .get(ChangePeople)
        .changeRoles(await community.as(coordinator), { personId: clerk, roles: ['VIEWER'] });
      const { data } = await hub.ask('{ viewer { roles actions } }', {}, browser);
      expect(data?.viewer.roles).toEqual(['VIEWER']);
      expect(data?.viewer.actions).not.toContain('publication.draft');
    });
  });

  describe('one’s own sessions', () => {
    const sessions = async (asker: Asker) =>
      (await hub.ask(WHO, {}, asker)).data?.viewer.sessions as {
        id: string;
        kind: string;
        current: boolean;
      }[];
    const changes = async () =>
      (await hub.get(AccessChanges).since(0)).map(({ subject, subjectId }) => [subject, subjectId]);

    it('are listed and ended one by one', async () => {
      const browser = await byCookie();
      hub.clock.advance(1000);
      const program = await byToken();
      const listed = await sessions(browser);
      expect(listed).toMatchObject([
        { kind: 'TOKEN', current: false, userAgent: 'a test' },
        { kind: 'COOKIE', current: true },
      ]);
      const id = listed[0]?.id ?? '';
      expect((await hub.ask(END, { input: { id } }, browser)).data).toEqual({ endSession: { id } });
      expect(await who(program)).toBe('UNAUTHENTICATED');
      expect(await who(browser)).toBe(clerk);
      expect(await changes()).toEqual([['SESSION', id]]);
      expect((await hub.ask(END, { input: { id } }, browser)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    });

    it('are nobody else’s: ended by another, they are as absent', async () => {
      await community.person(dane, ['COORDINATOR'], { email: 'boss@example.org', password: PASSWORD });
      const browser = await byCookie();
      const [own] = await sessions(browser);
      const boss = await hub.ask(TOKEN, credentials({ email: 'boss@example.org' }));
      const asker = { authorization: `Bearer ${boss.data?.issueToken.token}` };
      const answers = await Promise.all(
        [own?.id, crypto.randomUUID(), 'x', '\u0000'].map((id) => hub.ask(END, { input: { id } }, asker)),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(await who(browser)).toBe(clerk);
    });

    it('end by signing out, and the cookie goes', async () => {
      const browser = await byCookie();
      const { data, cookies } = await hub.ask(SIGN_OUT, {}, browser);
      expect(data).toEqual({ signOut: { signedOut: true } });
      expect(cookies[0]).toMatch(/Max-Age=0$/);
      expect(await who(browser)).toBe('nobody');
      expect((await hub.ask(SIGN_OUT)).data).toEqual({ signOut: { signedOut: false } });
    });

    it('are renewed by signing in again: the old cookie ends', async () => {
      const browser = await byCookie();
      const again = await hub.ask(SIGN_IN, credentials(), browser);
      expect(await who(browser)).toBe('nobody');
      expect(await who({ cookie: cookieOf(again.cookies[0]) })).toBe(clerk);
    });

    it('are bounded: the oldest end, and what ran out is forgotten', async () => {
      const oldest = await byCookie();
      const [row] = await hub.database.read((tx) => tx.rows<{ era: number }>(sql`SELECT era FROM session`));
      await hub.database.write(async (tx) => {
        for (let n = 0; n < 100; n += 1) {
          hub.clock.advance(1);
          await hub
            .get(Sessions)
            .open(tx, 'COOKIE', { personId: clerk, era: row?.era ?? 0, userAgent: null });
        }
      });
      expect(await who(oldest)).toBe('nobody');
      hub.clock.advance(13 * 60 * MINUTE);
      const browser = await byCookie();
      expect(await sessions(browser)).toHaveLength(1);
      expect(await hub.database.read((tx) => tx.rows(sql`SELECT id FROM session`))).toHaveLength(1);
    });

    it('are re-checked for a live connection by their id', async () => {
      const browser = await byCookie();
      const id = (await sessions(browser))[0]?.id ?? '';
      expect((await hub.get(Sessions).principal(id))?.viewer?.personId).toBe(clerk);
      await hub.ask(SIGN_OUT, {}, browser);
      expect(await hub.get(Sessions).principal(id)).toBeNull();
      for (const unknown of [crypto.randomUUID(), 'x', '\u0000'])
        expect(await hub.get(Sessions).principal(unknown)).toBeNull();
    });
  });

  describe('changing one’s password', () => {
    const NEW = 'lantern orchard velvet 29';
    const change = (asker: Asker, input: object = {}) =>
      hub.ask(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEW, ...input } }, asker);

    it('ends all other sessions and tokens, and the old password', async () => {
      const [browser, other, program] = [await byCookie(), await byCookie(), await byToken()];
      expect((await change(browser)).data).toEqual({ changePassword: { endedSessions: 2 } });
      expect([await who(browser), await who(other), await who(program)]).toEqual([
        clerk,
        'nobody',
        'UNAUTHENTICATED',
      ]);
      expect((await hub.ask(SIGN_IN, credentials())).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
      expect((await hub.ask(SIGN_IN, credentials({ password: NEW }))).errors).toEqual([]);
    });

    it('refuses a wrong present one and a bad new one, and changes nothing', async () => {
      const browser = await byCookie();
      const wrong = await change(browser, { currentPassword: 'wrong' });
      expect(wrong.errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', 'currentPassword'] }]);
      for (const newPassword of ['short', 'clerk@dane.example.org', 'DaneCounty2026!!', 'x'.repeat(300)]) {
        const bad = await change(browser, { newPassword });
        expect(bad.errors).toMatchObject([{ code: 'BAD_INPUT', field: ['input', 'newPassword'] }]);
      }
      expect((await hub.ask(SIGN_IN, credentials())).errors).toEqual([]);
    });

    it('is not for those who have not signed in', async () => {
      expect((await change({})).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    });
  });

  it('is not done by accepting an invitation, and a reset ends what was open', async () => {
    const browser = await byCookie();
    const { link } = await hub.get(Invite).reset(await community.as(coordinator), { personId: clerk });
    const token = new URL(link ?? '').hash.slice(1);
    const password = 'lantern orchard velvet 29';
    const accept = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }';
    const { data, cookies } = await hub.ask(accept, { input: { token, password } });
    expect(data).toEqual({ acceptInvitation: { email: EMAIL } });
    expect(cookies).toEqual([]);
    expect(await who(browser)).toBe('nobody');
    expect((await hub.ask(SIGN_IN, credentials({ password }))).errors).toEqual([]);
    await expect(hub.get(AcceptInvitation).accept({ token, password })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
