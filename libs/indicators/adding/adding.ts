import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { AddingOutcome } from '#contract';
import { Clock, Ids, timestamp, type WriteTx } from '#platform';
import { FactLog } from '../log/facts.js';
import { amongTexts, insertMany, type NewObject, ObjectLog } from '../log/object-log.js';
import { stixOf } from '../stix/to-stix.js';
import type { Details } from './details.js';
import type { Setting } from './setting.js';
import type { Subject } from './subject.js';

/** An indicator that is about to be added. */
export interface ToAdd {
  readonly subject: Subject;
  readonly details: Details;
  /** Whether its sender said since when it is good; if not, what was said before stands. */
  readonly dated: boolean;
}

export interface Added {
  readonly id: string;
  readonly outcome: AddingOutcome;
}

interface Standing {
  readonly id: string;
  readonly objectId: string;
  readonly foundBy: string;
  readonly details: string;
  readonly sequence: number;
  readonly addedAt: string;
  readonly updatedAt: string;
}

interface Change {
  readonly id: string;
  readonly toAdd: ToAdd;
  readonly details: Details;
  readonly standing: Standing | null;
}

/** Adds indicators of one setting: what is new, what says something else now, and nothing twice. */
@Injectable()
export class Adding {
  constructor(
    private readonly log: ObjectLog,
    private readonly facts: FactLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns what came of each, in their order */
  async add(tx: WriteTx, setting: Setting, entries: readonly ToAdd[]): Promise<Added[]> {
    await this.log.lock(tx);
    const standing = await this.standing(tx, setting, entries);
    const now = timestamp(this.clock.now());
    const changes: Change[] = [];
    const met = new Map<string, string>();
    const added = entries.map((toAdd): Added => {
      const { foundBy } = toAdd.subject;
      const again = met.get(foundBy);
      if (again !== undefined) return { id: again, outcome: 'KNOWN' };
      const known = standing.get(foundBy) ?? null;
      const id = known?.id ?? this.ids.id();
      met.set(foundBy, id);
      const details = known && !toAdd.dated ? stillFrom(known, toAdd.details) : toAdd.details;
      if (known?.details === JSON.stringify(details)) return { id, outcome: 'KNOWN' };
      changes.push({ id, toAdd, details, standing: known });
      return { id, outcome: known ? 'UPDATED' : 'ADDED' };
    });
    await this.write(tx, setting, changes, now);
    return added;
  }

  private async standing(
    tx: WriteTx,
    { scope }: Setting,
    entries: readonly ToAdd[],
  ): Promise<Map<string, Standing>> {
    const asked = entries.map(({ subject }) => subject.foundBy);
    const rows = await tx.rows<Standing>(sql`
      SELECT id, object_id AS "objectId", found_by AS "foundBy", details, sequence, added_at AS "addedAt", updated_at AS "updatedAt"
      FROM indicator WHERE scope = ${scope} AND found_by IN (${amongTexts(tx, asked)})`);
    return new Map(rows.map((row) => [row.foundBy, row]));
  }

  private async write(tx: WriteTx, setting: Setting, changes: readonly Change[], now: string): Promise<void> {
    if (changes.length === 0) return;
    const dated = changes.map((change) => ({
      ...change,
      addedAt: change.standing?.addedAt ?? now,
      updatedAt: change.standing ? laterThan(change.standing.updatedAt, now) : now,
    }));
    await this.facts.append(tx, setting, setting.facts);
    const first = await this.log.append(tx, setting, dated.map(toObject));
    await insertMany(
      tx,
      sql`INSERT INTO indicator (id, sequence, object_id, type, found_by, scope, value, pattern, details, tlp, origin_id, attribution,
        publication_id, state, harmless, added_at, updated_at, sighting_count) VALUES `,
      dated.flatMap(({ id, toAdd: { subject }, details, standing, addedAt, updatedAt }, place) =>
        standing
          ? []
          : [
              [
                ...[
                  id,
                  first + place,
                  `indicator--${id}`,
                  subject.type,
                  subject.foundBy,
                  setting.scope,
                  subject.value,
                  subject.pattern,
                ],
                ...[JSON.stringify(details), setting.tlp, setting.originId, setting.attribution],
                ...[setting.publicationId, 'ACTIVE', subject.harmless, addedAt, updatedAt, 0],
              ],
            ],
      ),
    );
    for (const [place, { id, details, standing, updatedAt }] of dated.entries()) {
      if (!standing) continue;
      await tx.execute(sql`
        UPDATE indicator SET details = ${JSON.stringify(details)}, updated_at = ${updatedAt},
          sequence = ${first + place} WHERE id = ${id}`);
    }
    await insertMany(
      tx,
      sql`INSERT INTO indicator_value (found_by, indicator_id) VALUES `,
      dated.flatMap(({ id, toAdd: { subject }, standing }) =>
        standing ? [] : subject.alsoFoundBy.map((foundBy) => [foundBy, id]),
      ),
    );
  }
}

const objectIdOf = ({ id, standing }: Change): string => standing?.objectId ?? `indicator--${id}`;

const stillFrom = ({ details }: Standing, said: Details): Details => {
  const { validFrom } = JSON.parse(details) as Details;
  return {
    ...said,
    validFrom: said.validUntil !== null && said.validUntil <= validFrom ? said.validFrom : validFrom,
  };
};

const toObject = (change: Change & { readonly addedAt: string; readonly updatedAt: string }): NewObject => ({
  objectId: objectIdOf(change),
  type: 'indicator',
  version: change.updatedAt,
  specVersion: '2.1',
  sourceId: change.id,
  completion: 'SIGNED',
  markings: [],
  content: stixOf({ ...change, objectId: objectIdOf(change), subject: change.toAdd.subject, revoked: false }),
  role: 'OBJECT',
  supersedes: change.standing?.sequence ?? null,
});

/** `modified` of two versions must differ, however fast they follow each other. STIX 2.1, section 3.6. */
export const laterThan = (before: string, now: string): string =>
  now > before ? now : timestamp(new Date(Date.parse(before) + 1));
