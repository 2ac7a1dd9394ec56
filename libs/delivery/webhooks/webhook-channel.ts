import { Injectable } from '@nestjs/common';
import type { Tx, WriteTx } from '#platform';
import type { Channel, Due, Settled, Telling } from '../channels/channel.js';
import { EndpointHealth } from './outgoing/endpoint-health.js';
import { PlanWebhooks } from './outgoing/plan-webhooks.js';
import { PrepareWebhooks } from './outgoing/prepare-webhooks.js';

const AT_ONCE = 2_048;
const AT_ONCE_TO_ONE = 8;
/** To connect and to be answered; milliseconds. */
const LONGEST = 20_000;

/** Posts releases to webhook endpoints. */
@Injectable()
export class WebhookChannel implements Channel {
  readonly name = 'WEBHOOK';
  readonly atOnce = AT_ONCE;
  readonly atOnceToOne = AT_ONCE_TO_ONE;
  readonly longest = LONGEST;
  readonly deaf = true;

  constructor(
    private readonly planning: PlanWebhooks,
    private readonly preparing: PrepareWebhooks,
    private readonly health: EndpointHealth,
  ) {}

  plan(tx: Tx, telling: Telling) {
    return this.planning.of(tx, telling);
  }

  prepare(due: readonly Due[]) {
    return this.preparing.of(due);
  }

  settled(tx: WriteTx, settled: readonly Settled[]): Promise<void> {
    return this.health.note(tx, settled);
  }
}
