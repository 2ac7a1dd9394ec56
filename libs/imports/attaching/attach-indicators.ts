import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TLPS, type Tlp } from '#access';
import type { HarmlessKind } from '#contract';
import { Adding, KeepObjects, type Setting, Settings, TakeSightings } from '#indicators';
import { Clock, Database, timestamp, type WriteTx } from '#platform';
import { type Standing, standingOf } from '#publications';
import type { ImportAttaching, Phase } from './attaching.entity.js';
import type { Batch, Held, HeldIndicator } from './held.js';
import { countHeld, indicatorsHeld, sightingsHeld } from './read-held.js';

/** What has become part of a publication so far. */
export interface Attached {
  readonly publicationId: string;
  readonly indicators: number;
  readonly sightings: number;
  /** Those that its document keeps, and that cannot be looked up. */
  readonly left: number;
  /** Some that are well known to be harmless. */
  readonly harmless: readonly { readonly value: string; readonly kind: HarmlessKind }[];
}

interface Step {
  readonly attached: Attached;
  readonly over: boolean;
}

const MOST_HARMLESS = 20;
const WAITING_AT_ONCE = 50;
/** Milliseconds. */
const ABANDONED = 60_000;

/**
 * Makes the indicators of a document part of the publication that came of it, once that is released: some at a time, each time
 * in one transaction with the place that has been reached, so that whatever crashes goes on from there and nothing comes twice.
 */
@Injectable()
export class AttachIndicators {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly adding: Adding,
    private readonly keeping: KeepObjects,
    private readonly sightings: TakeSightings,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down that a document's indicators are to become part of what came of it, in place of those of an earlier version.
   * @returns how many it holds
   */
  async note(tx: WriteTx, publicationId: string, draftId: string | null, held: Held): Promise<number> {
    const count = await countHeld(tx, held);
    await tx.execute(sql`DELETE FROM import_attaching WHERE publication_id = ${publicationId}`);
    if (count === 0) return 0;
    const [present] = await tx.rows<{ sequence: number }>(
      sql`SELECT sequence FROM publication WHERE id = ${publicationId}`,
    );
    await tx.execute(sql`
      INSERT INTO import_attaching (publication_id, draft_id, since, format, document_id, head, phase, place, at)
      VALUES (${publicationId}, ${draftId}, ${draftId === null ? 0 : (present?.sequence ?? 0)}, ${held.format},
        ${held.documentId}, ${held.head}, 'INDICATORS', 0,
        ${timestamp(this.clock.now())})`);
    return count;
  }

  /** All that waits for a publication; tells after each part what has become of it so far. */
  async *of(publicationId: string): AsyncGenerator<Attached> {
    let all: Attached = { publicationId, indicators: 0, sightings: 0, left: 0, harmless: [] };
    for (;;) {
      const step = await this.step(publicationId);
      if (step === null) return;
      const { attached, over } = step;
      all = {
        publicationId,
        indicators: all.indicators + attached.indicators,
        sightings: all.sightings + attached.sightings,
        left: all.left + attached.left,
        harmless: [...all.harmless, ...attached.harmless].slice(0, MOST_HARMLESS),
      };
      yield all;
      if (over) return;
    }
  }

  /**
   * Publications whose draft is no more: it was released, or discarded. What was released as it came is its importer's, who is
   * told of it, unless nothing has come of that for a while.
   */
  private async ready(): Promise<string[]> {
    const before = timestamp(new Date(this.clock.now().getTime() - ABANDONED));
    const rows = await this.database.read((tx) =>
      tx.rows<{ id: string }>(sql`
        SELECT a.publication_id AS id FROM import_attaching a
        WHERE CASE WHEN a.draft_id IS NULL THEN a.at < ${before}
          ELSE NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = a.draft_id) END LIMIT ${WAITING_AT_ONCE}`),
    );
    return rows.map(({ id }) => id);
  }

  /** What was drafted of a document, once somebody has released it, and what was left half-way. */
  async catchUp(signal: AbortSignal): Promise<void> {
    for (let ready = await this.ready(); ready.length > 0; ready = await this.ready())
      for (const publicationId of ready)
        for await (const _ of this.of(publicationId)) if (signal.aborted) return;
  }

