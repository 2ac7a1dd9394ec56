import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { ReturnDraftInput } from '#contract';
import { Clock, cleanText, conflict, timestamp } from '#platform';
import { assertMay } from '../release/standing.js';
import { assertNotWaiting } from '../schedule/schedule.js';
import { lockDraft, putDraft } from './draft.js';

const LONGEST_NOTE = 2_000;

/** Gives a submitted draft back to its author with a note. */
@Injectable()
export class ReturnDraft {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the draft's id
   * @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT; CONFLICT for what has not been submitted
   */
  perform(principal: Principal, input: ReturnDraftInput): Promise<string> {
    const deed = { principal, action: 'publication.review', operation: 'returnDraft', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const draft = await lockDraft(tx, principal, input.id);
      assertMay(principal, 'publication.review', draft.memberId);
      const field = ['input', 'note'];
      const reviewNote = cleanText(input.note, { field, min: 1, max: LONGEST_NOTE, multiline: true });
      await assertNotWaiting(tx, draft.id);
      if (draft.state !== 'SUBMITTED') throw conflict('The draft does not wait for review.');
      const version = draft.version + 1;
      const updatedAt = timestamp(this.clock.now());
      await putDraft(tx, { ...draft, state: 'RETURNED', version, reviewReasons: [], reviewNote, updatedAt });
      tell({ objectType: 'draft', objectId: draft.id });
      return draft.id;
    });
  }
}
