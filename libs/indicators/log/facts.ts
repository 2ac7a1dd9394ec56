import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Key } from '#access';
import type { WriteTx } from '#platform';
import { amongTexts, ObjectLog, type SharedWith } from './object-log.js';

/** An object that many others name, and that never changes: a member, a place, a marking. */
export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

interface Covered {
  readonly objectId: string;
  readonly key: Key;
}

/**
 * Puts facts into the log beside what names them, under the same locks: whoever sees what names a fact finds the fact before it,
 * and nobody else learns that it was named.
 */
@Injectable()
export class FactLog {
  constructor(private readonly log: ObjectLog) {}

  /** What is there for the same keys and the same publication is not put there twice. */
  async append(tx: WriteTx, shared: SharedWith, facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    const ids = facts.map(({ id }) => id);
    const ofTheSame =
      shared.publicationId === null
        ? sql`s.publication_id IS NULL`
        : sql`s.publication_id = ${shared.publicationId}`;
    const covered = await tx.rows<Covered>(sql`
      SELECT s.object_id AS "objectId", k.key FROM shared_object s JOIN shared_object_key k ON k.sequence = s.sequence
      WHERE ${ofTheSame} AND s.object_id IN (${amongTexts(tx, ids)})
        AND k.role = 'FACT' AND k.key IN (${amongTexts(tx, shared.keys)})`);
    const known = new Set(covered.map(({ objectId, key }) => `${objectId} ${key}`));
    const byKeys = new Map<string, Fact[]>();
    for (const fact of facts) {
      const missing = shared.keys.filter((key) => !known.has(`${fact.id} ${key}`));
      if (missing.length > 0) byKeys.set(missing.join(' '), [...(byKeys.get(missing.join(' ')) ?? []), fact]);
    }
    for (const [keys, missing] of byKeys) {
      await this.log.append(tx, { ...shared, keys: keys.split(' ') }, missing.map(toObject));
    }
  }
}

const toObject = (fact: Fact) => ({
  objectId: fact.id,
  type: fact.type,
  version: String(fact.modified ?? fact.created ?? ''),
  specVersion: '2.1' as const,
  sourceId: null,
  completion: 'WHOLE' as const,
  markings: [],
  content: JSON.stringify(fact),
  role: 'FACT' as const,
  supersedes: null,
});
