import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Ids, type WriteTx } from '#platform';
import type { Details } from '../adding/details.js';
import type { Setting } from '../adding/setting.js';
import type { Subject } from '../adding/subject.js';
import { FactLog } from './facts.js';
import { amongTexts, audienceOf, insertMany, type NewObject, ObjectLog } from './object-log.js';

/** An object that came from outside, and comes out again as it came. */
export interface ToKeep {
  readonly objectId: string;
  readonly type: string;
  readonly version: string;
  /** Whether it has no versions, so that its id alone says which it is. */
  readonly unversioned: boolean;
  readonly specVersion: NewObject['specVersion'];
  readonly content: string;
  readonly markings: readonly string[];
  /** What it points at, if it is an indicator that can be looked up. */
  readonly indicator: {
    readonly subject: Subject;
    readonly details: Details;
    readonly revoked: boolean;
  } | null;
}

/** What came of an object: null is a success. */
export type Kept = string | null;

interface Standing {
  readonly objectId: string;
  readonly sequence: number;
  readonly version: string;
  readonly content: string;
}

/** Keeps objects as they came, with everything in them that is not known here. */
@Injectable()
export class KeepObjects {
  constructor(
    private readonly log: ObjectLog,
    private readonly facts: FactLog,
    private readonly ids: Ids,
  ) {}

  /** @returns what came of each, in their order: the same again is a success and changes nothing */
  async keep(tx: WriteTx, setting: Setting, objects: readonly ToKeep[], now: string): Promise<Kept[]> {
    await this.log.lock(tx);
    const standing = await latest(tx, setting, objects);
    const fresh: { readonly object: ToKeep; readonly supersedes: number | null }[] = [];
    const outcomes = objects.map((object): Kept => {
      const known = standing.get(object.objectId);
      if (known) {
        if (object.unversioned || known.version === object.version)
          return object.unversioned || known.content === object.content
            ? null
            : 'This version is here already, and says something else.';
        if (inOrder(known.version) > inOrder(object.version)) return 'A later version is here already.';
      }
      fresh.push({ object, supersedes: known && known.sequence > 0 ? known.sequence : null });
      standing.set(object.objectId, { ...object, sequence: 0 });
      return null;
    });
    if (fresh.length > 0)
      await this.facts.append(
        tx,
        setting,
        setting.facts.filter(({ type }) => type === 'marking-definition'),
      );
    const first = await this.log.append(
      tx,
      setting,
      fresh.map(({ object, supersedes }) => ({
        ...object,
        sourceId: null,
        completion: 'MARKED',
        role: 'OBJECT',
        supersedes,
      })),
    );
    await this.index(
      tx,
      setting,
      fresh.map(({ object }, place) => ({ object, sequence: first + place })),
      now,
    );
    return outcomes;
  }

  /** Lets indicators be looked up: what is known in this setting moves to its latest version, the rest is new. */
  private async index(
    tx: WriteTx,
    setting: Setting,
    entries: readonly { readonly object: ToKeep; readonly sequence: number }[],
    now: string,
  ): Promise<void> {
    const found = entries.flatMap(({ object, sequence }) =>
      object.indicator ? [{ objectId: object.objectId, sequence, ...object.indicator }] : [],
    );
    if (found.length === 0) return;
    const rows = await tx.rows<{ id: string; foundBy: string; objectId: string }>(sql`
      SELECT id, found_by AS "foundBy", object_id AS "objectId" FROM indicator WHERE scope = ${setting.scope}
        AND found_by IN (${amongTexts(
          tx,
          found.map(({ subject }) => subject.foundBy),
        )})`);
    const known = new Map(rows.map((row) => [row.foundBy, row]));
    const added = new Map<string, (typeof found)[number] & { readonly id: string }>();
    for (const one of found) {
      const { foundBy } = one.subject;
      const before = known.get(foundBy);
      if (!before) added.set(foundBy, { ...one, id: added.get(foundBy)?.id ?? this.ids.id() });
      else if (before.objectId === one.objectId) {
        const scope = one.revoked ? `revoked ${before.id}` : setting.scope;
        await tx.execute(sql`
          UPDATE indicator SET sequence = ${one.sequence}, details = ${JSON.stringify(one.details)}, updated_at = ${now},
            state = ${one.revoked ? 'REVOKED' : 'ACTIVE'}, scope = ${scope} WHERE id = ${before.id}`);
      }
    }
    await insertMany(
      tx,
      sql`INSERT INTO indicator (id, sequence, object_id, type, found_by, scope, value, pattern, details, tlp, origin_id,
        attribution, publication_id, state, harmless, added_at, updated_at, sighting_count) VALUES `,
      [...added.values()].map(({ id, sequence, objectId, subject, details, revoked }) => [
        ...[id, sequence, objectId, subject.type, subject.foundBy, revoked ? `revoked ${id}` : setting.scope],
        ...[subject.value, subject.pattern, JSON.stringify(details), setting.tlp, setting.originId],
        ...[
          setting.attribution,
          setting.publicationId,
          revoked ? 'REVOKED' : 'ACTIVE',
          subject.harmless,
          now,
          now,
          0,
        ],
      ]),
    );
    await insertMany(
      tx,
      sql`INSERT INTO indicator_value (found_by, indicator_id) VALUES `,
      [...added.values()].flatMap(({ id, subject }) => subject.alsoFoundBy.map((foundBy) => [foundBy, id])),
    );
  }
}

/** A moment with as many digits of a fraction as any has, so that texts sort as moments do. */
const inOrder = (moment: string): string =>
  moment.replace(/(?:\.(\d+))?Z$/, (_, fraction: string = '') => `.${fraction.padEnd(12, '0')}Z`);

/** The latest version of each that this origin has shared in this setting. */
async function latest(
  tx: WriteTx,
  setting: Setting,
  objects: readonly ToKeep[],
): Promise<Map<string, Standing>> {
  const rows = await tx.rows<Standing>(sql`
    SELECT s.object_id AS "objectId", s.sequence, s.version, s.content FROM shared_object s
    WHERE s.object_id IN (${amongTexts(
      tx,
      objects.map(({ objectId }) => objectId),
    )}) AND s.origin_id = ${setting.originId}
      AND s.tlp = ${setting.tlp} AND EXISTS (
        SELECT 1 FROM shared_object_key k WHERE k.sequence = s.sequence AND k.audience = ${audienceOf(setting.regions)}
          AND COALESCE(k.publication_id, '') = ${setting.publicationId ?? ''}) ORDER BY s.sequence`);
  return new Map(rows.map((row) => [row.objectId, row]));
}
