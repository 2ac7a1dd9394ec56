import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, CONFIG, type Config, Keyring } from '#platform';
import type { Attempt, Due } from '../../channels/channel.js';
import { type Secrets, SigningSecrets } from '../endpoints/secrets.js';
import { PostingThread } from '../posting/posting-thread.js';

/** Makes attempts of deliveries. */
@Injectable()
export class SendWebhook implements OnApplicationShutdown {
  private readonly thread: PostingThread;
  private readonly secrets: SigningSecrets;

  constructor(
    @Inject(CONFIG) { webhookNetworks }: Config,
    keyring: Keyring,
    private readonly clock: Clock,
  ) {
    this.thread = new PostingThread(webhookNetworks);
    this.secrets = new SigningSecrets(keyring);
  }

  /** The id is that of the delivery; the timestamp is that of the attempt. */
  attempt(
    { id }: Pick<Due, 'id'>,
    endpoint: Secrets & { readonly url: string },
    body: Uint8Array | Promise<Uint8Array>,
  ): Attempt {
    return async () => {
      const bytes = await body;
      const now = this.clock.now();
      const secrets = this.secrets.of(endpoint, now);
      return this.thread.post({ id, url: endpoint.url, secrets, at: now.getTime() }, bytes);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
