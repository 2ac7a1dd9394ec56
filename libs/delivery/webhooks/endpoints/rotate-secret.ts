import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import type { RotateWebhookSecretInput } from '#contract';
import { badInput, Clock, Keyring, timestamp } from '#platform';
import { newWebhookSecret } from '../posting/sign.js';
import { WebhookEndpoint } from './endpoint.entity.js';
import { OnEndpoint } from './on-endpoint.js';
import { secretsOf } from './secrets.js';

const HOUR = 60 * 60_000;
const MOST_HOURS = 168;

/** Gives endpoints new secrets. */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly on: OnEndpoint,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /**
   * The old secret signs beside the new one for a while; of three, the oldest ends at once.
   * @returns the endpoint's id and the new secret, which a repetition does not get again
   * @throws Refusal NOT_FOUND for one that is not there or not the principal's to run; BAD_INPUT
   */
  async rotate(
    principal: Principal,
    input: RotateWebhookSecretInput,
  ): Promise<{ id: string; secret: string | null }> {
    const hours = input.overlapHours ?? 24;
    if (hours < 0 || hours > MOST_HOURS) {
      throw badInput(['input', 'overlapHours'], `Give 0 to ${MOST_HOURS} hours.`);
    }
    let secret: string | null = null;
    const id = await this.on.perform(principal, 'rotateWebhookSecret', input, async (tx, endpoint) => {
      const now = this.clock.now();
      secret = newWebhookSecret();
      await tx.manager.update(WebhookEndpoint, endpoint.id, {
        secret: secretsOf(this.keyring).seal(endpoint.id, secret),
        previousSecret: hours > 0 ? endpoint.secret : null,
        previousUntil: hours > 0 ? timestamp(new Date(now.getTime() + hours * HOUR)) : null,
        updatedAt: timestamp(now),
      });
      return { result: endpoint.id, detail: { overlapHours: hours } };
    });
    return { id, secret };
  }
}
