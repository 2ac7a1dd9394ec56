import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Keyring, NETWORKS, type Networks, timestamp } from '#platform';
import type { Attempt, Due } from '../../channels/channel.js';
import { type Secrets, SigningSecrets } from '../endpoints/secrets.js';
import { outcomeOfAnswer, outcomeOfError } from './answer.js';
import { signature } from './sign.js';
import { WebhookClient } from './webhook-client.js';

/** Signs and posts. */
@Injectable()
export class SendWebhook implements OnApplicationShutdown {
  private readonly client: WebhookClient;
  private readonly secrets: SigningSecrets;

  constructor(
    @Inject(NETWORKS) networks: Networks,
    keyring: Keyring,
    private readonly clock: Clock,
  ) {
    this.client = new WebhookClient(networks);
    this.secrets = new SigningSecrets(keyring);
  }

  /** The id is that of the delivery; the timestamp is that of the attempt. */
  attempt({ id }: Pick<Due, 'id'>, endpoint: Secrets & { readonly url: string }, body: Uint8Array): Attempt {
    return async () => {
      const now = this.clock.now();
      const secrets = this.secrets.of(endpoint, timestamp(now));
      const seconds = Math.floor(now.getTime() / 1_000);
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Watchfire',
        'webhook-id': id,
        'webhook-timestamp': `${seconds}`,
        'webhook-signature': signature(secrets, { id, seconds, body }),
      };
      try {
        return outcomeOfAnswer(await this.client.post(new URL(endpoint.url), headers, body), now);
      } catch (error) {
        return outcomeOfError(error);
      }
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}
