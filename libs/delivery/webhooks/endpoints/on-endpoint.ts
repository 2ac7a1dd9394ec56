import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { Principal } from '#access';
import { Acting } from '#audit';
import { Database, notFound, type WriteTx } from '#platform';
import { actionOn, type EndpointRow, endpointFor } from './stored.js';

type Input = { readonly id: string; readonly idempotencyKey?: string | null };

interface Done<T> {
  /** Plain JSON. */
  readonly result: T;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What is done to one endpoint by whoever runs it: the way through is the same for all. */
@Injectable()
export class OnEndpoint {
  constructor(
    private readonly acting: Acting,
    private readonly database: Database,
  ) {}

  /**
   * @param work does it, with the endpoint locked, and says what the audit entry is to tell beside its result, which a repetition
   * gets too
   * @throws Refusal NOT_FOUND for one that is not there or not the principal's to run, and what the work refuses
   */
  async perform<T>(
    principal: Principal,
    operation: string,
    input: Input,
    work: (tx: WriteTx, endpoint: EndpointRow) => Promise<Done<T>>,
  ): Promise<T> {
    const known = await this.database.read((tx) => endpointFor(tx, principal, input.id));
    const action = actionOn(known?.owner ?? 'PERSON');
    return this.acting.perform({ principal, action, operation, input }, async (tx, tell) => {
      const lock = tx.dialect === 'postgres' ? sql`FOR UPDATE` : empty;
      const endpoint = await endpointFor(tx, principal, input.id, lock);
      if (!endpoint) throw notFound();
      const { result, detail } = await work(tx, endpoint);
      tell({ objectType: 'webhookEndpoint', objectId: endpoint.id, ...(detail && { detail }) });
      return result;
    });
  }
}
