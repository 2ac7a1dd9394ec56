import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import type { Incoming } from '#exchange';
import {
  CreateDraft,
  DiscardDraft,
  type Outcome,
  Publications,
  Publish,
  ReadDrafts,
  RevisePublication,
  UpdateDraft,
  WithdrawPublication,
} from '#publications';
import { mayRelease, type Written } from './content-of.js';
import { keeping } from './keeping.js';
import type { Settings } from './settings.js';
import type { Known } from './sources.js';
import type { What } from './taken.js';

/** What became of a document, and the draft that waits, if one does. */
export interface Made {
  readonly what: What;
  readonly publicationId: string;
  readonly draftId: string | null;
}

const TAKEN_BACK = 'Its source has taken it back.';

/** Makes a draft or a release of a document, or the next version of what became of its earlier one. */
@Injectable()
export class Make {
  constructor(
    private readonly publications: Publications,
    private readonly drafts: ReadDrafts,
    private readonly creating: CreateDraft,
    private readonly updating: UpdateDraft,
    private readonly discarding: DiscardDraft,
    private readonly publishing: Publish,
    private readonly revising: RevisePublication,
    private readonly withdrawing: WithdrawPublication,
  ) {}

  /**
   * @returns null where nothing is to be done, and it should be asked again
   * @throws Refusal what drafting, releasing, revising or withdrawing refuses
   */
  async of(
    principal: Principal,
    incoming: Incoming,
    written: Written,
    known: Known | null,
    settings: Settings,
  ): Promise<Made | null> {
    const releases = settings.release && mayRelease(principal);
    const out = releases && written.onlyDraft === null;
    if (!known) return incoming.withdrawn ? null : this.anew(principal, written, out);
    const standing = await this.publications.one(principal, known.publicationId);
    if (standing?.state === 'WITHDRAWN') return null;
    if (incoming.withdrawn) return this.takenBack(principal, known, { stands: standing !== null, releases });
    if (!standing) return this.unreleased(principal, written, known, settings, out);
    if (!out || !standing.revision) return this.redrafted(principal, written, known, settings, standing.id);
    const content = await keeping(written, standing, settings);
    const note = `Version ${incoming.version} of its source.`.slice(0, 500);
    const revision = { id: standing.id, revisionId: standing.revision.id, content, note };
    return madeBy(await this.revising.perform(principal, revision), 'REVISED', standing.id);
  }

  private async anew(principal: Principal, { content }: Written, out: boolean): Promise<Made> {
    if (out) return madeBy(await this.publishing.perform(principal, { content }), 'RELEASED', null);
    const draftId = await this.creating.perform(principal, { content });
    return { what: 'DRAFTED', publicationId: draftId, draftId };
  }

  /** Only whoever releases withdraws; until then it stands, and is asked again. */
  private async takenBack(
    principal: Principal,
    { publicationId, draftId }: Known,
    { stands, releases }: { readonly stands: boolean; readonly releases: boolean },
  ): Promise<Made | null> {
    if (stands && !releases) return null;
    if (stands) await this.withdrawing.perform(principal, { id: publicationId, reason: TAKEN_BACK });
    else if (draftId && (await this.drafts.one(principal, draftId)))
      await this.discarding.perform(principal, { id: draftId });
    return { what: 'WITHDRAWN', publicationId, draftId: null };
  }

  /** Into the draft that waits, if it still does; else it is taken in as if it were new. */
  private async unreleased(
    principal: Principal,
    written: Written,
    known: Known,
    settings: Settings,
    out: boolean,
  ): Promise<Made> {
    const updated = await this.updated(principal, written, known, settings);
    return updated ?? this.anew(principal, written, out);
  }

  /** A draft of the next revision: the one that waits, or a new one. */
  private async redrafted(
    principal: Principal,
    written: Written,
    known: Known,
    settings: Settings,
    revisesId: string,
  ): Promise<Made> {
    const updated = await this.updated(principal, written, known, settings);
    if (updated) return updated;
    const standing = await this.publications.get(principal, revisesId);
    const content = await keeping(written, standing, settings);
    const draftId = await this.creating.perform(principal, { content, revisesId });
    return { what: 'DRAFTED', publicationId: revisesId, draftId };
  }

  private async updated(
    principal: Principal,
    written: Written,
    { publicationId, draftId }: Known,
    settings: Settings,
  ): Promise<Made | null> {
    const draft = draftId === null ? null : await this.drafts.one(principal, draftId);
    if (!draft) return null;
    const content = await keeping(written, draft.content, settings);
    await this.updating.perform(principal, { id: draft.id, version: draft.version, content });
    return { what: 'DRAFTED', publicationId, draftId: draft.id };
  }
}

/** What waits for review keeps the draft's id when it is released, unless it revises what has one already. */
function madeBy(outcome: Outcome, what: 'RELEASED' | 'REVISED', revised: string | null): Made {
  if (outcome.outcome === 'RELEASED') return { what, publicationId: outcome.publicationId, draftId: null };
  const { draftId } = outcome;
  return { what: 'SUBMITTED_FOR_REVIEW', publicationId: revised ?? draftId, draftId };
}
