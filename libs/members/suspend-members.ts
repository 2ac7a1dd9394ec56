import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal } from '#access';
import { Acting } from '#audit';
import type { ReinstateMemberInput, SuspendMemberInput } from '#contract';
import { Clock, cleanText, conflict, forbidden, timestamp } from '#platform';
import { AccessChanges, releaseHead } from './access-changes.js';
import { Members } from './members.js';

export const MOST_REASON = 500;

/** Shuts a member out and lets it in again. */
@Injectable()
export class SuspendMembers {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly accessChanges: AccessChanges,
    private readonly clock: Clock,
  ) {}

  /** Its people hold no keys from now on, and what they signed in with is void. @throws Refusal NOT_FOUND, CONFLICT */
  suspend(principal: Principal, input: SuspendMemberInput): Promise<{ memberId: string }> {
    return this.acting.perform(
      { principal, action: 'member.suspend', operation: 'suspendMember', input },
      async (tx, tell) => {
        const reason = cleanText(input.reason, {
          field: ['input', 'reason'],
          min: 1,
          max: MOST_REASON,
          multiline: true,
        });
        const { id, kind, suspended } = await this.members.lock(tx, input.id);
        if (!may(principal.viewer, 'member.suspend', { memberId: id }, principal.scopes)) throw forbidden();
        if (kind === 'HUB')
          throw conflict('The HUB member runs the hub and cannot be suspended.', { field: ['input', 'id'] });
        if (!suspended) {
          const now = timestamp(this.clock.now());
          await tx.execute(sql`UPDATE member SET suspended_at = ${now}, era = era + 1 WHERE id = ${id}`);
          this.accessChanges.record(tx, 'MEMBER', id);
        }
        tell({ objectType: 'member', objectId: id, detail: { reason } });
        return { memberId: id };
      },
    );
  }

  /** @throws Refusal NOT_FOUND */
  reinstate(principal: Principal, input: ReinstateMemberInput): Promise<{ memberId: string }> {
    return this.acting.perform(
      { principal, action: 'member.suspend', operation: 'reinstateMember', input },
      async (tx, tell) => {
        const { id, suspended } = await this.members.lock(tx, input.id);
        if (!may(principal.viewer, 'member.suspend', { memberId: id }, principal.scopes)) throw forbidden();
        if (suspended) {
          const since = await releaseHead(tx);
          await tx.execute(sql`UPDATE member SET suspended_at = NULL, since = ${since} WHERE id = ${id}`);
          this.accessChanges.record(tx, 'MEMBER', id);
        }
        tell({ objectType: 'member', objectId: id });
        return { memberId: id };
      },
    );
  }
}
