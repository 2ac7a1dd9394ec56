import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { isHead, type StixObject, upstreamOf } from '#exchange';
import { Database } from '#platform';

/** Of what no report gathers so many objects stand for it. */
const SOME = 10;
/** What says nothing by itself. */
const ABOUT_OTHERS = ['identity', 'location', 'marking-definition', 'extension-definition', 'relationship'];

interface Row {
  readonly publicationId: string;
  readonly body: string;
}

/** Tells from which STIX objects of others publications were taken. */
@Injectable()
export class Upstream {
  constructor(private readonly database: Database) {}

  /** By publication, nearest first: the report itself, and what that says it was taken from. In two statements. */
  async of(publicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    if (publicationIds.length === 0) return found;
    const source = sql`FROM import_source s JOIN import_part p ON p.document_id = s.document_id
      WHERE s.format = 'STIX' AND s.publication_id IN (${join(publicationIds)})`;
    const [heads, loose] = await this.database.read((tx) =>
      Promise.all([
        tx.rows<Row>(sql`SELECT s.publication_id AS "publicationId", p.body ${source}
          AND p.type IN ('report', 'grouping') AND (s.head IS NULL OR p.ordinal = s.head)`),
        tx.rows<Row>(sql`SELECT s.publication_id AS "publicationId", p.body ${source}
          AND s.head IS NULL AND p.ordinal < ${SOME * 2} AND p.type NOT IN (${join(ABOUT_OTHERS)})
          ORDER BY p.ordinal`),
      ]),
    );
    for (const { publicationId, body } of [...heads, ...loose]) {
      const object = JSON.parse(body) as StixObject;
      const ids = found.get(publicationId) ?? [];
      if (ids.length >= SOME && !isHead(object)) continue;
      found.set(publicationId, [...ids, object.id, ...upstreamOf(object)]);
    }
    return found;
  }
}
