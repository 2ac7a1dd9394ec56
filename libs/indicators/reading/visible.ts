import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Key } from '#access';

/**
 * In a WHERE, for an entry's key row `k`: whether the publication that it is part of can be seen now, in full. What is part of
 * none has no second lock.
 * @param more further conditions on the publication's present index, `o`; each begins with AND
 */
export const publicationOpens = (
  held: readonly Key[],
  more: Sql = empty,
): Sql => sql`(k.publication_id IS NULL OR EXISTS (
  SELECT 1 FROM publication_key o WHERE o.publication_id = k.publication_id AND o.key IN (${join(held)})
    AND (o.state = 'RELEASED' OR k.role = 'REVOKED') ${more}))`;

/** In a WHERE: whether the log's entry of this sequence can be seen. */
export const entryOpens = (held: readonly Key[], sequence: Sql, more: Sql = empty): Sql =>
  held.length === 0
    ? sql`1 = 0`
    : sql`EXISTS (SELECT 1 FROM shared_object_key k WHERE k.sequence = ${sequence} AND k.key IN (${join(held)})
    AND ${publicationOpens(held, more)})`;
