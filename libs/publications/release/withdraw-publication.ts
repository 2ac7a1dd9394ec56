import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { WithdrawPublicationInput } from '#contract';
import { badInput, cleanText, conflict, unauthenticated } from '#platform';
import type { Outcome } from './outcome.js';
import { assertMay, assertPresent, lockStanding, required } from './standing.js';
import { Withdraw } from './withdraw.js';

const LONGEST_REASON = 500;

/** Withdraws a publication. It never waits for a second person: what is wrong must be gone at once. */
@Injectable()
export class WithdrawPublication {
  constructor(
    private readonly acting: Acting,
    private readonly withdraw: Withdraw,
  ) {}

  /** @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT */
  async perform(principal: Principal, input: WithdrawPublicationInput): Promise<Outcome> {
    if (!principal.viewer) throw unauthenticated();
    const deed = {
      principal,
      action: 'publication.withdraw',
      operation: 'withdrawPublication',
      input,
    } as const;
    return this.acting.perform(deed, async (tx, tell): Promise<Outcome> => {
      const { id, supersededById = null } = input;
      const locked = await lockStanding(tx, principal, supersededById === null ? [id] : [id, supersededById]);
      const standing = required(locked, id);
      assertMay(principal, 'publication.withdraw', standing.originId);
      assertPresent(standing, null);
      const field = ['input', 'reason'];
      const reason = cleanText(input.reason, { field, min: 1, max: LONGEST_REASON, multiline: true });
      if (supersededById !== null) assertSupersedes(required(locked, supersededById), id);
      const { sequence, revisionId } = await this.withdraw.one(
        tx,
        principal,
        standing,
        reason,
        supersededById,
      );
      const detail = { what: 'WITHDRAWN', revisionId, sequence, supersededById: supersededById ?? undefined };
      tell({ objectType: 'publication', objectId: id, detail });
      return { outcome: 'RELEASED', publicationId: id, sequence };
    });
  }
}

function assertSupersedes(
  { id, state }: { readonly id: string; readonly state: string },
  withdrawnId: string,
): void {
  const field = ['input', 'supersededById'];
  if (id === withdrawnId) throw badInput(field, 'A publication does not supersede itself.');
  if (state === 'WITHDRAWN') throw conflict('That has been withdrawn itself.', { field });
}
