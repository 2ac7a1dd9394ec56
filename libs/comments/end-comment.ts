import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal } from '#access';
import { Acting } from '#audit';
import type { RemoveCommentInput, WithdrawCommentInput } from '#contract';
import { Clock, cleanText, conflict, forbidden, timestamp, type WriteTx } from '#platform';
import { type CommentRow, lockComment } from './seen.js';
import { wakeComments } from './watch-comments.js';

const LONGEST_REASON = 500;

/** Ends comments: by whoever they are from, or by hub analysts. What was said is gone for good; a tombstone stays. */
@Injectable()
export class EndComment {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the comment's id
   * @throws Refusal NOT_FOUND, FORBIDDEN; CONFLICT for one that has ended
   */
  withdraw(principal: Principal, input: WithdrawCommentInput): Promise<string> {
    const deed = { principal, action: 'comment.withdraw', operation: 'withdrawComment', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const comment = await this.standing(tx, principal, input.id, 'comment.withdraw');
      await this.end(tx, comment, 'WITHDRAWN', null);
      tell({ objectType: 'comment', objectId: comment.id, detail: { publicationId: comment.publicationId } });
      return comment.id;
    });
  }

  /**
   * @returns the comment's id
   * @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT; CONFLICT for one that has ended
   */
  remove(principal: Principal, input: RemoveCommentInput): Promise<string> {
    const deed = { principal, action: 'comment.remove', operation: 'removeComment', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const comment = await this.standing(tx, principal, input.id, 'comment.remove');
      const field = ['input', 'reason'];
      const reason = cleanText(input.reason, { field, min: 1, max: LONGEST_REASON, multiline: true });
      await this.end(tx, comment, 'REMOVED', reason);
      tell({ objectType: 'comment', objectId: comment.id, detail: { publicationId: comment.publicationId } });
      return comment.id;
    });
  }

  private async standing(
    tx: WriteTx,
    principal: Principal,
    id: string,
    action: 'comment.withdraw' | 'comment.remove',
  ): Promise<CommentRow> {
    const comment = await lockComment(tx, principal, id);
    const { personId, memberId } = comment;
    if (!may(principal.viewer, action, { personId, memberId }, principal.scopes)) throw forbidden();
    if (comment.state !== 'POSTED') throw conflict('This has been taken back or removed already.');
    return comment;
  }

  private async end(
    tx: WriteTx,
    { id, publicationId }: CommentRow,
    state: 'WITHDRAWN' | 'REMOVED',
    reason: string | null,
  ): Promise<void> {
    await tx.execute(sql`
      UPDATE comment SET state = ${state}, text = NULL, reason = ${reason}, ended_at = ${timestamp(this.clock.now())}
      WHERE id = ${id}`);
    wakeComments(tx, publicationId);
  }
}
