import { Injectable } from '@nestjs/common';
import { may, type Principal } from '#access';
import { Acting, type Tell } from '#audit';
import type { ReleaseDraftInput } from '#contract';
import { Members } from '#members';
import { unauthenticated, type WriteTx } from '#platform';
import { Compose } from '../content/compose.js';
import { assertVersion, DRAFT_PATH, type Draft, lockDraft } from '../drafts/draft.js';
import { noteOf } from './note.js';
import { originOf } from './origin.js';
import type { Outcome } from './outcome.js';
import { type Release, ReleaseComposed } from './release-composed.js';
import { assertMay, assertPresent, lockStanding, required, type Standing } from './standing.js';
import { supersedable, supersedesOf } from './withdraw.js';

/** Releases a draft, or submits it for review where one person is not enough. */
@Injectable()
export class ReleaseDraft {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly releasing: ReleaseComposed,
  ) {}

  /** @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT */
  async perform(principal: Principal, input: ReleaseDraftInput): Promise<Outcome> {
    const deed = { principal, action: 'publication.release', operation: 'releaseDraft', input } as const;
    return this.acting.perform(deed, (tx, tell) => this.inside(tx, principal, input, tell));
  }

  /**
   * The same within a transaction under way.
   * @param keeping says of a draft whether, and how, it is kept for later instead
   */
  async inside<K = never>(
    tx: WriteTx,
    principal: Principal,
    input: ReleaseDraftInput,
    tell: Tell,
    keeping?: (draft: Draft) => Release<K>['keep'],
  ): Promise<Outcome | K> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const draft = await lockDraft(tx, principal, input.id);
    assertMay(principal, 'publication.release', draft.memberId);
    assertVersion(draft, input.version);
    const asked = input.supersedesIds == null ? null : supersedesOf(input.supersedesIds);
    const revised = draft.revisesId === null ? [] : [draft.revisesId];
    const locked = await lockStanding(tx, principal, [...revised, ...(asked ?? draft.supersedesIds)]);
    const standing = draft.revisesId === null ? null : required(locked, draft.revisesId);
    if (standing) assertPresent(standing, draft.baseRevisionId);
    const origin = await originOf(this.members, tx, draft.memberId);
    await this.compose.assertStill(tx, draft.composed, origin, draft.writerMemberId, DRAFT_PATH);
    const release = {
      origin,
      composed: draft.composed,
      standing,
      note: noteOf(input.note) ?? draft.note,
      originsWord: draft.originsWord,
      supersedes: asked
        ? supersedable(principal, locked, asked, draft.revisesId)
        : stillSupersedable(principal, locked, draft),
      draft,
      paths: { content: DRAFT_PATH, audience: [...DRAFT_PATH, 'audience'] },
      keep: keeping?.(draft),
    };
    return this.releasing.release<K>(tx, viewer, principal, release, tell);
  }
}

/** Of what the draft was to supersede, that which the releaser sees, may withdraw, and which still stands. */
const stillSupersedable = (by: Principal, locked: ReadonlyMap<string, Standing>, draft: Draft): Standing[] =>
  draft.supersedesIds
    .map((id) => locked.get(id))
    .filter((target) => target !== undefined)
    .filter(({ state, originId }) => state === 'RELEASED' && mayWithdraw(by, originId));

const mayWithdraw = ({ viewer, scopes }: Principal, memberId: string): boolean =>
  may(viewer, 'publication.withdraw', { memberId }, scopes);
