import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Clock, CONFIG, type Config } from '#platform';
import { ReturnPaths } from '../bounces/return-paths.js';
import { htmlOf } from '../letter/html.js';
import { subjectOf } from '../letter/marks.js';
import { textOf } from '../letter/text.js';
import type { Mail, Sent } from './mail.js';
import { refusalOf, type SmtpError } from './refusals.js';

/** Where mail goes out, `null` where it does not. */
export const SMTP_URL = Symbol('SMTP_URL');

/** Connections to the server at once. */
export const MAILS_AT_ONCE = 8;
/** How long the server may take to answer. Milliseconds. */
const ANSWERS_WITHIN = 15_000;

/** Sends mail over SMTP. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: ReturnType<typeof open> | null;
  private readonly host: string;

  constructor(
    @Inject(SMTP_URL) url: string | null,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom' | 'publicUrl'>,
    private readonly clock: Clock,
    private readonly returnPaths: ReturnPaths,
  ) {
    this.transport = url === null ? null : open(url);
    this.host = new URL(config.publicUrl).hostname;
  }

  /** Whether mail goes out at all. */
  get isOn(): boolean {
    return this.transport !== null;
  }

  /** Ends within half a minute, and at once when the signal says so: then it throws. */
  async send(mail: Mail, signal: AbortSignal): Promise<Sent> {
    if (this.transport === null) return { state: 'LATER', cause: 'UNREACHABLE', said: 'no server is set' };
    try {
      const { response } = await this.transport.sendMail({ ...this.message(mail), signal });
      return { state: 'SENT', said: response };
    } catch (error) {
      signal.throwIfAborted();
      return refusalOf(error as SmtpError);
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private message({ id, deliveryId, to, letter, follows, unsubscribe, important }: Mail) {
    const returnPath = this.returnPaths.of(deliveryId);
    return {
      from: this.config.mailFrom,
      to,
      ...(returnPath === null ? {} : { envelope: { from: returnPath, to: to.address } }),
      subject: subjectOf(letter),
      text: textOf(letter),
      html: htmlOf(letter),
      date: this.clock.now(),
      messageId: this.messageId(id),
      ...(follows === undefined
        ? {}
        : { inReplyTo: this.messageId(follows), references: this.messageId(follows) }),
      ...(important ? { priority: 'high' as const } : {}),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'List-Id': `Watchfire <watchfire.${this.host}>`,
        ...(unsubscribe === undefined
          ? {}
          : {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  private messageId(id: string): string {
    return `<${id}@${this.host}>`;
  }
}

const open = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: MAILS_AT_ONCE,
    maxMessages: 500,
    connectionTimeout: ANSWERS_WITHIN,
    greetingTimeout: ANSWERS_WITHIN,
    socketTimeout: ANSWERS_WITHIN,
  });
