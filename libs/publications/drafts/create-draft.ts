import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { CreateDraftInput } from '#contract';
import { Members } from '#members';
import { Clock, Ids, timestamp, unauthenticated } from '#platform';
import { Compose } from '../content/compose.js';
import { originOf } from '../release/origin.js';
import { assertMay, assertPresent, lockStanding, required } from '../release/standing.js';
import { putDraft } from './draft.js';

/** Starts a draft: of a new publication, or of a new revision of one. */
@Injectable()
export class CreateDraft {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the draft's id
   * @throws Refusal NOT_FOUND, FORBIDDEN and CONFLICT for what it is to revise; BAD_INPUT
   */
  async perform(principal: Principal, input: CreateDraftInput): Promise<string> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'publication.draft', operation: 'createDraft', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const revisesId = input.revisesId ?? null;
      const revised = revisesId === null ? [] : [revisesId];
      const locked = await lockStanding(tx, principal, revised);
      const standing = revisesId === null ? null : required(locked, revisesId);
      const memberId = standing?.originId ?? viewer.member.id;
      assertMay(principal, 'publication.draft', memberId);
      if (standing) assertPresent(standing, null);
      const origin = await originOf(this.members, tx, memberId);
      const setting = { path: ['input', 'content'], origin, present: standing?.composed ?? null };
      const composed = await this.compose.content(tx, principal, input.content, setting);
      const id = this.ids.id();
      const now = timestamp(this.clock.now());
      await putDraft(tx, {
        id,
        memberId,
        authorId: viewer.personId,
        writerId: viewer.personId,
        writerMemberId: viewer.member.id,
        revisesId,
        baseRevisionId: standing?.revisionId ?? null,
        composed,
        note: null,
        supersedesIds: [],
        originsWord: null,
        state: 'DRAFT',
        version: 1,
        reviewReasons: [],
        reviewNote: null,
        createdAt: now,
        updatedAt: now,
      });
      tell({ objectType: 'draft', objectId: id, detail: { revisesId: revisesId ?? undefined } });
      return id;
    });
  }
}
