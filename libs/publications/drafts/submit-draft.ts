import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { ReviewReason, SubmitDraftInput } from '#contract';
import { Members } from '#members';
import { Clock, timestamp, unauthenticated } from '#platform';
import { assertAddressed } from '../content/check-audience.js';
import { assertComplete } from '../content/check-content.js';
import { Compose } from '../content/compose.js';
import { Judge } from '../release/judge.js';
import { originOf } from '../release/origin.js';
import { assertMay } from '../release/standing.js';
import { assertNotWaiting } from '../schedule/schedule.js';
import { DRAFT_PATH, lockDraft, putDraft } from './draft.js';

/** Submits a draft for review by a releaser of one's own member and by hub analysts. */
@Injectable()
export class SubmitDraft {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly judge: Judge,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the draft's id
   * @throws Refusal NOT_FOUND, FORBIDDEN; BAD_INPUT naming the draft's field for what is not complete
   */
  async perform(principal: Principal, input: SubmitDraftInput): Promise<string> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'publication.draft', operation: 'submitDraft', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const draft = await lockDraft(tx, principal, input.id);
      assertMay(principal, 'publication.draft', draft.memberId);
      await assertNotWaiting(tx, draft.id);
      const { composed } = draft;
      const origin = await originOf(this.members, tx, draft.memberId);
      await this.compose.assertStill(tx, composed, origin, draft.writerMemberId, DRAFT_PATH);
      assertComplete(composed.content, DRAFT_PATH, this.clock.now());
      if (draft.revisesId === null)
        assertAddressed(composed.audience, composed.tlp, [...DRAFT_PATH, 'audience']);
      const released = await this.judge.released(tx, composed, origin.id, draft.authorId);
      const writerIds = [draft.authorId, draft.writerId, viewer.personId];
      const reviewReasons: ReviewReason[] = [
        'REQUESTED',
        ...this.judge.reviewReasons(origin, released, viewer, writerIds),
      ];
      const version = draft.version + 1;
      const updatedAt = timestamp(this.clock.now());
      await putDraft(tx, {
        ...draft,
        state: 'SUBMITTED',
        version,
        reviewReasons,
        reviewNote: null,
        updatedAt,
      });
      tell({ objectType: 'draft', objectId: draft.id, detail: { reviewReasons } });
      return draft.id;
    });
  }
}
