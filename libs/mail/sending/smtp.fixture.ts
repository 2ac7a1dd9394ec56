import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as a server took it, parsed as a reader's program does. */
export interface TakenMail {
  readonly to: string;
  readonly from: string;
  readonly raw: string;
  readonly parsed: Email;
  header(name: string): string | undefined;
}

/** What a server says to a recipient or of a message instead of taking it: `[550, '5.1.1 no such user']`. */
export type Refusal = readonly [code: number, words: string];

/** A real SMTP server on loopback that keeps what it takes. */
export interface SmtpSink {
  readonly url: string;
  readonly mails: TakenMail[];
  /** Refuses recipients from now on; `null` takes all. */
  refuseRecipient: ((address: string) => Refusal | null) | null;
  /** Refuses messages from now on. */
  refuseMessage: Refusal | null;
  /** What the answer to the so-manieth message waits for from now on; it is taken already. */
  hold: ((count: number) => Promise<void> | null) | null;
  /** How many messages were in the server's hands at once, at most. */
  most: number;
  to(address: string): TakenMail[];
  close(): Promise<void>;
}

export async function openSmtpSink(): Promise<SmtpSink> {
  let inHand = 0;
  const sink: SmtpSink = {
    url: '',
    mails: [],
    refuseRecipient: null,
    refuseMessage: null,
    hold: null,
    most: 0,
    to: (address) => sink.mails.filter((mail) => mail.to === address),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _, done) => done(failure(sink.refuseRecipient?.(address) ?? null)),
    onData: (stream, session, done) => {
      inHand += 1;
      sink.most = Math.max(sink.most, inHand);
      const answer = (error: Error | null = null) => {
        inHand -= 1;
        done(error);
      };
      void (async () => {
        const raw = await buffer(stream);
        if (sink.refuseMessage) return answer(failure(sink.refuseMessage));
        const parsed = await PostalMime.parse(raw);
        const { mailFrom, rcptTo } = session.envelope;
        sink.mails.push({
          to: rcptTo[0]?.address ?? '',
          from: mailFrom ? mailFrom.address : '',
          raw: raw.toString(),
          parsed,
          header: (name) => parsed.headers.find(({ key }) => key === name.toLowerCase())?.value,
        });
        await sink.hold?.(sink.mails.length);
        answer();
      })();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.on('error', () => {});
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, { url: `smtp://127.0.0.1:${port}` });
}

function failure(refusal: Refusal | null): (Error & { responseCode: number }) | null {
  return refusal && Object.assign(new Error(refusal[1]), { responseCode: refusal[0] });
}
