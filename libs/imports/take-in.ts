import { Injectable } from '@nestjs/common';
import type { Principal, Viewer } from '#access';
import type { Incoming } from '#exchange';
import { Members } from '#members';
import { Clock, Database, notFound, type Tx, timestamp, type WriteTx } from '#platform';
import { Publications, ReadDrafts } from '#publications';
import { RegionsService } from '#regions';
import { AttachIndicators } from './attaching/attach-indicators.js';
import { contentOf, type Written } from './content-of.js';
import { digestOf } from './digest.js';
import { dropUnused } from './kept/parts.js';
import { type Made, Make } from './make.js';
import type { Settings } from './settings.js';
import { type Known, knownAs, lockSource, putSource } from './sources.js';
import type { Taken, What } from './taken.js';

/** Where the document lies that an incoming one was read from, and what its bytes are. */
export interface Origin {
  readonly documentId: string;
  readonly head: number | null;
  readonly digest: string;
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
    private readonly making: Make,
    private readonly attaching: AttachIndicators,
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
        indicators: 0,
        remarks: incoming.remarks,
        ...more,
      });
      const own = UUID.exec(incoming.sourceId)?.[0];
      if (own && !known && (await this.publications.one(principal, own)))
        return told('OWN', { publicationId: own });
      if (known && isNoNewer(incoming, known, origin)) {
        return differs(incoming, known, origin)
          ? told('REFUSED', { remarks: ['It says something else under the version that is known already.'] })
          : told('UNCHANGED');
      }
      const written = await this.written(tx, memberId, incoming, settings);
      const made = await this.making.of(principal, incoming, written, known, settings);
      if (!made) return told('UNCHANGED', { remarks: ['It was taken back, here or by its source.'] });
      await prepare(tx);
      const said = await this.said(principal, made);
      const upstream = JSON.stringify(incoming.upstream ?? []);
      await putSource(tx, {
        ...incoming,
        ...made,
        memberId,
        ...origin,
        said,
        marked: incoming.tlp,
        upstream,
      });
      const held = { format: incoming.format, documentId: origin.documentId, head: origin.head };
      const indicators = await this.attaching.note(tx, made.publicationId, made.draftId, held);
      if (known && known.documentId !== origin.documentId) await dropUnused(tx, known.documentId);
      const { kind, tlp } = written.content;
      const why = made.draftId && settings.release && written.onlyDraft ? [written.onlyDraft] : [];
      return told(made.what, {
        kind,
        tlp,
        publicationId: made.publicationId,
        draftId: made.draftId,
        indicators,
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

const sameVersion = (incoming: Incoming, known: Known): boolean =>
  incoming.versionAt === known.versionAt && incoming.sourceId === known.sourceId;

const differs = (incoming: Incoming, known: Known, { digest }: Origin): boolean =>
  sameVersion(incoming, known) && digest !== known.digest;

/** A bundle that no report gathers has no version of its own: another set of objects is a newer one. */
const isNoNewer = (incoming: Incoming, known: Known, origin: Origin): boolean =>
  incoming.sourceId.startsWith('bundle--')
    ? origin.digest === known.digest || incoming.versionAt < known.versionAt
    : incoming.versionAt <= known.versionAt;
