import { createTransport } from 'nodemailer';
import sql from 'sql-template-tag';
import { ReturnPaths } from '#mail';
import { Database } from '#platform';
import { BounceDoor } from '../../apps/hub/src/bounce-door.js';
import type { TakenMail } from '../../libs/mail/sending/smtp.fixture.js';
import { MailingHub } from './mailing-hub.js';

const DAY = 24 * 60 * 60_000;

describe('mail that comes back later', () => {
  let mailing: MailingHub;
  let coordinator: string;

  beforeAll(async () => {
    mailing = await MailingHub.open({
      WATCHFIRE_BOUNCE_ADDRESS: 'bounces@hub.example',
      WATCHFIRE_BOUNCE_LISTEN: '127.0.0.1:0',
    });
    await mailing.community.subscribe(mailing.desks.clerk.personId);
    coordinator = await mailing.community.person(mailing.desks.clerk.memberId, 'COORDINATOR', 'VIEWER');
  });
  afterAll(() => mailing.close());

  /** Posts something, and gives the clerk's mail, if it goes out. */
  const mailOf = async (severity: 'HIGH' | 'SEVERE'): Promise<TakenMail | undefined> => {
    mailing.sink.mails.length = 0;
    await mailing.community.publish(mailing.desks.official.personId, { severity });
    await mailing.work();
    return mailing.sink.to('clerk@office.example')[0];
  };
  /** Hands a report on, as the community's mail server does. @returns what the hub says to it */
  const comesBack = async (to: string, status = '5.1.1', action = 'failed'): Promise<string> => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: mailing.hub.app.get(BounceDoor).port as number,
    });
    const report = [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=part\r\n\r\n--part',
      'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n',
      `Action: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 no such user\r\n--part--\r\n`,
    ].join('\r\n');
    try {
      const sent = await transport.sendMail({ envelope: { from: '', to }, raw: report });
      return sent.response;
    } catch (error) {
      return (error as Error).message;
    } finally {
      transport.close();
    }
  };
  const ledger = async (mail: TakenMail | undefined) => {
    const id = mailing.hub.app.get(ReturnPaths).deliveryOf(mail?.from ?? '');
    const [row] = await mailing.hub.app
      .get(Database)
      .read((tx) => tx.rows(sql`SELECT state, cause, said FROM delivery WHERE id = ${id}`));
    return row;
  };
  const noticesTo = async (personId: string) => {
    const [row] = await mailing.hub.app
      .get(Database)
      .read((tx) => tx.rows<{ email: string }>(sql`SELECT email FROM person WHERE id = ${personId}`));
    return mailing.sink.to(row?.email ?? '').map(({ parsed }) => parsed.subject);
  };

  it('is a failure in the ledger, of which the coordinators are told once', async () => {
    const mail = await mailOf('HIGH');
    expect(mail?.from).toMatch(/^bounces\+[0-9a-f]{48}@hub\.example$/);
    expect(await ledger(mail)).toMatchObject({ state: 'SENT' });
    expect(await comesBack(mail?.from ?? '')).toMatch(/^250/);
    expect(await comesBack(mail?.from.toUpperCase() ?? '')).toMatch(/^250/);
    expect(await ledger(mail)).toEqual({ state: 'FAILED', cause: 'GONE', said: '5.1.1 550 no such user' });
    await mailing.work();
    await mailing.work();
    expect(await noticesTo(coordinator)).toEqual(['Mail to Desk of Dane County Election Office comes back']);
  });

  it('is tried again only for what is severe, and fails no more once five days have passed', async () => {
    expect(await mailOf('HIGH')).toBeUndefined();
    expect(await mailOf('SEVERE')).toBeDefined();
    expect(await mailOf('HIGH')).toBeUndefined();
    mailing.clock.advance(5 * DAY + 1);
    expect(await mailOf('SEVERE')).toBeDefined();
    expect(await mailOf('HIGH')).toBeDefined();
  });

  it('says nothing of the address where the mail was not wanted, or is late', async () => {
    const refused = await mailOf('HIGH');
    expect(await comesBack(refused?.from ?? '', '5.7.1')).toMatch(/^250/);
    expect(await ledger(refused)).toMatchObject({ state: 'FAILED', cause: 'REJECTED' });
    const late = await mailOf('HIGH');
    expect(await comesBack(late?.from ?? '', '4.4.1', 'delayed')).toMatch(/^250/);
    expect(await ledger(late)).toMatchObject({ state: 'SENT' });
    await mailing.work();
    expect(await noticesTo(coordinator)).toEqual([]);
    expect(await mailOf('HIGH')).toBeDefined();
  });

  it('is asked for again where the ledger does not say yet that it was sent', async () => {
    mailing.sink.mails.length = 0;
    mailing.sink.refuseRecipient = () => [451, '4.7.1 try later'];
    await mailing.community.publish(mailing.desks.official.personId, { severity: 'HIGH' });
    await mailing.work();
    mailing.sink.refuseRecipient = null;
    const [waiting] = await mailing.hub.app
      .get(Database)
      .read((tx) => tx.rows<{ id: string }>(sql`SELECT id FROM delivery WHERE state = 'RETRYING'`));
    const address = mailing.hub.app.get(ReturnPaths).of(waiting?.id ?? '') as string;
    expect(await comesBack(address)).toMatch(/451 4\.3\.0 Try again later/);
  });

  it.each([
    'bounces@hub.example',
    'someone@hub.example',
    `bounces+${'0'.repeat(48)}@hub.example`,
    `bounces+${'0'.repeat(48)}@elsewhere.example`,
  ])('is refused to %s, which the hub did not make', async (address) => {
    expect(await comesBack(address)).toMatch(/550 5\.1\.1 No such address/);
  });
});
