import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { bulk, type Sql } from 'sql-template-tag';
import type { Key, PublicationKind, Tlp } from '#access';
import type { Attribution } from '#contract';
import { Clock, type WriteTx } from '#platform';
import { RegionsService } from '#regions';
import type { Completion, ObjectRole } from '../entities/shared-object.entity.js';

const MICROSECONDS = 1_000;

/** A version of an object, ready to be written. */
export interface NewObject {
  readonly objectId: string;
  readonly type: string;
  readonly version: string;
  readonly specVersion: '2.0' | '2.1';
  readonly sourceId: string | null;
  readonly completion: Completion;
  /** Marking references besides that of the TLP. */
  readonly markings: readonly string[];
  readonly content: string;
  readonly role: ObjectRole;
  /** The entry of the version before, which this one supersedes. */
  readonly supersedes: number | null;
}

/** What holds for all objects that are written together. */
export interface SharedWith {
  readonly keys: readonly Key[];
  /** Codes of the regions that it is addressed to, or the audience of an entry that is for the same. */
  readonly regions: readonly string[] | { readonly audience: string };
  readonly originId: string | null;
  readonly attribution: Attribution;
  readonly tlp: Tlp;
  readonly publicationId: string | null;
  readonly kind: PublicationKind | null;
}

/** Values of one statement: both engines take 32,766 and more. */
const VALUES_AT_ONCE = 16_000;

/** The one place that writes to the log of objects. */
@Injectable()
export class ObjectLog {
  constructor(
    private readonly clock: Clock,
    private readonly regions: RegionsService,
  ) {}

  /** Keeps all others from the log until the end of the transaction: what is read after is what will be there. */
  async lock(tx: WriteTx): Promise<void> {
    await tx.nextSequence('object', 0);
  }

  /** @returns the sequence of the first; the others follow one by one */
  async append(tx: WriteTx, shared: SharedWith, objects: readonly NewObject[]): Promise<number> {
    if (objects.length === 0) return 0;
    const first = (await tx.nextSequence('object', objects.length)) - objects.length + 1;
    const added = await this.firstMoment(tx);
    const audience = await this.putAudience(tx, shared.regions);
    const { originId, attribution, tlp, publicationId, kind } = shared;
    await insertMany(
      tx,
      sql`INSERT INTO shared_object (sequence, added, object_id, type, version, spec_version, source_id, origin_id, completion,
        attribution, tlp, markings, content, publication_id) VALUES `,
      objects.map((one, place) => [
        ...[first + place, added + place, one.objectId, one.type, one.version, one.specVersion, one.sourceId],
        ...[originId, one.completion, attribution, tlp, markingsOf(one), one.content, publicationId],
      ]),
    );
    await insertMany(
      tx,
      sql`INSERT INTO shared_object_key (key, sequence, type, spec_version, kind, publication_id, audience, superseded, role) VALUES `,
      shared.keys.flatMap((key) =>
        objects.map((one, place) => [
          key,
          first + place,
          one.type,
          one.specVersion,
          kind,
          publicationId,
          audience,
          0,
          one.role,
        ]),
      ),
    );
    await supersede(tx, objects);
    tx.wake('object');
    return first;
  }

  /**
   * Microseconds since 1970, after every entry before: no two are added at one moment, so a moment is a place in the log. Below
   * the millisecond it is chance: counted on from the entry before, it would tell how many there are that one does not see.
   */
  private async firstMoment(tx: WriteTx): Promise<number> {
    const [last] = await tx.rows<{ added: number }>(
      sql`SELECT added FROM shared_object ORDER BY added DESC LIMIT 1`,
    );
    const now = this.clock.now().getTime() * MICROSECONDS;
    const soonest = Math.max(now, (last?.added ?? 0) + 1);
    return soonest + randomInt(MICROSECONDS);
  }

  private async putAudience(tx: WriteTx, codes: SharedWith['regions']): Promise<string> {
    if ('audience' in codes) return codes.audience;
    const tree = this.regions.tree();
    const direct = [...new Set(codes)].sort();
    const above = [...new Set(direct.flatMap((code) => tree.line(code)))].filter(
      (code) => !direct.includes(code),
    );
    const audience = audienceOf(direct);
    const rows = [...direct.map((code) => [audience, code, 1]), ...above.map((code) => [audience, code, 0])];
    if (rows.length > 0) {
      await tx.execute(
        sql`INSERT INTO shared_object_region (audience, code, direct) VALUES ${bulk(rows)} ON CONFLICT DO NOTHING`,
      );
    }
    return audience;
  }
}

/** A digest of the regions that something is addressed to: the same for the same ones. */
export const audienceOf = (codes: readonly string[]): string =>
  createHash('sha256')
    .update([...new Set(codes)].sort().join())
    .digest('base64url')
    .slice(0, 16);

const markingsOf = ({ markings }: NewObject): string | null =>
  markings.length > 0 ? JSON.stringify(markings) : null;

async function supersede(tx: WriteTx, objects: readonly NewObject[]): Promise<void> {
  const sequences = objects.map(({ supersedes }) => supersedes).filter((one) => one !== null);
  if (sequences.length === 0) return;
  await tx.execute(
    sql`UPDATE shared_object_key SET superseded = 1 WHERE sequence IN (${amongNumbers(tx, sequences)})`,
  );
}

/** In an IN: numbers as one value, however many. */
export const amongNumbers = (tx: Pick<WriteTx, 'dialect'>, numbers: readonly number[]): Sql =>
  tx.dialect === 'postgres'
    ? sql`SELECT unnest(${numbers}::bigint[])`
    : sql`SELECT value FROM json_each(${JSON.stringify(numbers)})`;

/** In an IN: texts as one value, however many. */
export const amongTexts = (tx: Pick<WriteTx, 'dialect'>, texts: readonly string[]): Sql =>
  tx.dialect === 'postgres'
    ? sql`SELECT unnest(${texts}::text[])`
    : sql`SELECT value FROM json_each(${JSON.stringify(texts)})`;

/** Inserts rows, as many at once as a statement takes. */
export async function insertMany(
  tx: WriteTx,
  head: Sql,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const width = rows[0]?.length ?? 1;
  const atOnce = Math.floor(VALUES_AT_ONCE / width);
  for (let start = 0; start < rows.length; start += atOnce) {
    await tx.execute(sql`${head}${bulk(rows.slice(start, start + atOnce) as unknown[][])}`);
  }
}
