import type { Outcome } from '../../channels/channel.js';
import { outcomeOfAnswer, outcomeOfError } from './answer.js';
import type { Posting } from './posting.js';
import { signature } from './sign.js';
import type { WebhookClient } from './webhook-client.js';

/** Signs, posts and judges the answer, or what kept it away. */
export async function post(
  client: WebhookClient,
  { id, url, secrets, at }: Posting,
  body: Uint8Array,
): Promise<Outcome> {
  const seconds = Math.floor(at / 1_000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Watchfire',
    'webhook-id': id,
    'webhook-timestamp': `${seconds}`,
    'webhook-signature': signature(secrets, { id, seconds, body }),
  };
  try {
    return outcomeOfAnswer(await client.post(new URL(url), headers, body), new Date(at));
  } catch (error) {
    return outcomeOfError(error);
  }
}
