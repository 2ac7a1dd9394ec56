import { Injectable } from '@nestjs/common';
import { type Principal, TLPS } from '#access';
import { Acting } from '#audit';
import type { StixObject } from '#exchange';
import { type Details, KeepObjects, readDetails, readSubject, Settings, type ToKeep } from '#indicators';
import { Clock, Ids, Refusal, timestamp, unauthenticated } from '#platform';
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
          some.map((one) => toKeep(one, now)),
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

/** As it came, but for its markings: those are told anew with every answer. */
function toKeep({ id, version, object, markings }: Received, now: string): ToKeep {
  const { object_marking_refs: _, ...content } = object;
  return {
    objectId: id,
    type: object.type,
    version,
    unversioned: object.modified === undefined,
    content: JSON.stringify(content),
    markings,
    indicator: object.type === 'indicator' ? indicatorOf(object, now) : null,
  };
}

/** Only a STIX pattern that keeps to the grammar can be looked up; any other indicator is kept all the same. */
function indicatorOf(object: StixObject, now: string): ToKeep['indicator'] {
  const { pattern, pattern_type: language, confidence, valid_from: from, valid_until: until } = object;
  if (language !== 'stix' || typeof pattern !== 'string') return null;
  try {
    return {
      subject: readSubject({ pattern }, []),
      details: detailsOf(object, { from, until, confidence }, now),
      revoked: object.revoked === true,
    };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function detailsOf(
  object: StixObject,
  { from, until, confidence }: { from: unknown; until: unknown; confidence: unknown },
  now: string,
): Details {
  const moment = (value: unknown) => (typeof value === 'string' ? timestamp(new Date(value)) : null);
  const phases = Array.isArray(object.kill_chain_phases)
    ? (object.kill_chain_phases as Phase[]).slice(0, 10)
    : [];
  return readDetails(
    {
      description: typeof object.description === 'string' ? object.description.slice(0, 1_000) : null,
      confidence: typeof confidence === 'number' ? confidence : null,
      validFrom: moment(from),
      validUntil: moment(until),
      killChainPhases: phases.map((one) => ({ killChain: one.kill_chain_name, phase: one.phase_name })),
    },
    [],
    now,
  );
}

interface Phase {
  readonly kill_chain_name: string;
  readonly phase_name: string;
}
