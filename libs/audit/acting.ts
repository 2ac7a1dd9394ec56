import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Action, heldKeys, mayEver, type Principal, type Viewer } from '#access';
import {
  badInput,
  Clock,
  conflict,
  Database,
  forbidden,
  idempotencyKeyReused,
  timestamp,
  unauthenticated,
  type WriteTx,
} from '#platform';
import { Audit, type AuditRecord } from './audit.js';
import { Rights } from './rights.js';

/** A mutation as it was asked for. */
export interface Deed {
  readonly principal: Principal;
  readonly action: Action;
  /** The mutation's name. */
  readonly operation: string;
  readonly input: object & { readonly idempotencyKey?: string | null };
}

/** Tells what the deed's audit entry is about; called once, as soon as it is known. */
export type Tell = (about: Omit<AuditRecord, 'action'>) => void;

/**
 * The one way through for everything that changes something: who may ever act so, one transaction, the first
 * result for a repeated request, and the audit entry in the same commit.
 */
@Injectable()
export class Acting {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly rights: Rights,
  ) {}

  /**
   * @param work does it. Its result is plain JSON, and is kept when there is an idempotency key; a secret that is
   * shown once is handed out beside it and never kept.
   * @throws Refusal UNAUTHENTICATED, FORBIDDEN, CONFLICT, BAD_INPUT, IDEMPOTENCY_KEY_REUSED, and what the work refuses
   */
  async perform<T>(deed: Deed, work: (tx: WriteTx, tell: Tell) => Promise<T>): Promise<T> {
    const { principal, action } = deed;
    if (principal.viewer === null) throw unauthenticated();
    if (!mayEver(principal.viewer, action, principal.scopes)) throw forbidden();
    const key = checkedKey(deed.input.idempotencyKey);
    const { viewer } = principal;
    return this.database.write(async (tx) => {
      await this.mustStand(tx, viewer);
      if (key === null) return this.carryOut(tx, deed, work);
      const first = await this.firstResult<T>(tx, deed, key);
      if (first) return first.result;
      const result = await this.carryOut(tx, deed, work);
      await this.keep(tx, deed, key, result);
      return result;
    });
  }

  /** A write may have waited its turn: what its principal could do when it was asked for must still be so. */
  private async mustStand(tx: WriteTx, asked: Viewer): Promise<void> {
    const now = await this.rights.now(tx, asked.personId);
    if (!now?.active || !now.member.active) throw unauthenticated('What you signed in with has ended.');
    if (!sameRights(asked, now)) throw conflict('Your rights have changed meanwhile. Try again.');
  }

  private async carryOut<T>(
    tx: WriteTx,
    { principal, action, operation }: Deed,
    work: (tx: WriteTx, tell: Tell) => Promise<T>,
  ): Promise<T> {
    let about: Omit<AuditRecord, 'action'> = {};
    const result = await work(tx, (told) => {
      about = told;
    });
    this.audit.append(tx, principal, {
      ...about,
      action,
      detail: { operation, ...about.detail },
    });
    return result;
  }

  private async firstResult<T>(tx: WriteTx, deed: Deed, key: string): Promise<{ result: T } | null> {
    if (tx.dialect === 'postgres') {
      await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${personOf(deed) + key}, 0))`);
    }
    const [kept] = await tx.rows<{ operation: string; input_digest: string; result: string }>(sql`
      SELECT operation, input_digest, result FROM first_result
      WHERE person_id = ${personOf(deed)} AND idempotency_key = ${key}`);
    if (!kept) return null;
    if (kept.operation !== deed.operation || kept.input_digest !== digest(deed.input)) {
      throw idempotencyKeyReused(['input', 'idempotencyKey']);
    }
    return { result: JSON.parse(kept.result) as T };
  }

  private async keep(tx: WriteTx, deed: Deed, key: string, result: unknown): Promise<void> {
    await tx.execute(sql`
      INSERT INTO first_result (person_id, idempotency_key, operation, input_digest, result, at)
      VALUES (${personOf(deed)}, ${key}, ${deed.operation}, ${digest(deed.input)},
        ${JSON.stringify(result)}, ${timestamp(this.clock.now())})`);
  }
}

const sameRights = (asked: Viewer, now: Viewer): boolean => {
  const told = (viewer: Viewer) => JSON.stringify([[...viewer.roles].sort(), [...heldKeys(viewer)].sort()]);
  return told(asked) === told(now);
};

const personOf = ({ principal }: Deed): string => principal.viewer?.personId ?? '';

function checkedKey(key: string | null | undefined): string | null {
  if (key == null) return null;
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) {
    throw badInput(['input', 'idempotencyKey'], 'Give 1 to 100 printable characters without spaces.');
  }
  return key;
}

/** The same for the same input, whatever the order in which its fields came. */
function digest(input: object): string {
  const ordered = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(ordered).digest('base64url');
}
