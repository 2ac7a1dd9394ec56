import sql from 'sql-template-tag';
import { DeliveryWorker, SendLinks } from '#delivery';
import { Sessions } from '#identity';
import { Database } from '#platform';
import { ask } from '../support/graphql.js';
import { MailingHub } from './mailing-hub.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FORGOTTEN =
  'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { noted } }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }';
const CLERK = 'clerk@office.example';
const password = 'walnut harbor pepper lantern';

describe('what the hub mails to oneself', () => {
  let mailing: MailingHub;

  beforeAll(async () => {
    mailing = await MailingHub.open();
  });
  afterAll(() => mailing.close());
  beforeEach(() => {
    mailing.sink.mails.length = 0;
    mailing.sink.refuseRecipient = null;
    mailing.clock.advance(DAY);
  });

  const request = (email: string) => ask(mailing.hub.url, null, FORGOTTEN, { input: { email } });
  const send = () => mailing.hub.app.get(SendLinks).catchUp();
  const waiting = async () => {
    const [row] = await mailing.hub.app
      .get(Database)
      .read((tx) => tx.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM password_request`));
    return Number(row?.n);
  };
  const tokens = () =>
    mailing.sink.to(CLERK).map(({ parsed }) => /invitation#(\S+)/.exec(parsed.text ?? '')?.[1] ?? '');
  const tokenOf = async (personId: string) => {
    const { app } = mailing.hub;
    const session = { personId, era: 0, userAgent: null };
    return (await app.get(Database).write((tx) => app.get(Sessions).open(tx, 'TOKEN', session))).secret;
  };
  const personOf = async (token: string) => {
    const me = '{ viewer { person { id } } }';
    const { data } = await ask<{ viewer: { person: { id: string } } | null }>(mailing.hub.url, token, me);
    return data?.viewer?.person.id;
  };
  const accept = (token = '') => ask(mailing.hub.url, null, ACCEPT, { input: { token, password } });

  it('answers alike whether there is an account, and writes only to whoever has one', async () => {
    const answers = [await request(CLERK), await request('nobody@office.example')];
    expect(answers).toEqual([{ data: { requestPasswordReset: { noted: true } } }, answers[0]]);
    expect(await waiting()).toBe(2);
    await send();
    expect(mailing.sink.mails.length).toBe(1);
    expect(await waiting()).toBe(0);
    await send();
    expect(mailing.sink.mails.length).toBe(1);
  });

  it('refuses what is no address, and more than five a day for one mailbox, there or not', async () => {
    expect((await request('no address')).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'email'],
    });
    for (const email of [CLERK, 'nobody@office.example']) {
      const codes: unknown[] = [];
      for (let n = 0; n < 6; n += 1) codes.push((await request(email)).errors?.[0]?.extensions?.code);
      expect(codes).toEqual([...Array(5).fill(undefined), 'RATE_LIMITED']);
    }
    await send();
    expect(tokens().length).toBe(5);
    expect((await accept(tokens()[0])).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('ends all sessions by a link that is good once, for half an hour', async () => {
    await request(CLERK);
    await send();
    mailing.clock.advance(31 * MINUTE);
    expect((await accept(tokens()[0])).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const session = await tokenOf(mailing.desks.clerk.personId);
    expect(await personOf(session)).toBe(mailing.desks.clerk.personId);
    await request(CLERK);
    await send();
    const token = tokens().at(-1);
    expect(await accept(token)).toEqual({ data: { acceptInvitation: { email: CLERK } } });
    expect((await accept(token)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(await personOf(session)).toBeUndefined();
  });

  it('leaves the link that a coordinator made, until one of the two is used', async () => {
    const RESET =
      'mutation ($input: CreatePasswordResetInput!) { createPasswordReset(input: $input) { link } }';
    const { data } = await ask<{ createPasswordReset: { link: string } }>(
      mailing.hub.url,
      await tokenOf(mailing.desks.operator.personId),
      RESET,
      { input: { personId: mailing.desks.clerk.personId } },
    );
    const handed = data?.createPasswordReset.link.split('#')[1];
    await request(CLERK);
    await send();
    const mailed = tokens()[0];
    expect(await accept(handed)).toEqual({ data: { acceptInvitation: { email: CLERK } } });
    expect((await accept(mailed)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await accept(handed)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('keeps no link, and makes another where the mail did not go', async () => {
    mailing.sink.refuseRecipient = () => [451, 'try later'];
    await request(CLERK);
    await send();
    expect(await waiting()).toBe(1);
    mailing.sink.refuseRecipient = null;
    mailing.clock.advance(MINUTE);
    await send();
    expect(tokens().length).toBe(1);
    expect(await waiting()).toBe(0);
    await request(CLERK);
    mailing.clock.advance(31 * MINUTE);
    await send();
    expect(tokens().length).toBe(1);
  });

  it('tries an address with a mail to oneself, at most once a minute, by nobody else’s hand', async () => {
    const test = (token: string | null) =>
      ask(mailing.hub.url, token, 'mutation { testMail(input: {}) { deliveryId } }');
    expect((await test(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const token = await tokenOf(mailing.desks.distant.personId);
    expect((await test(token)).errors).toBeUndefined();
    expect((await test(token)).errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
    await mailing.hub.app.get(DeliveryWorker).drained();
    expect(mailing.sink.mails.map(({ to, parsed }) => [to, parsed.subject])).toEqual([
      ['distant@office.example', expect.stringContaining('reaches you')],
    ]);
  });
});
