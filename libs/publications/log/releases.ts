import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Key, Principal } from '#access';
import { type Connection, firstOf, type PublicationFilter } from '#contract';
import { atMost, badInput, Clock, Database, Seal, timestamp } from '#platform';
import { RegionsService } from '#regions';
import { type Wanted, wantedBy } from '../reading/filter.js';
import { releaseKeys } from '../reading/held-keys.js';
import { perKey } from '../reading/visible.js';
import type { LogEntry } from './log-entry.js';
import { entryPasses } from './passes.js';
import { ReleaseLog } from './release-log.js';
import type { ReleaseView } from './release-view.js';
import { ReleaseViews, type Seen, type Told } from './release-views.js';
import { type SeenAs, seenAs } from './seen.js';

/** A stretch of the log as one viewer may see it. */
export interface LogPage {
  readonly releases: readonly Told[];
  /** How far the log was read: the viewer has nothing to get at or before it but `releases`. Never to be shown. */
  readonly end: number;
  /** The last entry up to there that the viewer is told of, whether or not a filter let it through: what may be shown. */
  readonly lastSeen: number;
  /** Whether more may follow after `end`. */
  readonly more: boolean;
}

export interface LogWish {
  readonly filter?: PublicationFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Entries that one statement reads for a filter, and entries seen that it may pass over in one request. */
const BATCH = 200;
const MOST_PASSED_OVER = 5_000;
/** Entries that are looked at to find the last one seen; nearly always the first of them is it. */
const LOOK_BACK = 5;

/** The release log as a viewer may see it, in order. */
@Injectable()
export class Releases {
  private readonly known = new WeakMap<PublicationFilter, Wanted>();

  constructor(
    private readonly log: ReleaseLog,
    private readonly database: Database,
    private readonly views: ReleaseViews,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** A page of the log. @throws Refusal BAD_INPUT naming the field */
  async connection(principal: Principal, wish: LogWish): Promise<Connection<ReleaseView>> {
    const after = wish.after == null ? 0 : this.seal.open('log', '', wish.after);
    if (after === null) throw badInput(['after'], 'This cursor is not of the release log.');
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
        endCursor: this.views.cursor(page.lastSeen),
      },
    };
  }

  /**
   * The log's present end as a cursor: the last entry that the principal is told of. The true end would tell whenever something
   * that they may not see is released.
   */
  async position(principal: Principal): Promise<string> {
    const held = releaseKeys(principal.held);
    for (let before = Number.MAX_SAFE_INTEGER; held.length > 0; ) {
      const entries = await this.log.entries(this.lastOf(held, before));
      const seen = entries.find((entry) => seenAs(principal, entry) !== null);
      if (seen) return this.views.cursor(seen.sequence);
      if (entries.length < LOOK_BACK) break;
      before = entries.at(-1)?.sequence ?? 0;
    }
    return this.views.cursor(0);
  }

  /** The sequence of the latest entry, whoever may see it. */
  head(): Promise<number> {
    return this.log.head();
  }

  /** Entries after a sequence in order, whoever may see them. */
  since(sequence: number, limit: number): Promise<LogEntry[]> {
    return this.log.since(sequence, limit);
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
    const found: Seen[] = [];
    const upTo = async (end: number, lastSeen: number, more: boolean): Promise<LogPage> => ({
      releases: await this.views.of(principal, found),
      end,
      lastSeen,
      more,
    });
    let lastSeen = after;
    let passedOver = 0;
    for await (const one of this.seen(principal, after, head, wanted ? BATCH : first + 1)) {
      const passes = !wanted || entryPasses(wanted, one.entry, asker);
      if (passes && found.length === first) return upTo(lastSeen, lastSeen, true);
      lastSeen = one.entry.sequence;
      if (passes) found.push(one);
      else passedOver += 1;
      if (passedOver === MOST_PASSED_OVER) return upTo(lastSeen, lastSeen, true);
    }
    return upTo(Math.max(after, head), lastSeen, false);
  }

  /** Whether a filter lets an entry through to somebody who holds these keys. @throws Refusal BAD_INPUT for a bad filter */
  matches(entry: LogEntry, filter: PublicationFilter, held: ReadonlySet<Key>): boolean {
    return entryPasses(this.wantedBy(filter), entry, { held, now: timestamp(this.clock.now()) });
  }

  /** One entry as a principal sees it, who has been found to be told of it. */
  release(entry: LogEntry, as: SeenAs, principal: Principal): Promise<ReleaseView> {
    return this.views.one(principal, { entry, as });
  }

  /** What a principal is told of the log after a sequence, in order. */
  private async *seen(
    principal: Principal,
    after: number,
    head: number,
    batch: number,
  ): AsyncGenerator<Seen> {
    const held = releaseKeys(principal.held);
    for (let end = after; held.length > 0; ) {
      const entries = await this.log.entries(this.nextOf(held, end, head, batch));
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
  private nextOf(held: readonly Key[], after: number, head: number, batch: number): Sql {
    const read = (key: Sql): Sql => sql`SELECT k.sequence FROM release_key k
      WHERE k.key = ${key} AND k.sequence > ${after} AND k.sequence <= ${head} ORDER BY k.sequence ${atMost(batch)}`;
    return sql`l.sequence IN (
      SELECT sequence FROM ${perKey(this.database.dialect, held, read)} GROUP BY sequence ORDER BY sequence ${atMost(batch)}
    ) ORDER BY l.sequence`;
  }

  /** The last entries before one that one of these keys opens, or lost, latest first. */
  private lastOf(held: readonly Key[], before: number): Sql {
    const read = (key: Sql): Sql => sql`SELECT k.sequence FROM release_key k
      WHERE k.key = ${key} AND k.sequence < ${before} ORDER BY k.sequence DESC ${atMost(LOOK_BACK)}`;
    return sql`l.sequence IN (
      SELECT sequence FROM ${perKey(this.database.dialect, held, read)} GROUP BY sequence ORDER BY sequence DESC ${atMost(LOOK_BACK)}
    ) ORDER BY l.sequence DESC`;
  }

  private wantedBy(filter: PublicationFilter): Wanted {
    const known = this.known.get(filter);
    if (known) return known;
    const wanted = wantedBy(filter, this.regions.tree());
    this.known.set(filter, wanted);
    return wanted;
  }
}
