import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { UpdateDraftInput } from '#contract';
import { Members } from '#members';
import { Clock, timestamp, unauthenticated } from '#platform';
import { Compose } from '../content/compose.js';
import { originOf } from '../release/origin.js';
import { assertMay, assertPresent, lockStanding, required } from '../release/standing.js';
import { assertNotWaiting } from '../schedule/schedule.js';
import { assertVersion, lockDraft, putDraft } from './draft.js';

/** Changes what a draft says. What was submitted is thereby taken out of review: nobody releases what has not been read. */
@Injectable()
export class UpdateDraft {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the draft's id
   * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT
   */
  async perform(principal: Principal, input: UpdateDraftInput): Promise<string> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'publication.draft', operation: 'updateDraft', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const draft = await lockDraft(tx, principal, input.id);
      assertMay(principal, 'publication.draft', draft.memberId);
      assertVersion(draft, input.version);
      await assertNotWaiting(tx, draft.id);
      const { revisesId } = draft;
      const locked = await lockStanding(tx, principal, revisesId === null ? [] : [revisesId]);
      const standing = revisesId === null ? null : required(locked, revisesId);
      if (standing) assertPresent(standing, draft.baseRevisionId);
      const origin = await originOf(this.members, tx, draft.memberId);
      const setting = {
        path: ['input', 'content'],
        origin,
        present: standing?.composed ?? null,
        alertLevel: draft.composed.content.alertLevel,
      };
      const composed = await this.compose.content(tx, principal, input.content, setting);
      await putDraft(tx, {
        ...draft,
        composed,
        writerId: viewer.personId,
        writerMemberId: viewer.member.id,
        originsWord: null,
        state: 'DRAFT',
        version: draft.version + 1,
        reviewReasons: [],
        updatedAt: timestamp(this.clock.now()),
      });
      tell({ objectType: 'draft', objectId: draft.id, detail: { version: draft.version + 1 } });
      return draft.id;
    });
  }
}
