import { Injectable } from '@nestjs/common';
import { audienceKeys, type Principal, type Viewer } from '#access';
import type { Tell } from '#audit';
import type { ReviewReason } from '#contract';
import { Groups, type MemberRecord } from '#members';
import { Clock, Ids, timestamp, type WriteTx } from '#platform';
import { assertAddressed } from '../content/check-audience.js';
import { assertComplete } from '../content/check-content.js';
import type { Composed } from '../content/content.js';
import { withHidden } from '../content/hidden-audience.js';
import { type Draft, putDraft, removeDraft } from '../drafts/draft.js';
import type { LoggedKind } from '../log/log-entry.js';
import { AppendRelease } from './append-release.js';
import { Judge } from './judge.js';
import { assertMayLoosen } from './loosening.js';
import type { Outcome } from './outcome.js';
import type { Standing } from './standing.js';
import { Withdraw } from './withdraw.js';

/** What is to be released, and by which way it came. */
export interface Release<K = never> {
  readonly origin: MemberRecord;
  /** What its writer wrote; what the writer was not shown of the present audience is added here. */
  readonly composed: Composed;
  /** The publication that it revises, locked; null for a new one. */
  readonly standing: Standing | null;
  readonly note: string | null;
  readonly originsWord: string | null;
  readonly supersedes: readonly Standing[];
  /** The draft that holds it, locked. */
  readonly draft: Draft | null;
  /** Where content and audience lie in the input; no content where only the audience is given. */
  readonly paths: { readonly content: readonly string[] | null; readonly audience: readonly string[] };
  /** Why it waits for review whatever it is. */
  readonly review?: readonly ReviewReason[];
  /** Keeps it for later, once everything has been asked and nothing stands in its way. */
  readonly keep?: (() => Promise<K>) | undefined;
}

/** The end of every way to a release: the questions that all of them ask, then the log, or a draft that waits for review. */
@Injectable()
export class ReleaseComposed {
  constructor(
    private readonly log: AppendRelease,
    private readonly withdraw: Withdraw,
    private readonly groups: Groups,
    private readonly judge: Judge,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async release<K = never>(
    tx: WriteTx,
    releaser: Viewer,
    by: Principal,
    release: Release<K>,
    tell: Tell,
  ): Promise<Outcome | K> {
    const { origin, standing, draft, originsWord, paths } = release;
    const writer = draft
      ? { id: draft.writerId, memberId: draft.writerMemberId }
      : { id: releaser.personId, memberId: releaser.member.id };
    const next = await this.completed(release, writer.memberId);
    if (paths.content) assertComplete(next.content, paths.content, this.clock.now());
    assertAddressed(next.audience, next.tlp, paths.audience);
    if (standing) {
      assertMayLoosen({
        present: standing.composed,
        next,
        byOrigin: writer.memberId === origin.id,
        originsWord,
      });
    }
    const released = await this.judge.released(tx, next, origin.id, releaser.personId);
    const writerIds = draft ? [draft.authorId, draft.writerId] : [releaser.personId];
    const asked = this.judge.reviewReasons(origin, released, releaser, writerIds);
    const reasons = [...(release.review ?? []), ...asked];
    if (reasons.length > 0) {
      const waiting = this.waiting(releaser, release);
      const whys = [...new Set([...waiting.reviewReasons, ...reasons])];
      await putDraft(tx, { ...waiting, state: 'SUBMITTED', reviewReasons: whys, reviewNote: null });
      tell({
        objectType: 'draft',
        objectId: waiting.id,
        detail: { outcome: 'SUBMITTED_FOR_REVIEW', reviewReasons: whys },
      });
      return { outcome: 'SUBMITTED_FOR_REVIEW', draftId: waiting.id, reviewReasons: whys };
    }

    if (release.keep) return release.keep();
    // Under its draft's id, so that whoever made the draft finds what became of it.
    const publicationId = standing?.id ?? draft?.id ?? this.ids.id();
    const what = whatHappens(standing, next);
    const { sequence, revisionId } = await this.log.append(tx, {
      what,
      publicationId,
      originId: origin.id,
      composed: next,
      keys: audienceKeys(released),
      authorId: draft?.authorId ?? releaser.personId,
      releasedById: releaser.personId,
      note: release.note,
      standing,
    });
    await this.withdraw.superseded(tx, by, release.supersedes, publicationId);
    if (draft) await removeDraft(tx, draft.id);
    const supersedesIds = release.supersedes.map(({ id }) => id);
    const detail = {
      what,
      revisionId,
      sequence,
      tlp: next.tlp,
      supersedesIds,
      draftId: draft?.id,
      originsWord: originsWord ?? undefined,
    };
    tell({ objectType: 'publication', objectId: publicationId, detail });
    return { outcome: 'RELEASED', publicationId, sequence };
  }

  private async completed(
    { composed, standing, origin }: Release<unknown>,
    writerMemberId: string,
  ): Promise<Composed> {
    if (!standing) return composed;
    const groupIds = new Set(await this.groups.idsOf(writerMemberId));
    return withHidden(composed, standing.composed, { groupIds, persons: writerMemberId === origin.id });
  }

  /** The draft that is to wait: the one there is, or a new one. */
  private waiting(releaser: Viewer, { draft, origin, standing, ...release }: Release<unknown>): Draft {
    const now = timestamp(this.clock.now());
    if (draft) return { ...draft, version: draft.version + 1, updatedAt: now };
    return {
      id: this.ids.id(),
      memberId: origin.id,
      authorId: releaser.personId,
      writerId: releaser.personId,
      writerMemberId: releaser.member.id,
      revisesId: standing?.id ?? null,
      baseRevisionId: standing?.revisionId ?? null,
      composed: release.composed,
      note: release.note,
      supersedesIds: release.supersedes.map(({ id }) => id),
      originsWord: release.originsWord,
      state: 'SUBMITTED',
      version: 1,
      reviewReasons: [],
      reviewNote: null,
      createdAt: now,
      updatedAt: now,
    };
  }
}

function whatHappens(standing: Standing | null, next: Composed): LoggedKind {
  if (!standing) return 'PUBLISHED';
  const same = (part: 'content' | 'audience' | 'tlp') =>
    JSON.stringify(standing.composed[part]) === JSON.stringify(next[part]);
  return same('content') && !(same('audience') && same('tlp')) ? 'AUDIENCE_CHANGED' : 'REVISED';
}
