import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { DiscardDraftInput } from '#contract';
import { assertMay } from '../release/standing.js';
import { lockDraft, removeDraft } from './draft.js';

/** Discards a draft. */
@Injectable()
export class DiscardDraft {
  constructor(private readonly acting: Acting) {}

  /**
   * @returns the draft's id
   * @throws Refusal NOT_FOUND, FORBIDDEN
   */
  perform(principal: Principal, input: DiscardDraftInput): Promise<string> {
    const deed = { principal, action: 'publication.draft', operation: 'discardDraft', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const draft = await lockDraft(tx, principal, input.id);
      assertMay(principal, 'publication.draft', draft.memberId);
      await removeDraft(tx, draft.id);
      tell({ objectType: 'draft', objectId: draft.id });
      return draft.id;
    });
  }
}
