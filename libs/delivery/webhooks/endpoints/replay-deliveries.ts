import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import type { ReplayWebhookDeliveriesInput, TestWebhookEndpointInput } from '#contract';
import { amongIds } from '#members';
import { badInput, Clock, conflict, Ids, timestamp, type WriteTx } from '#platform';
import { numberOfId } from '../../queue/delivery-view.js';
import { PutDeliveries } from '../../queue/put-deliveries.js';
import { sendAgain } from '../../queue/waiting.js';
import { wakeReach } from '../../reach/watch-reach.js';
import { OnEndpoint } from './on-endpoint.js';
import type { EndpointRow } from './stored.js';

const MOST_IDS = 100;
const MOST_AT_ONCE = 10_000;

/** Has endpoints sent to on request: a try, or once more what was sent or could not be. */
@Injectable()
export class ReplayDeliveries {
  constructor(
    private readonly on: OnEndpoint,
    private readonly deliveries: PutDeliveries,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the delivery's id and the endpoint's
   * @throws Refusal NOT_FOUND for one that is not there or not the principal's to run; CONFLICT while it is disabled
   */
  test(
    principal: Principal,
    input: TestWebhookEndpointInput,
  ): Promise<{ endpointId: string; deliveryId: string }> {
    return this.on.perform(principal, 'testWebhookEndpoint', input, async (tx, endpoint) => {
      mustBeActive(endpoint);
      const { id: address, personId, memberId } = endpoint;
      const id = this.ids.id();
      const which = { reason: 'TEST', step: numberOfId(id), urgent: true } as const;
      await this.deliveries.put(tx, [{ id, channel: 'WEBHOOK', address, personId, memberId, ...which }]);
      return { result: { endpointId: address, deliveryId: id } };
    });
  }

  /**
   * What is still to be sent is left as it is. Whether something may be sent is asked anew, as always.
   * @returns the endpoint's id and how many deliveries are sent again
   * @throws Refusal NOT_FOUND for one that is not there or not the principal's to run; BAD_INPUT; CONFLICT while it is disabled
   */
  async replay(
    principal: Principal,
    input: ReplayWebhookDeliveriesInput,
  ): Promise<{ endpointId: string; count: number }> {
    const which = chosen(input);
    return this.on.perform(principal, 'replayWebhookDeliveries', input, async (tx, { id, state }) => {
      mustBeActive({ state });
      const count = await this.requeue(tx, id, which(tx));
      return { result: { endpointId: id, count }, detail: { count } };
    });
  }

  private async requeue(tx: WriteTx, endpointId: string, which: Sql): Promise<number> {
    const over = sql`
      SELECT id FROM delivery WHERE channel = 'WEBHOOK' AND address = ${endpointId}
        AND state IN ('SENT', 'FAILED') AND ${which}
      ORDER BY planned_at, id LIMIT ${MOST_AT_ONCE}`;
    const again = await sendAgain(tx, over, timestamp(this.clock.now()));
    wakeReach(
      tx,
      again.map(({ publicationId }) => publicationId),
    );
    return again.length;
  }
}

function mustBeActive({ state }: Pick<EndpointRow, 'state'>): void {
  if (state !== 'ACTIVE')
    throw conflict('This endpoint is disabled. Enable it first.', { field: ['input', 'id'] });
}

/** @throws Refusal BAD_INPUT unless exactly one way to choose is given */
function chosen(input: ReplayWebhookDeliveriesInput): (tx: WriteTx) => Sql {
  const { deliveryIds, from, until, failed } = input;
  const ways = [deliveryIds != null, from != null, failed === true].filter(Boolean).length;
  if (ways !== 1) throw badInput(['input'], 'Give one of `deliveryIds`, `from`, or `failed: true`.');
  if (until != null && from == null) throw badInput(['input', 'until'], 'This goes with `from` only.');
  if (deliveryIds != null) {
    if (deliveryIds.length > MOST_IDS) {
      throw badInput(['input', 'deliveryIds'], `Name at most ${MOST_IDS} at once.`);
    }
    return (tx) => sql`id ${amongIds(tx, [...new Set(deliveryIds)])}`;
  }
  if (from == null) return () => sql`state = 'FAILED'`;
  const end = until == null ? sql`1 = 1` : sql`planned_at < ${until}`;
  return () => sql`planned_at >= ${from} AND ${end}`;
}
