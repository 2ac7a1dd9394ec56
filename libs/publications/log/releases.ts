import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Key, Principal } from '#access';
import { type Connection, firstOf, type PublicationFilter } from '#contract';
import { badInput, Clock, Database, Seal, timestamp } from '#platform';
import { RegionsService } from '#regions';
import { type Wanted, wantedBy } from '../reading/filter.js';
import type { History } from '../reading/related.js';
import { Views } from '../reading/views.js';
import { perKey, releaseKeys } from '../reading/visible.js';
import type { LogEntry } from './log-entry.js';
import { entryPasses } from './passes.js';
import { ReleaseLog } from './release-log.js';
import type { ReleaseView } from './release-view.js';
import { type SeenAs, seenAs } from './seen.js';

/** A stretch of the log as one viewer may see it. */
export interface LogPage {
  readonly releases: readonly { readonly sequence: number; readonly release: ReleaseView }[];
  /** How far the log was read: the viewer has nothing to get at or before it but `releases`. */
  readonly end: number;
  /** Whether more may follow after `end`. */
  readonly more: boolean;
}

interface Told {
  readonly entry: LogEntry;
  readonly as: SeenAs;
}

/** Entries that one statement reads for a filter, and entries seen that it may pass over in one request. */
const BATCH = 200;
const MOST_PASSED_OVER = 5_000;

/** The release log as a viewer may see it, in order. */
@Injectable()
export class Releases {
  private readonly wanted = new WeakMap<PublicationFilter, Wanted>();

