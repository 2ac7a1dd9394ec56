import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** Mails that are kept: what is older makes room. */
const MOST_KEPT = 500;
const LARGEST = 1024 * 1024;

/** The folder in the data folder in which the demo's mail lies, a file a mail, named in the order in which it came. */
export const CAUGHT_MAIL = 'demo-mail';

/** An SMTP server on this computer that keeps what it is sent and sends nothing on: for the demo, which has people but no mailboxes. */
export class CaughtMail {
  private readonly server: SMTPServer;
  private count = 0;

  constructor(private readonly folder: string) {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: LARGEST,
      onData: (stream, _, done) => {
        this.keep(stream).then(
          () => done(),
          (error: Error) => done(error),
        );
      },
    });
  }

  /** @returns where to send mail */
  async listen(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    this.server.on('error', () => {});
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async keep(stream: SMTPServerDataStream): Promise<void> {
    const mail = await buffer(stream);
    this.count += 1;
    const order = `${Date.now()}`.padStart(15, '0');
    const name = `${order}-${process.pid}-${String(this.count).padStart(8, '0')}.eml`;
    await writeFile(join(this.folder, name), mail, { mode: 0o600 });
    if (this.count % MOST_KEPT === 0) await this.makeRoom();
  }

  private async makeRoom(): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).sort();
    await Promise.all(names.slice(0, -MOST_KEPT).map((name) => rm(join(this.folder, name), { force: true })));
  }
}