  /** One transaction. @returns null where nothing waits, or what waits is not released */
  private step(publicationId: string): Promise<Step | null> {
    return this.database.write(async (tx) => {
      const standing = await standingOf(tx, publicationId);
      const waiting = await waitingFor(tx, publicationId);
      if (!waiting || (await isDraft(tx, waiting.draftId))) return null;
      const released = standing !== null && (waiting.draftId === null || standing.sequence > waiting.since);
      if (!released) {
        await done(tx, publicationId);
        return null;
      }
      return waiting.phase === 'INDICATORS'
        ? this.indicators(tx, standing, waiting)
        : this.seen(tx, standing, waiting);
    });
  }

  private async indicators(tx: WriteTx, standing: Standing, waiting: ImportAttaching): Promise<Step> {
    const now = timestamp(this.clock.now());
    const found = await indicatorsHeld(tx, waiting, waiting.place, now);
    let left = found.left;
    let indicators = 0;
    for (const { setting, some } of await this.bySetting(tx, standing, found.found)) {
      const taken = setting === null ? 0 : await this.put(tx, setting, some, now);
      indicators += taken;
      left += some.length - taken;
    }
    const harmless = found.found.flatMap(({ object: { indicator } }) => {
      const { harmless: kind = null, value = null } = indicator?.subject ?? {};
      return kind && value ? [{ value, kind }] : [];
    });
    await move(tx, waiting, found, now);
    const attached = { publicationId: standing.id, indicators, sightings: 0, left, harmless };
    return { attached, over: false };
  }

  /** As they came; for an anonymous origin as the hub's own, since what a source calls them would tell on it. */
  private async put(
    tx: WriteTx,
    setting: Setting,
    some: readonly HeldIndicator[],
    now: string,
  ): Promise<number> {
    const objects = some.map(({ object }) => object);
    if (setting.attribution === 'NAMED') {
      const outcomes = await this.keeping.keep(tx, setting, objects, now);
      return outcomes.filter((outcome) => outcome === null).length;
    }
    const entries = objects.flatMap(({ indicator }) =>
      indicator && !indicator.revoked
        ? [{ subject: indicator.subject, details: indicator.details, dated: true }]
        : [],
    );
    return (await this.adding.add(tx, setting, entries)).length;
  }

  private async seen(tx: WriteTx, standing: Standing, waiting: ImportAttaching): Promise<Step> {
    const now = timestamp(this.clock.now());
    const found = await sightingsHeld(tx, waiting, waiting.place);
    let sightings = 0;
    for (const { setting, some } of await this.bySetting(tx, standing, found.found))
      if (setting) sightings += await this.sightings.take(tx, setting, some, now);
    const over = await move(tx, waiting, found, now);
    return {
      attached: { publicationId: standing.id, indicators: 0, sightings, left: 0, harmless: [] },
      over,
    };
  }

  private async bySetting<T extends { readonly tlp: Tlp | null }>(
    tx: WriteTx,
    standing: Standing,
    all: readonly T[],
  ): Promise<{ readonly setting: Setting | null; readonly some: readonly T[] }[]> {
    const groups = [];
    for (const tlp of [null, ...TLPS]) {
      const some = all.filter((one) => one.tlp === tlp);
      if (some.length > 0) groups.push({ setting: await this.settings.ofReleased(tx, standing, tlp), some });
    }
    return groups;
  }
}

async function waitingFor(tx: WriteTx, publicationId: string): Promise<ImportAttaching | null> {
  const [row] = await tx.rows<ImportAttaching>(sql`
    SELECT publication_id AS "publicationId", draft_id AS "draftId", since, format, document_id AS "documentId", head, phase,
      place FROM import_attaching WHERE publication_id = ${publicationId} ${tx.forUpdate}`);
  return row ?? null;
}

async function isDraft(tx: WriteTx, draftId: string | null): Promise<boolean> {
  if (draftId === null) return false;
  const [row] = await tx.rows(sql`SELECT 1 FROM draft WHERE id = ${draftId}`);
  return row !== undefined;
}

const done = (tx: WriteTx, publicationId: string): Promise<unknown> =>
  tx.execute(sql`DELETE FROM import_attaching WHERE publication_id = ${publicationId}`);

/** Where to go on. @returns whether nothing is left */
async function move(
  tx: WriteTx,
  { publicationId, phase }: ImportAttaching,
  { next }: Batch<unknown>,
  now: string,
): Promise<boolean> {
  if (next === null && phase === 'SIGHTINGS') {
    await done(tx, publicationId);
    return true;
  }
  const then: Phase = next === null ? 'SIGHTINGS' : phase;
  await tx.execute(sql`
    UPDATE import_attaching SET phase = ${then}, place = ${next ?? 0}, at = ${now}
    WHERE publication_id = ${publicationId}`);
  return false;
}
