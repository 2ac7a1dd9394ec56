import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { KevCatalogue, KevEntry } from '#exchange';
import { Clock, timestamp, type WriteTx } from '#platform';
import type { Settings } from '../settings.js';

/** What came of a catalogue. */
export interface CatalogueTaken {
  readonly version: string;
  readonly added: number;
  readonly changed: number;
  /** Of the changed, those that ransomware came to use. */
  readonly ransomware: number;
  readonly unchanged: number;
}

/** Takes CISA's catalogue in: entries are added and changed, and none is ever taken out, since it never takes any out itself. */
@Injectable()
export class TakeCatalogue {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal FORBIDDEN for whoever does not run the hub */
  async perform(
    principal: Principal,
    { version, entries }: KevCatalogue,
    { dryRun }: Settings,
  ): Promise<CatalogueTaken> {
    const deed = { principal, action: 'catalogue.update', operation: 'importCatalogue', input: {} } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const before = await this.present(tx);
      const counts = { added: 0, changed: 0, ransomware: 0, unchanged: 0 };
      for (const entry of entries) {
        const row = before.get(entry.cve);
        const what = !row ? 'added' : row.said === saidBy(entry) ? 'unchanged' : 'changed';
        counts[what] += 1;
        if (what === 'unchanged') continue;
        const used = entry.knownRansomware && row?.ransomware === 0;
        if (used) counts.ransomware += 1;
        if (!dryRun) await this.put(tx, entry, !row || used);
      }
      tell({ objectType: 'catalogue', objectId: version, detail: { ...counts, dryRun } });
      return { version, ...counts };
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
