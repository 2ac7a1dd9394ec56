import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { KevCatalogue, KevEntry } from '#exchange';
import { Clock, timestamp, unauthenticated, type WriteTx } from '#platform';
import { type Outcome, TellCatalogue } from '#publications';
import type { Settings } from '../settings.js';
import { newsOf } from './news.js';

/** What came of a catalogue. */
export interface CatalogueTaken {
  readonly version: string;
  readonly added: number;
  readonly changed: number;
  /** Of the changed, those that ransomware came to use. */
  readonly ransomware: number;
  readonly unchanged: number;
  /** The bulletin that tells of what was added; null where nothing was, or all of it was, or it waits for review. */
  readonly publicationId: string | null;
  /** The bulletin that waits for review. */
  readonly draftId: string | null;
}

/** Takes CISA's catalogue in: entries are added and changed, and none is ever taken out, since it never takes any out itself. */
@Injectable()
export class TakeCatalogue {
  constructor(
    private readonly acting: Acting,
    private readonly telling: TellCatalogue,
    private readonly clock: Clock,
  ) {}

  /**
   * A first catalogue is no news. What is added to it later is told to everyone, in the same transaction: once, whatever crashes;
   * and under the rules of any release.
   * @throws Refusal FORBIDDEN for whoever does not run the hub
   */
  async perform(
    principal: Principal,
    { version, entries }: KevCatalogue,
    { dryRun }: Settings,
  ): Promise<CatalogueTaken> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'catalogue.update', operation: 'importCatalogue', input: {} } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const before = await this.present(tx);
      const counts = { added: 0, changed: 0, ransomware: 0, unchanged: 0 };
      const added: KevEntry[] = [];
      for (const entry of entries) {
        const row = before.get(entry.cve);
        const what = !row ? 'added' : row.said === saidBy(entry) ? 'unchanged' : 'changed';
        counts[what] += 1;
        if (what === 'unchanged') continue;
        if (what === 'added') added.push(entry);
        const used = entry.knownRansomware && row?.ransomware === 0;
        if (used) counts.ransomware += 1;
        if (!dryRun) await this.put(tx, entry, !row || used);
      }
      const isNews = before.size > 0 && added.length > 0 && !dryRun;
      const told = isNews
        ? await this.telling.release(tx, { ...principal, viewer }, newsOf(version, added))
        : null;
      const became = whatBecame(told?.outcome);
      const detail = { ...counts, dryRun, ...became, ...(told && { news: told.detail }) };
      tell({ objectType: 'catalogue', objectId: version, detail });
      return { version, ...counts, ...became };
    });
  }

  private async present(tx: WriteTx): Promise<Map<string, { ransomware: number; said: string }>> {
    const rows = await tx.rows<Record<string, string | number>>(sql`
      SELECT cve, vendor, product, name, description, required_action, added_on, due_on, ransomware FROM known_exploited`);
    return new Map(
      rows.map(({ cve, ...row }) => [
        String(cve),
        { ransomware: Number(row.ransomware), said: JSON.stringify(Object.values(row)) },
      ]),
    );
  }

  /** @param news whether somebody should hear of it: a new entry, or ransomware that came to use one */
  private async put(tx: WriteTx, entry: KevEntry, news: boolean): Promise<void> {
    const sequence = news ? await tx.nextSequence('known_exploited') : 0;
    const now = timestamp(this.clock.now());
    await tx.execute(sql`
      INSERT INTO known_exploited (cve, sequence, vendor, product, name, description, required_action, added_on, due_on,
        ransomware, changed_at)
      VALUES (${entry.cve}, ${sequence}, ${entry.vendor}, ${entry.product}, ${entry.name}, ${entry.description},
        ${entry.requiredAction}, ${entry.addedOn}, ${entry.dueOn}, ${entry.knownRansomware ? 1 : 0}, ${now})
      ON CONFLICT (cve) DO UPDATE SET vendor = excluded.vendor, product = excluded.product, name = excluded.name,
        description = excluded.description, required_action = excluded.required_action, added_on = excluded.added_on,
        due_on = excluded.due_on, ransomware = excluded.ransomware,
        sequence = CASE WHEN excluded.sequence > 0 THEN excluded.sequence ELSE known_exploited.sequence END,
        changed_at = CASE WHEN excluded.sequence > 0 THEN excluded.changed_at ELSE known_exploited.changed_at END`);
  }
}

const whatBecame = (outcome: Outcome | undefined) => ({
  publicationId: outcome?.outcome === 'RELEASED' ? outcome.publicationId : null,
  draftId: outcome?.outcome === 'SUBMITTED_FOR_REVIEW' ? outcome.draftId : null,
});

const saidBy = (entry: KevEntry): string =>
  JSON.stringify([
    ...[
      entry.vendor,
      entry.product,
      entry.name,
      entry.description,
      entry.requiredAction,
      entry.addedOn,
      entry.dueOn,
    ],
    entry.knownRansomware ? 1 : 0,
  ]);
