import { Keyring, ManualClock } from '#platform';
import { ReturnPaths } from '../bounces/return-paths.js';
import type { Letter } from '../letter/letter.js';
import type { Mail } from './mail.js';
import { Mailer } from './mailer.js';
import { openSmtpSink, type SmtpSink } from './smtp.fixture.js';

const LETTER: Letter = {
  subject: 'High alert: Ärger with “pollbooks”',
  tlp: 'AMBER',
  status: 'ACTUAL',
  blocks: [{ kind: 'title', text: 'Ärger with <pollbooks>' }],
  footer: [{ kind: 'text', text: 'You get this because you asked for it.' }],
};
const MAIL: Mail = {
  id: '3f0c2a9e-0000-4000-8000-000000000001',
  deliveryId: '3f0c2a9e-0000-4000-8000-000000000001',
  to: { name: 'Desk, Dane County', address: 'desk@dane.example' },
  letter: LETTER,
};
const clock = new ManualClock('2026-11-03T12:00:00.000Z');
const keyring = new Keyring(['a secret for this test only, long enough']);
const comesBack = (bounceAddress: string | null) => new ReturnPaths({ bounceAddress }, keyring);
const never = new AbortController().signal;

describe('a mailer', () => {
  let sink: SmtpSink;
  let mailer: Mailer;

  beforeAll(async () => {
    sink = await openSmtpSink();
    mailer = new Mailer(
      sink.url,
      {
        mailFrom: 'Watchfire <alerts@hub.example>',
        publicUrl: 'https://hub.example',
      },
      clock,
      comesBack(null),
    );
  });
  afterAll(async () => {
    mailer.onModuleDestroy();
    await sink.close();
  });
  beforeEach(() => {
    sink.mails.length = 0;
    sink.refuseRecipient = null;
    sink.refuseMessage = null;
  });

  it('sends plain text and HTML to the one mailbox, with headers that programs understand', async () => {
    const unsubscribe = 'https://hub.example/unsubscribe/abc';
    const sent = await mailer.send({ ...MAIL, follows: 'first', unsubscribe, important: true }, never);
    expect(sent).toMatchObject({ state: 'SENT', said: expect.stringMatching(/^250/) });
    const [mail] = sink.mails;
    expect(mail?.to).toBe('desk@dane.example');
    expect(mail?.from).toBe('alerts@hub.example');
    expect(mail?.parsed).toMatchObject({
      from: { name: 'Watchfire', address: 'alerts@hub.example' },
      to: [{ name: 'Desk, Dane County', address: 'desk@dane.example' }],
      subject: '[TLP:AMBER] High alert: Ärger with “pollbooks”',
      messageId: `<${MAIL.id}@hub.example>`,
      inReplyTo: '<first@hub.example>',
      references: '<first@hub.example>',
      date: '2026-11-03T12:00:00.000Z',
      attachments: [],
    });
    expect(mail?.parsed.text).toContain('Ärger with <pollbooks>');
    expect(mail?.parsed.html).toContain('Ärger with &lt;pollbooks&gt;');
    expect(mail?.header('list-unsubscribe')).toBe(`<${unsubscribe}>`);
    expect(mail?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail?.header('auto-submitted')).toBe('auto-generated');
    expect(mail?.header('importance')).toMatch(/high/i);
    expect(mail?.header('content-type')).toMatch(/^multipart\/alternative/);
  });

  it('keeps the Message-ID when it sends once more, and names no list that cannot be left', async () => {
    await mailer.send(MAIL, never);
    await mailer.send(MAIL, never);
    expect(new Set(sink.mails.map(({ parsed }) => parsed.messageId)).size).toBe(1);
    expect(sink.mails[0]?.header('list-unsubscribe')).toBeUndefined();
    expect(sink.mails[0]?.header('in-reply-to')).toBeUndefined();
  });

  it.each([
    [550, '5.1.1 no such user', 'NEVER', 'GONE'],
    [550, 'no such user here', 'NEVER', 'GONE'],
    [550, '5.2.1 mailbox disabled', 'NEVER', 'GONE'],
    [550, '5.7.1 blocked by policy', 'NEVER', 'REJECTED'],
    [552, '5.2.2 mailbox full', 'NEVER', 'REJECTED'],
    [450, '4.2.1 try later', 'LATER', 'BUSY'],
    [452, '4.2.2 mailbox full', 'LATER', 'BUSY'],
  ] as const)('takes %i %s of a recipient for %s, %s', async (code, words, state, cause) => {
    sink.refuseRecipient = () => [code, words];
    const sent = await mailer.send(MAIL, never);
    expect(sent).toEqual({ state, cause, said: `${code} ${words}` });
    expect(sink.mails).toEqual([]);
  });

  it('never sends again what the server does not want, and later what it cannot take now', async () => {
    sink.refuseMessage = [554, '5.7.1 looks like spam'];
    expect(await mailer.send(MAIL, never)).toMatchObject({ state: 'NEVER', cause: 'REJECTED' });
    sink.refuseMessage = [451, '4.3.0 disk full'];
    expect(await mailer.send(MAIL, never)).toMatchObject({ state: 'LATER', cause: 'BUSY' });
  });

  it('tries later where nobody answers, and gives up at once when told to', async () => {
    const nobody = new Mailer(
      'smtp://127.0.0.1:9',
      {
        mailFrom: 'a@b.example',
        publicUrl: 'https://b.example',
      },
      clock,
      comesBack(null),
    );
    expect(await nobody.send(MAIL, never)).toMatchObject({ state: 'LATER', cause: 'UNREACHABLE' });
    await expect(mailer.send(MAIL, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(sink.mails).toEqual([]);
    nobody.onModuleDestroy();
  });

  it('sends nothing where no server is set', async () => {
    const off = new Mailer(
      null,
      { mailFrom: 'a@b.example', publicUrl: 'https://b.example' },
      clock,
      comesBack(null),
    );
    expect(off.isOn).toBe(false);
    expect(await off.send(MAIL, never)).toMatchObject({ state: 'LATER' });
  });
});
