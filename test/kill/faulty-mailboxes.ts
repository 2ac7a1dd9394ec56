import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** How a mail server treats a mailbox: always, or the first time that something comes for it. */
export const MAIL_MANNERS = [
  'well',
  'busy',
  'refuses',
  'resets',
  'takes-and-resets',
  'hangs',
  'gone',
] as const;
export type MailManner = (typeof MAIL_MANNERS)[number];

/** A mail as its server took it. */
export interface GotMail {
  readonly to: string;
  readonly messageId: string;
  readonly publicationId: string;
}

export interface FaultyMailboxes {
  readonly url: string;
  readonly got: readonly GotMail[];
  close(): Promise<void>;
}

/** Mailboxes `MANNER.NUMBER@…` of a real SMTP server on loopback, which misbehaves as servers do. */
export async function startFaultyMailboxes(): Promise<FaultyMailboxes> {
  const got: GotMail[] = [];
  const asked = new Set<string>();
  const sockets = new Map<number, Socket>();
  const isFirst = (step: string, address: string): boolean => {
    const one = `${step} ${address}`;
    const first = !asked.has(one);
    asked.add(one);
    return first;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, done) => {
      const manner = mannerOf(address);
      if (manner === 'gone') return done(refusal(550, '5.1.1 no such user'));
      if (manner === 'busy' && isFirst('RCPT', address)) return done(refusal(450, '4.2.1 try later'));
      if (manner === 'resets' && isFirst('RCPT', address)) {
        sockets.get(session.remotePort)?.destroy();
        return;
      }
      done();
    },
    onData: (stream, session, done) => {
      void (async () => {
        const raw = await text(stream).catch(() => null);
        // Whoever sent it was killed in the middle.
        if (raw === null) return;
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const manner = mannerOf(to);
        if (manner === 'hangs' && isFirst('DATA', to)) return;
        if (manner === 'refuses' && isFirst('DATA', to)) return done(refusal(451, '4.3.0 disk full'));
        got.push({ to, ...told(raw) });
        if (manner === 'takes-and-resets' && isFirst('DATA', to)) sockets.get(session.remotePort)?.destroy();
        else done();
      })();
    },
  });
  server.server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    got,
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const mannerOf = (address: string): MailManner => address.split('.')[0] as MailManner;

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** What tells one mail from another; lines that quoted-printable broke are whole again. */
function told(raw: string): Omit<GotMail, 'to'> {
  const whole = raw.replace(/=\r?\n/g, '');
  return {
    messageId: /^message-id:\s*<([^>]+)>/im.exec(whole)?.[1] ?? '',
    publicationId: /publications\/([0-9a-f-]{36})/.exec(whole)?.[1] ?? '',
  };
}
