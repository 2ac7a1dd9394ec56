import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { loosens, type Tlp } from '#access';
import type { StixObject } from '#exchange';
import { Ids, type WriteTx } from '#platform';
import type { Setting } from '../adding/setting.js';
import { amongTexts, insertMany, type NewObject, ObjectLog } from '../log/object-log.js';
import { type Seen, stixOfSighting } from '../stix/sighting.js';
import { specVersionOf } from '../stix/to-keep.js';

/** A sighting that came from outside: somebody there saw an indicator, however often. */
export interface ToldSighting {
  /** What its source calls it; a later version is called the same. */
  readonly toldAs: string;
  /** What was seen is found by this. */
  readonly foundBy: string;
  readonly seen: Seen;
  /** As it came; none where it came in another format. */
  readonly object: StixObject | null;
}

interface Target {
  readonly id: string;
  readonly foundBy: string;
  readonly objectId: string;
  readonly tlp: Tlp;
}

interface Known extends Seen {
  readonly id: string;
  readonly sequence: number;
  readonly indicatorId: string;
  readonly toldAs: string;
  readonly at: string;
}

interface Change {
  readonly told: ToldSighting;
  readonly target: Target;
  readonly id: string;
  readonly known: Known | null;
}

/**
 * Counts sightings that came with a publication, with its indicators. Who saw it is told to nobody here: they did not say to
 * this hub that it may be told.
 */
@Injectable()
export class TakeSightings {
  constructor(
    private readonly log: ObjectLog,
    private readonly ids: Ids,
  ) {}

  /**
   * What is marked stricter than what was seen is not counted, since a count is told to all who see that.
   * @returns how many are counted now, those that were before among them
   */
  async take(tx: WriteTx, setting: Setting, told: readonly ToldSighting[], now: string): Promise<number> {
    await this.log.lock(tx);
    const targets = await targetsOf(tx, setting, told);
    const known = await knownOf(tx, [...targets.values()], told);
    const changes = new Map<string, Change>();
    let counted = 0;
    for (const one of told) {
      const target = targets.get(one.foundBy);
      if (!target) continue;
      counted += 1;
      const name = `${target.id} ${one.toldAs}`;
      const before = known.get(name) ?? null;
      if (before && sameAs(before, one.seen)) continue;
      changes.set(name, { told: one, target, id: before?.id ?? this.ids.id(), known: before });
    }
    await this.write(tx, setting, [...changes.values()], now);
    return counted;
  }

  private async write(tx: WriteTx, setting: Setting, changes: readonly Change[], now: string): Promise<void> {
    if (changes.length === 0) return;
    const named = setting.attribution === 'NAMED';
    const first = await this.log.append(
      tx,
      { ...setting, attribution: 'ANONYMOUS' },
      changes.map((change) => (named && change.told.object ? asItCame(change) : anew(change, setting, now))),
    );
    for (const [place, { known, told }] of changes.entries()) {
      const { count, firstSeen, lastSeen } = told.seen;
      if (known)
        await tx.execute(sql`
          UPDATE sighting SET sequence = ${first + place}, count = ${count}, first_seen = ${firstSeen}, last_seen = ${lastSeen}
          WHERE id = ${known.id}`);
    }
    await insertMany(
      tx,
      sql`INSERT INTO sighting (id, sequence, indicator_id, member_id, attribution, count, first_seen, last_seen, at, told_as) VALUES `,
      changes.flatMap(({ id, target, told, known }, place) => {
        const { count, firstSeen, lastSeen } = told.seen;
        const { originId } = setting;
        return known
          ? []
          : [
              [
                id,
                first + place,
                target.id,
                originId,
                'ANONYMOUS',
                count,
                firstSeen,
                lastSeen,
                now,
                told.toldAs,
              ],
            ];
      }),
    );
    await recount(
      tx,
      changes.map(({ target }) => target.id),
    );
  }
}

/** The indicators of the same publication that were seen, as far as all who see them may learn of it. */
async function targetsOf(
  tx: WriteTx,
  { publicationId, tlp }: Setting,
  told: readonly ToldSighting[],
): Promise<Map<string, Target>> {
  const rows = await tx.rows<Target>(sql`
    SELECT id, found_by AS "foundBy", object_id AS "objectId", tlp FROM indicator
    WHERE publication_id = ${publicationId} AND found_by IN (${amongTexts(
      tx,
      told.map(({ foundBy }) => foundBy),
    )}) ORDER BY sequence`);
  return new Map(rows.filter((row) => !loosens(tlp, row.tlp)).map((row) => [row.foundBy, row]));
}

async function knownOf(
  tx: WriteTx,
  targets: readonly Target[],
  told: readonly ToldSighting[],
): Promise<Map<string, Known>> {
  const rows = await tx.rows<Known>(sql`
    SELECT id, sequence, indicator_id AS "indicatorId", told_as AS "toldAs", count, first_seen AS "firstSeen",
      last_seen AS "lastSeen", at FROM sighting
    WHERE indicator_id IN (${amongTexts(
      tx,
      targets.map(({ id }) => id),
    )}) AND told_as IN (${amongTexts(
      tx,
      told.map(({ toldAs }) => toldAs),
    )})`);
  return new Map(rows.map((row) => [`${row.indicatorId} ${row.toldAs}`, row]));
}

const sameAs = (known: Seen, seen: Seen): boolean =>
  known.count === seen.count && known.firstSeen === seen.firstSeen && known.lastSeen === seen.lastSeen;

const common = ({ known, id }: Change) =>
  ({
    type: 'sighting',
    sourceId: id,
    markings: [],
    role: 'OBJECT',
    supersedes: known?.sequence ?? null,
  }) as const;

/** But for its marking, and what it is of: the same value may be here under another id. */
function asItCame(change: Change): NewObject {
  const { object_marking_refs: _, ...object } = change.told.object as StixObject;
  return {
    ...common(change),
    objectId: object.id,
    version: object.modified ?? object.created ?? '',
    specVersion: specVersionOf(object),
    completion: 'MARKED',
    content: JSON.stringify({ ...object, sighting_of_ref: change.target.objectId }),
  };
}

function anew(change: Change, { originId }: Setting, now: string): NewObject {
  const { id, known, told, target } = change;
  const sighting = {
    ...told.seen,
    id,
    memberId: originId,
    attribution: 'ANONYMOUS',
    at: known?.at ?? now,
  } as const;
  return {
    ...common(change),
    objectId: `sighting--${id}`,
    version: now,
    specVersion: '2.1',
    completion: 'SIGNED',
    content: stixOfSighting(sighting, target.objectId, now),
  };
}

async function recount(tx: WriteTx, indicatorIds: readonly string[]): Promise<void> {
  const ofIt = sql`FROM sighting s WHERE s.indicator_id = indicator.id`;
  await tx.execute(sql`
    UPDATE indicator SET sighting_count = (SELECT SUM(s.count) ${ofIt}), first_seen = (SELECT MIN(s.first_seen) ${ofIt}),
      last_seen = (SELECT MAX(s.last_seen) ${ofIt}) WHERE id IN (${amongTexts(tx, indicatorIds)})`);
}
