import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type Bounce, bounceIn } from './report.js';
import type { ReturnPaths } from './return-paths.js';

/** Reports quote what came back, as a rule its headers only. Bytes. */
const LARGEST = 1024 * 1024;
const MOST_CONNECTIONS = 20;
/** How long a client may say nothing. Milliseconds. */
const PATIENCE = 30_000;

/**
 * Takes note of a bounce. It is acknowledged to the mail server only once this has resolved to true; else that is to come again
 * later.
 */
export type OnBounce = (deliveryId: string, bounce: Bounce) => Promise<boolean>;

/**
 * An SMTP server that takes reports of mail which came back, and nothing else: a recipient that the hub did not make is refused. The
 * community's own mail server hands them on to it.
 */
export class BounceServer {
  private readonly server: SMTPServer;

  constructor(
    private readonly paths: ReturnPaths,
    private readonly onBounce: OnBounce,
    private readonly report: (error: unknown) => void,
  ) {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: LARGEST,
      maxClients: MOST_CONNECTIONS,
      socketTimeout: PATIENCE,
      closeTimeout: 1_000,
      onRcptTo: ({ address }, _, done) => {
        done(this.paths.deliveryOf(address) === null ? refusal(550, '5.1.1 No such address') : null);
      },
      onData: (stream, session, done) => {
        this.take(stream, session)
          .catch((error: unknown) => {
            this.report(error);
            return false;
          })
          .then((taken) => done(taken ? null : refusal(451, '4.3.0 Try again later')));
      },
    });
  }

  /** @returns the port. Rejects where it cannot listen there. */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    this.server.on('error', (error) => this.report(error));
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<boolean> {
    const mail = await all(stream);
    const bounce = mail && (await bounceIn(mail));
    if (bounce === null) return true;
    let taken = true;
    for (const { address } of envelope.rcptTo) {
      const deliveryId = this.paths.deliveryOf(address);
      if (deliveryId !== null && !(await this.onBounce(deliveryId, bounce))) taken = false;
    }
    return taken;
  }
}

/** What came, to its end; `null` for what is too large to be a report, which is thrown away. */
async function all(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= LARGEST) chunks.push(chunk);
  }
  return bytes > LARGEST ? null : Buffer.concat(chunks);
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
