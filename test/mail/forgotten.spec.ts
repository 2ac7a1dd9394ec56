import sql from 'sql-template-tag';
import { DeliveryWorker, SendLinks } from '#delivery';
import { Sessions } from '#identity';
import { Database, ManualClock } from '#platform';
import { openSmtpSink, type SmtpSink } from '../../libs/mail/sending/smtp.fixture.js';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { openOffices } from '../support/office-world.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FORGOTTEN =
  'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { noted } }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }';
const CLERK = 'clerk@office.example';
const password = 'walnut harbor pepper lantern';

describe('what the hub mails to oneself', () => {
  const clock = new ManualClock('2026-11-03T12:00:00.000Z');
  let hub: TestHub;
  let sink: SmtpSink;
  let desks: Awaited<ReturnType<typeof openOffices>>;

  beforeAll(async () => {
    sink = await openSmtpSink();
    hub = await startHub({
      clock,
      env: {
        WATCHFIRE_SMTP_URL: sink.url,
        WATCHFIRE_PUBLIC_URL: 'https://hub.example',
        WATCHFIRE_WORKER: 'off',
      },
    });
    desks = await openOffices(hub);
  });
  afterAll(async () => {
    await hub.close();
    await sink.close();
  });
  beforeEach(() => {
    sink.mails.length = 0;
    sink.refuseRecipient = null;
    clock.advance(DAY);
  });

  const request = (email: string) => ask(hub.url, null, FORGOTTEN, { input: { email } });
  const send = () => hub.app.get(SendLinks).catchUp();
  const waiting = async () => {
    const [row] = await hub.app
      .get(Database)
      .read((tx) => tx.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM password_request`));
    return Number(row?.n);
  };
  const tokens = () =>
    sink.to(CLERK).map(({ parsed }) => /invitation#(\S+)/.exec(parsed.text ?? '')?.[1] ?? '');
  const tokenOf = async (personId: string) => {
    const { app } = hub;
    const session = { personId, era: 0, userAgent: null };
    return (await app.get(Database).write((tx) => app.get(Sessions).open(tx, 'TOKEN', session))).secret;
  };
  const personOf = async (token: string) => {
    const me = '{ viewer { person { id } } }';
    const { data } = await ask<{ viewer: { person: { id: string } } | null }>(hub.url, token, me);
    return data?.viewer?.person.id;
  };
  const accept = (token = '') => ask(hub.url, null, ACCEPT, { input: { token, password } });

  it('answers alike whether there is an account, and writes only to whoever has one', async () => {
    const answers = [await request(CLERK), await request('nobody@office.example')];
    expect(answers).toEqual([{ data: { requestPasswordReset: { noted: true } } }, answers[0]]);
    expect(await waiting()).toBe(2);
    await send();
    expect(sink.mails.length).toBe(1);
    expect(await waiting()).toBe(0);
    await send();
    expect(sink.mails.length).toBe(1);
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
    clock.advance(31 * MINUTE);
    expect((await accept(tokens()[0])).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const session = await tokenOf(desks.clerk.personId);
    expect(await personOf(session)).toBe(desks.clerk.personId);
    await request(CLERK);
    await send();
    const token = tokens().at(-1);
    expect(await accept(token)).toEqual({ data: { acceptInvitation: { email: CLERK } } });
    expect((await accept(token)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(await personOf(session)).toBeUndefined();
  });

  it('keeps no link, and makes another where the mail did not go', async () => {
    sink.refuseRecipient = () => [451, 'try later'];
    await request(CLERK);
    await send();
    expect(await waiting()).toBe(1);
    sink.refuseRecipient = null;
    clock.advance(MINUTE);
    await send();
    expect(tokens().length).toBe(1);
    expect(await waiting()).toBe(0);
    await request(CLERK);
    clock.advance(31 * MINUTE);
    await send();
    expect(tokens().length).toBe(1);
  });

  it('tries an address with a mail to oneself, at most once a minute, by nobody else’s hand', async () => {
    const test = (token: string | null) =>
      ask(hub.url, token, 'mutation { testMail(input: {}) { deliveryId } }');
    expect((await test(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const token = await tokenOf(desks.distant.personId);
    expect((await test(token)).errors).toBeUndefined();
    expect((await test(token)).errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
    await hub.app.get(DeliveryWorker).drained();
    expect(sink.mails.map(({ to, parsed }) => [to, parsed.subject])).toEqual([
      ['distant@office.example', expect.stringContaining('reaches you')],
    ]);
  });
});
