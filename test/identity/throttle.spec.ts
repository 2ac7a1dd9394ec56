import sql from 'sql-template-tag';
import { AcceptInvitation } from '#identity';
import { Invite } from '#members';
import type { Database } from '#platform';
import type { TestDatabase } from '../support/database.js';
import { type Asker, Community, type Hub, hubOn, openHubDatabase, PASSWORD } from './hub.js';

const TOKEN = 'mutation ($input: SignInInput!) { issueToken(input: $input) { token } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { endedSessions } }';
const EMAIL = 'clerk@dane.example.org';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('throttling', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let second: Database;
  let other: Hub;
  let community: Community;
  let coordinator: string;
  let clerk: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    second = await opened.again();
    other = await hubOn(opened, {}, second);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    const dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
    clerk = await community.person(dane, ['VIEWER'], { email: EMAIL, password: PASSWORD });
  });
  afterAll(async () => {
    await hub.app.close();
    await other.app.close();
    await second.close();
    await opened.close();
  });

  let addresses = 0;
  /** A try from an address that nobody else uses, unless one is given. */
  const attempt = async (
    input: object = {},
    { address, by = hub, mutation = TOKEN }: { address?: string; by?: Hub; mutation?: string } = {},
  ) => {
    addresses += 1;
    const from: Asker = { address: address ?? `2001:db8:${addresses.toString(16)}::1` };
    const { errors } = await by.ask(mutation, { input: { email: EMAIL, password: 'wrong', ...input } }, from);
    return errors[0]?.code ?? 'in';
  };
  const fail = async (times: number, input: object = {}) => {
    const codes = [];
    for (let n = 0; n < times; n += 1) codes.push(await attempt(input));
    return codes;
  };
  const right = { password: PASSWORD };

  it('lets ten wrong passwords through to an account, and then not even the right one', async () => {
    expect(new Set(await fail(10))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await fail(3)).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await attempt(right)).toBe('RATE_LIMITED');
    hub.clock.advance(15 * MINUTE);
    expect(await attempt(right)).toBe('in');
  });

  it('forgets the failures of an account with the first success', async () => {
    await fail(9);
    expect(await attempt(right)).toBe('in');
    expect(new Set(await fail(9))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await attempt(right)).toBe('in');
  });

  it('does the same for an account that does not exist, word for word', async () => {
    const ask = (email: string, address: string) =>
      hub.ask(TOKEN, { input: { email, password: 'wrong' } }, { address });
    for (let n = 0; n < 12; n += 1) {
      const [known, unknown] = await Promise.all([
        ask(EMAIL, `192.0.2.${n}`),
        ask('nobody@example.org', `198.51.100.${n}`),
      ]);
      expect(known).toEqual(unknown);
      expect(known.errors).toMatchObject([{ code: n < 10 ? 'UNAUTHENTICATED' : 'RATE_LIMITED' }]);
    }
  });

  it('counts one account however its address is written', async () => {
    const ways = [EMAIL, EMAIL.toUpperCase(), ` ${EMAIL} `, 'Clerk@Dane.Example.Org', `\u200b${EMAIL}`];
    for (let n = 0; n < 10; n += 1) await attempt({ email: ways[n % ways.length] });
    for (const email of ways) expect(await attempt({ email, ...right })).toBe('RATE_LIMITED');
  });

  it('counts every way of trying a password: cookie, token, change of password', async () => {
    const { data } = await hub.ask(
      TOKEN,
      { input: { email: EMAIL, password: PASSWORD } },
      { address: '192.0.2.99' },
    );
    const asker = { authorization: `Bearer ${data?.issueToken.token}`, address: '192.0.2.98' };
    const change = async (currentPassword: string) => {
      const { errors } = await hub.ask(
        CHANGE,
        { input: { currentPassword, newPassword: 'lantern orchard velvet 29' } },
        asker,
      );
      return errors[0]?.code ?? 'changed';
    };
    for (let n = 0; n < 4; n += 1) expect(await change('wrong')).toBe('BAD_INPUT');
    for (let n = 0; n < 3; n += 1) expect(await attempt({}, { mutation: SIGN_IN })).toBe('UNAUTHENTICATED');
    expect(new Set(await fail(3))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await change(PASSWORD)).toBe('RATE_LIMITED');
    expect(await attempt(right, { mutation: SIGN_IN })).toBe('RATE_LIMITED');
    expect(await attempt(right)).toBe('RATE_LIMITED');
  });

  it('lets none slip through that come at once, also at two hubs', async () => {
    const codes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => attempt({}, { by: n % 2 ? hub : other })),
    );
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(30);
    expect(await attempt(right, { by: other })).toBe('RATE_LIMITED');
  });

  it('makes wait longer each time, and locks after a hundred until the password is reset', async () => {
    const tries: string[] = [];
    for (
      let hours = 0;
      hours < 200 && tries.filter((code) => code === 'UNAUTHENTICATED').length < 100;
      hours += 1
    ) {
      tries.push(...(await fail(11)));
      hub.clock.advance(HOUR);
    }
    expect(tries.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(100);
    hub.clock.advance(365 * 24 * HOUR);
    expect(await attempt(right)).toBe('RATE_LIMITED');
    const { link } = await hub.get(Invite).reset(await community.as(coordinator), { personId: clerk });
    const password = 'lantern orchard velvet 29';
    await hub.get(AcceptInvitation).accept({ token: new URL(link ?? '').hash.slice(1), password });
    expect(await attempt({ password })).toBe('in');
  });

  it('lets fifty failures through from one network, whatever the accounts, and then nobody from there', async () => {
    const address = '192.0.2.7';
    const codes = [];
    for (let n = 0; n < 51; n += 1)
      codes.push(await attempt({ email: `person${n}@guess.example` }, { address }));
    expect(codes.slice(0, 50)).not.toContain('RATE_LIMITED');
    expect(codes[50]).toBe('RATE_LIMITED');
    expect(await attempt(right, { address })).toBe('RATE_LIMITED');
    expect(await attempt(right, { address: `::ffff:${address}` })).toBe('RATE_LIMITED');
    expect(await attempt(right, { address: '192.0.2.8' })).toBe('in');
    hub.clock.advance(15 * MINUTE);
    expect(await attempt(right, { address })).toBe('in');
  });

  it('takes the 64 bits of an IPv6 network for one', async () => {
    const at = (n: number) => ({ address: `2001:db8:ffff:1::${n.toString(16)}` });
    for (let n = 0; n < 50; n += 1) await attempt({ email: `person${n}@guess.example` }, at(n));
    expect(await attempt(right, at(77))).toBe('RATE_LIMITED');
    expect(await attempt(right, { address: '2001:db8:ffff:2::1' })).toBe('in');
  });

  it('does not count those who sign in: an office behind one address is let in', async () => {
    const address = '203.0.113.5';
    for (let n = 0; n < 60; n += 1) expect(await attempt(right, { address })).toBe('in');
  });

  it('keeps no address of anybody, and forgets', async () => {
    const rows = () => hub.database.read((tx) => tx.rows(sql`SELECT * FROM sign_in_failure`));
    await attempt({}, { address: '192.0.2.7' });
    expect(await rows()).toHaveLength(2);
    expect(JSON.stringify(await rows())).not.toMatch(/example|192/);
    hub.clock.advance(31 * 24 * HOUR);
    await attempt({ email: 'other@example.org' }, { address: '192.0.2.9' });
    expect(await rows()).toHaveLength(2);
  });

  it('is undone by no malformed input: what is refused at the edge is not counted', async () => {
    for (let n = 0; n < 20; n += 1)
      expect(await attempt({ email: 'not an address' }, { address: '192.0.2.7' })).toBe('BAD_INPUT');
    expect(await attempt(right, { address: '192.0.2.7' })).toBe('in');
  });
});
