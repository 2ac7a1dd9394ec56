import { join } from 'node:path';
import { Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '#platform';
import { ReturnPaths } from './bounces/return-paths.js';
import { CAUGHT_MAIL, CaughtMail } from './caught/caught-mail.js';
import { Mailer, SMTP_URL } from './sending/mailer.js';

/** Opens what stands in for a mail server in the demo. */
@Injectable()
export class DemoMailbox implements OnApplicationShutdown {
  private caught: CaughtMail | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'demo' | 'dataDir'>) {}

  /** Where mail goes out: the server that is set, in the demo without one a server that keeps what it gets, else nowhere. */
  async smtpUrl(): Promise<string | null> {
    const { smtpUrl, demo, dataDir } = this.config;
    if (smtpUrl !== null || !demo) return smtpUrl;
    this.caught = new CaughtMail(join(dataDir, CAUGHT_MAIL));
    return this.caught.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.caught?.close();
  }
}

@Module({
  providers: [
    DemoMailbox,
    { provide: SMTP_URL, useFactory: (mailbox: DemoMailbox) => mailbox.smtpUrl(), inject: [DemoMailbox] },
    ReturnPaths,
    Mailer,
  ],
  exports: [Mailer, ReturnPaths],
})
export class MailModule {}
