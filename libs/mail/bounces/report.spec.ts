import { bounceIn } from './report.js';

/** A report as mail servers write it, RFC 3464. */
const report = (fields: string, kind = 'delivery-status') =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      'To: bounces+x@hub.example',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${kind}; boundary="part"`,
      '',
      '--part',
      'Content-Type: text/plain',
      '',
      'I am sorry. Status: 5.1.1 Action: failed',
      '--part',
      `Content-Type: message/${kind}`,
      '',
      'Reporting-MTA: dns; mx.example',
      'Arrival-Date: Tue, 3 Nov 2026 12:00:00 +0000',
      '',
      fields,
      '',
      '--part',
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: [TLP:AMBER] High alert',
      '--part--',
      '',
    ].join('\r\n'),
  );

it.each([
  ['5.1.1', 'GONE'],
  ['5.1.10', 'GONE'],
  ['5.2.1', 'GONE'],
  ['5.2.2', 'REJECTED'],
  ['5.7.1', 'REJECTED'],
  ['5.0.0', 'REJECTED'],
] as const)('a failure of status %s counts as %s', async (status, cause) => {
  const mail = report(
    `Final-Recipient: rfc822; desk@dane.example\r\nACTION: Failed\r\nStatus: ${status} (about the mailbox)\r\nDiagnostic-Code: smtp; 550 no\r\n such user`,
  );
  expect(await bounceIn(mail)).toEqual({ cause, said: `${status} 550 no such user` });
});

it('the failure is found behind a recipient that was reached', async () => {
  const mail = report('Action: relayed\r\nStatus: 2.0.0\r\n\r\nAction: failed\r\nStatus: 5.1.1');
  expect(await bounceIn(mail)).toEqual({ cause: 'GONE', said: '5.1.1' });
});

it.each([
  ['a delay', report('Action: delayed\r\nStatus: 4.4.1')],
  ['a failure that may pass', report('Action: failed\r\nStatus: 4.2.2')],
  ['a success', report('Action: delivered\r\nStatus: 2.1.5')],
  [
    'a report that a mail was read',
    report('Disposition: automatic-action; displayed', 'disposition-notification'),
  ],
  ['fields that are none', report('Action\r\n: failed\r\nStatus 5.1.1')],
  [
    'an answer from holiday',
    Buffer.from('Subject: Out of office\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n'),
  ],
  ['nothing', Buffer.alloc(0)],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 31) % 256))],
])('%s is no bounce', async (_, mail) => {
  expect(await bounceIn(mail)).toBeNull();
});
