import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Keyring, type SealedText, timestamp } from '#platform';
import type { Attempt, Due } from '../../channels/channel.js';
import { secretsOf, signingSecrets } from '../endpoints/secrets.js';
import type { EndpointRow } from '../endpoints/stored.js';
import { outcomeOfAnswer, outcomeOfError } from './answer.js';
import { NETWORKS, type Networks } from './networks.js';
import { signature } from './sign.js';
import { WebhookClient } from './webhook-client.js';

/** Signs and posts. */
@Injectable()
export class SendWebhook implements OnApplicationShutdown {
  private readonly client: WebhookClient;
  private readonly secrets: SealedText;

  constructor(
    @Inject(NETWORKS) networks: Networks,
    keyring: Keyring,
    private readonly clock: Clock,
  ) {
    this.client = new WebhookClient(networks);
    this.secrets = secretsOf(keyring);
  }

  /** The id is that of the delivery; the timestamp is that of the attempt. */
  attempt({ id }: Due, endpoint: EndpointRow, body: string): Attempt {
    return async (signal) => {
      const now = this.clock.now();
      const secrets = signingSecrets(this.secrets, endpoint, timestamp(now));
      const seconds = Math.floor(now.getTime() / 1_000);
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Watchfire',
        'webhook-id': id,
        'webhook-timestamp': `${seconds}`,
        'webhook-signature': signature(secrets, { id, seconds, body }),
      };
      try {
        return outcomeOfAnswer(await this.client.post(new URL(endpoint.url), headers, body, signal), now);
      } catch (error) {
        if (signal.aborted) throw error;
        return outcomeOfError(error);
      }
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}
