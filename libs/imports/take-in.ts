import { Injectable } from '@nestjs/common';
import type { Principal, Viewer } from '#access';
import { type Incoming, isStricter } from '#exchange';
import { Members } from '#members';
import { Clock, Database, notFound, type Tx, timestamp, type WriteTx } from '#platform';
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
import { RegionsService } from '#regions';
import { contentOf, mayRelease, type Written } from './content-of.js';
import { digestOf } from './digest.js';
import type { Settings } from './settings.js';
import { type Known, knownAs, lockSource, putSource } from './sources.js';
import type { Taken, What } from './taken.js';

/** Where the document lies that an incoming one was read from, and what its bytes are. */
export interface Origin {
  readonly documentId: string;
  readonly head: number | null;
  readonly digest: string;
}

/** What became of it, and under which draft or revision. */
interface Made {
  readonly what: What;
  readonly publicationId: string;
  readonly draftId: string | null;
}

/** Undoes a transaction that was only tried. */
class DryRun extends Error {
  constructor(readonly taken: Taken) {
    super('A dry run changes nothing.');
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Makes of a document of another format a draft or a release by its importer's rights, or the next version of what an earlier
 * version of it became. The same document again changes nothing. One transaction a document: draft, release and what is known
 * of the source stand together or not at all.
 */
@Injectable()
export class TakeIn {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly regions: RegionsService,
    private readonly publications: Publications,
    private readonly drafts: ReadDrafts,
    private readonly creating: CreateDraft,
    private readonly updating: UpdateDraft,
    private readonly discarding: DiscardDraft,
    private readonly publishing: Publish,
    private readonly revising: RevisePublication,
    private readonly withdrawing: WithdrawPublication,
    private readonly clock: Clock,
  ) {}

  /**
   * @param prepare keeps the document's parts, in the same transaction, once it is known that it is not known yet
   * @throws Refusal what drafting, releasing, revising or withdrawing refuses
   */
  async one(
    principal: Principal & { readonly viewer: Viewer },
    incoming: Incoming,
    origin: Origin,
    settings: Settings,
    prepare: (tx: WriteTx) => Promise<void> = async () => {},
  ): Promise<Taken> {
    const memberId = principal.viewer.member.id;
    return this.unlessDry(settings, async (tx) => {
      await lockSource(tx, memberId, incoming.format);
      const known = await knownAs(tx, memberId, incoming.format, [incoming.sourceId, ...incoming.follows]);
      const told = (what: What, more: Partial<Taken> = {}): Taken => ({
        format: incoming.format,
        what,
        sourceId: incoming.sourceId,
        version: incoming.version,
        title: incoming.said.title,
        kind: incoming.said.kind,
        tlp: incoming.tlp,
        publicationId: known?.publicationId ?? null,
        draftId: known?.draftId ?? null,
        remarks: incoming.remarks,
        ...more,
      });
      const own = UUID.exec(incoming.sourceId)?.[0];
      if (own && !known && (await this.publications.one(principal, own)))
        return told('OWN', { publicationId: own });
      if (known && incoming.versionAt <= known.versionAt) {
        const differs =
          incoming.versionAt === known.versionAt &&
          incoming.sourceId === known.sourceId &&
          origin.digest !== known.digest;
        return differs
          ? told('REFUSED', { remarks: ['It says something else under the version that is known already.'] })
          : told('UNCHANGED');
      }
      if (!known && incoming.withdrawn)
        return told('UNCHANGED', { remarks: ['Its source has taken it back.'] });

      const written = await this.written(tx, memberId, incoming, settings);
      await prepare(tx);
      const made = await this.make(principal, incoming, written, known, settings);
      const said = await this.said(principal, made);
      await putSource(tx, { ...incoming, ...made, memberId, ...origin, said, marked: incoming.tlp });
      const { kind, tlp } = written.content;
      const why = made.draftId && settings.release && written.onlyDraft ? [written.onlyDraft] : [];
      return told(made.what, {
        kind,
        tlp,
        publicationId: made.publicationId,
        draftId: made.draftId,
        remarks: [...why, ...incoming.remarks],
      });
    });
  }

  /** Carries it out; for a dry run, and then undoes it. */
  private async unlessDry(settings: Settings, work: (tx: WriteTx) => Promise<Taken>): Promise<Taken> {
    try {
      return await this.database.write(async (tx) => {
        const taken = await work(tx);
        if (settings.dryRun) throw new DryRun(taken);
        return taken;
      });
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
      const made = error.taken.what === 'UNCHANGED' || error.taken.what === 'OWN';
      return made ? error.taken : { ...error.taken, publicationId: null, draftId: null };
    }
  }

  private async written(tx: Tx, memberId: string, incoming: Incoming, settings: Settings): Promise<Written> {
    const member = await this.members.get(tx, memberId);
    if (!member) throw notFound();
    const now = timestamp(this.clock.now());
    return contentOf(incoming, settings, { member, tree: this.regions.tree(), now });
  }

  private async make(
    principal: Principal,
    incoming: Incoming,
    written: Written,
    known: Known | null,
    settings: Settings,
  ): Promise<Made> {
    const out = settings.release && written.onlyDraft === null && mayRelease(principal);
    const standing = known && (await this.publications.one(principal, known.publicationId));
    if (known && standing?.state === 'RELEASED' && standing.revision) {
      const { publicationId } = known;
      if (incoming.withdrawn) {
        if (!settings.release || !mayRelease(principal))
          return { what: 'UNCHANGED', publicationId, draftId: known.draftId };
        await this.withdrawing.perform(principal, {
          id: publicationId,
          reason: 'Its source has taken it back.',
        });
        return { what: 'WITHDRAWN', publicationId, draftId: null };
      }
      // Whoever wrote it made it stricter than its source did: that stays, until they say otherwise.
      const content = isStricter(standing.tlp, written.content.tlp)
        ? { ...written.content, tlp: standing.tlp }
        : written.content;
      if (out) {
        const note = `Version ${incoming.version} of its source.`.slice(0, 500);
        const revision = { id: publicationId, revisionId: standing.revision.id, content, note };
        return madeBy(await this.revising.perform(principal, revision), 'REVISED', publicationId);
      }
      const draftId = await this.redrafted(principal, known.draftId, content, publicationId);
      return { what: 'DRAFTED', publicationId, draftId };
    }
    if (incoming.withdrawn) {
      if (known?.draftId && (await this.drafts.one(principal, known.draftId)))
        await this.discarding.perform(principal, { id: known.draftId });
      return { what: 'WITHDRAWN', publicationId: known?.publicationId ?? '', draftId: null };
    }
    if (known?.draftId && (await this.drafts.one(principal, known.draftId))) {
      const draftId = await this.redrafted(principal, known.draftId, written.content, null);
      return { what: 'DRAFTED', publicationId: known.publicationId, draftId };
    }
    if (out)
      return madeBy(await this.publishing.perform(principal, { content: written.content }), 'RELEASED', null);
    const draftId = await this.creating.perform(principal, { content: written.content });
    return { what: 'DRAFTED', publicationId: draftId, draftId };
  }

  private async redrafted(
    principal: Principal,
    draftId: string | null,
    content: Written['content'],
    revisesId: string | null,
  ): Promise<string> {
    const draft = draftId === null ? null : await this.drafts.one(principal, draftId);
    if (draft) return this.updating.perform(principal, { id: draft.id, version: draft.version, content });
    return this.creating.perform(principal, { content, revisesId });
  }

  /** What is written of it now. Whoever wrote it sees it, but for what became theirs no more in the same moment. */
  private async said(principal: Principal, { publicationId, draftId }: Made): Promise<string> {
    if (draftId === null) {
      const publication = await this.publications.one(principal, publicationId);
      return publication ? digestOf(publication) : '';
    }
    const draft = await this.drafts.one(principal, draftId);
    return draft ? digestOf(draft.content) : '';
  }
}

/** What waits for review keeps the draft's id when it is released, unless it revises what has one already. */
function madeBy(outcome: Outcome, what: 'RELEASED' | 'REVISED', revised: string | null): Made {
  if (outcome.outcome === 'RELEASED') return { what, publicationId: outcome.publicationId, draftId: null };
  const { draftId } = outcome;
  return { what: 'SUBMITTED_FOR_REVIEW', publicationId: revised ?? draftId, draftId };
}