  constructor(
    private readonly log: ReleaseLog,
    private readonly database: Database,
    private readonly views: Views,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** A page of the log. @throws Refusal BAD_INPUT naming the field */
  async connection(
    principal: Principal,
    wish: { filter?: PublicationFilter | null; first?: number | null; after?: string | null },
  ): Promise<Connection<ReleaseView>> {
    const after = wish.after == null ? 0 : this.position(wish.after);
    const page = await this.page(principal, {
      after,
      first: firstOf(wish.first, 50),
      filter: wish.filter ?? null,
    });
    const edges = page.releases.map(({ release }) => ({ cursor: release.cursor, node: release }));
    return {
      edges,
      pageInfo: {
        hasNextPage: page.more,
        hasPreviousPage: wish.after != null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: this.cursor(page.end),
      },
    };
  }

  /** The log's present end as a cursor. */
  async head(): Promise<string> {
    return this.cursor(await this.log.head());
  }

  cursor(sequence: number): string {
    return this.seal.seal('log', '', sequence);
  }

  /** The sequence that a cursor of the log stands for. @throws Refusal BAD_INPUT */
  position(cursor: string): number {
    const sequence = this.seal.open('log', '', cursor);
    if (sequence === null) throw badInput(['after'], 'This cursor is not of the release log.');
    return sequence;
  }

  /**
   * The log after a sequence, up to where it ended when this began. A filter that lets little through ends a page early, after so
   * many entries that the viewer sees: what they do not see never decides where a page ends.
   */
  async page(
    principal: Principal,
    { after, first, filter }: { after: number; first: number; filter: PublicationFilter | null },
  ): Promise<LogPage> {
    const asker = { held: principal.held, now: timestamp(this.clock.now()) };
    const wanted = filter && this.wantedBy(filter);
    const head = await this.log.head();
    const told: Told[] = [];
    let passedOver = 0;
    for await (const one of this.seen(principal, after, head, wanted ? BATCH : first + 1)) {
      if (!wanted || entryPasses(wanted, one.entry, asker)) told.push(one);
      else passedOver += 1;
      if (told.length > first) {
        const shown = told.slice(0, first);
        return {
          releases: await this.viewsOf(principal, shown),
          end: shown.at(-1)?.entry.sequence ?? after,
          more: true,
        };
      }
      if (passedOver === MOST_PASSED_OVER) {
        return { releases: await this.viewsOf(principal, told), end: one.entry.sequence, more: true };
      }
    }
    return { releases: await this.viewsOf(principal, told), end: Math.max(after, head), more: false };
  }

  /** Whether a filter lets an entry through to somebody who holds these keys. @throws Refusal BAD_INPUT for a bad filter */
  matches(entry: LogEntry, filter: PublicationFilter, held: ReadonlySet<Key>): boolean {
    return entryPasses(this.wantedBy(filter), entry, { held, now: timestamp(this.clock.now()) });
  }

  /** One entry as a principal sees it, who has been found to be told of it. */
  async release(entry: LogEntry, as: SeenAs, principal: Principal): Promise<ReleaseView> {
    const [view] = await this.viewsOf(principal, [{ entry, as }]);
    return view?.release ?? this.unavailable(entry);
  }

  /** What a principal is told of the log after a sequence, in order. */
  private async *seen(
    principal: Principal,
    after: number,
    head: number,
    batch: number,
  ): AsyncGenerator<Told> {
    const held = releaseKeys(principal.held);
    for (let end = after; held.length > 0; ) {
      const entries = await this.log.entries(this.candidates(held, end, head, batch));
      for (const entry of entries) {
        const as = seenAs(principal, entry);
        if (as !== null) yield { entry, as };
      }
      const last = entries.at(-1);
      if (!last || entries.length < batch) return;
      end = last.sequence;
    }
  }

  /** The next entries that one of these keys opens, or lost. */
  private candidates(held: readonly Key[], after: number, head: number, batch: number): Sql {
    const read = (key: Sql): Sql => sql`SELECT k.sequence FROM release_key k
      WHERE k.key = ${key} AND k.sequence > ${after} AND k.sequence <= ${head} ORDER BY k.sequence LIMIT ${batch}`;
    return sql`l.sequence IN (
      SELECT sequence FROM ${perKey(this.database.dialect, held, read)} GROUP BY sequence ORDER BY sequence LIMIT ${batch}
    ) ORDER BY l.sequence`;
  }

  private async viewsOf(principal: Principal, told: readonly Told[]): Promise<LogPage['releases']> {
    const seen = told.filter(({ as }) => as === 'RELEASE').map(({ entry }) => entry);
    const ids = seen.map(({ publicationId }) => publicationId);
    const changed = seen.filter(({ revision, what }) => !revision.numberHolds && what !== 'PUBLISHED');
    const [publications, histories] = await Promise.all([
      this.views.publications(principal, ids),
      changed.length === 0
        ? new Map<string, History>()
        : this.views.history(
            principal,
            changed.map(({ publicationId }) => publicationId),
          ),
    ]);
    const standing = seen.filter(
      ({ publicationId }) => publications.get(publicationId)?.state === 'RELEASED',
    );
    const revisions = await this.views.ofRevisions(principal, standing.map(numbered));
    const byId = new Map(revisions.map((revision) => [revision.id, revision]));
    return told.flatMap(({ entry, as }) => {
      const { sequence, publicationId, revisionId, at } = entry;
      if (as === 'UNAVAILABLE') return [{ sequence, release: this.unavailable(entry) }];
      const publication = publications.get(publicationId);
      if (!publication) return [];
      const first = histories.get(publicationId)?.[0]?.revisionId === revisionId;
      const what = first ? 'PUBLISHED' : entry.what;
      const revision = byId.get(revisionId) ?? null;
      return [
        {
          sequence,
          release: { cursor: this.cursor(sequence), what, at, publicationId, publication, revision },
        },
      ];
    });
  }

  private unavailable({ sequence, at, publicationId }: LogEntry): ReleaseView {
    const cursor = this.cursor(sequence);
    return { cursor, what: 'UNAVAILABLE', at, publicationId, publication: null, revision: null };
  }

  private wantedBy(filter: PublicationFilter): Wanted {
    const known = this.wanted.get(filter);
    if (known) return known;
    const wanted = wantedBy(filter, this.regions.tree());
    this.wanted.set(filter, wanted);
    return wanted;
  }
}

const numbered = ({ publicationId, revisionId, at, released, revision, presentTlp }: LogEntry) => ({
  ...revision,
  id: revisionId,
  publicationId,
  originId: released.originId,
  presentTlp,
  at,
  ordinal: revision.numberHolds ? revision.number : null,
});
