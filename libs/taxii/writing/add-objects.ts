import { Injectable } from '@nestjs/common';
import { type Principal, TLPS } from '#access';
import { Acting } from '#audit';
import { KeepObjects, Settings, toKeep } from '#indicators';
import { Clock, Ids, timestamp, unauthenticated } from '#platform';
import { TaxiiError } from '../protocol/answer.js';
import { writeMoment } from '../protocol/moment.js';
import type { Place } from '../reading/read-objects.js';
import { type Failed, type Received, readEnvelope } from './read-envelope.js';
import { Statuses } from './statuses.js';

/** TAXII 2.1, section 4.3.1. A list that would be empty is left out. */
export interface Status {
  readonly id: string;
  readonly status: 'complete';
  readonly request_timestamp: string;
  readonly total_count: number;
  readonly success_count: number;
  readonly successes?: readonly { readonly id: string; readonly version: string }[];
  readonly failure_count: number;
  readonly failures?: readonly Failed[];
  readonly pending_count: 0;
}

/** Adds the objects of an envelope to a collection, for its region: TAXII 2.1, section 5.5. */
@Injectable()
export class AddObjects {
  constructor(
    private readonly acting: Acting,
    private readonly settings: Settings,
    private readonly keeping: KeepObjects,
    private readonly statuses: Statuses,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws TaxiiError 403, 422 */
  async perform(principal: Principal, { root, collection }: Place, body: string): Promise<Status> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    if (!collection.canWrite || !collection.holds.region)
      throw new TaxiiError(403, 'You may not write to this collection.');
    const { code } = collection.holds.region;
    const now = timestamp(this.clock.now());
    const { received, failed } = readEnvelope(body, now);
    const input = { collection: collection.alias, objects: received.map(({ id, version }) => [id, version]) };
    const deed = { principal, action: 'indicator.add', operation: 'taxii.addObjects', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const done: Received[] = [];
      const refused: Failed[] = [...failed];
      for (const tlp of TLPS) {
        const some = received.filter((one) => one.tlp === tlp);
        if (some.length === 0) continue;
        const setting = await this.settings.of(tx, principal, viewer, { audience: { regions: [code] }, tlp });
        const outcomes = await this.keeping.keep(
          tx,
          setting,
          some.map(({ object, version }) => toKeep(object, version, now)),
          now,
        );
        outcomes.forEach((message, place) => {
          const one = some[place];
          if (!one) return;
          if (message === null) done.push(one);
          else refused.push({ id: one.id, version: one.version, message });
        });
      }
      const status = this.statusOf(done, refused);
      await this.statuses.keep(tx, principal, root, status);
      tell({
        objectType: 'collection',
        objectId: collection.alias,
        detail: { added: status.success_count, refused: status.failure_count },
      });
      return status;
    });
  }

  private statusOf(done: readonly Received[], failures: readonly Failed[]): Status {
    const successes = done.map(({ id, version }) => ({ id, version }));
    return {
      id: this.ids.id(),
      status: 'complete',
      request_timestamp: writeMoment(this.clock.now().getTime() * 1_000),
      total_count: successes.length + failures.length,
      success_count: successes.length,
      ...(successes.length > 0 && { successes }),
      failure_count: failures.length,
      ...(failures.length > 0 && { failures }),
      pending_count: 0,
    };
  }
}
