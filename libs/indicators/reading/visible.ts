import sql, { empty, type Sql } from 'sql-template-tag';
import type { Key } from '#access';
import type { Tx } from '#platform';

/**
 * In a WHERE: whether a key is held. Keys are one value, however many: a member of a hundred groups holds more than two hundred of
 * them, and PostgreSQL makes a list anew for each entry that it looks at.
 */
export const isHeld = ({ dialect }: Pick<Tx, 'dialect'>, held: readonly Key[], key: Sql): Sql =>
  dialect === 'postgres'
    ? sql`(${key}) = ANY(${held}::text[])`
    : sql`${key} IN (SELECT value FROM json_each(${JSON.stringify(held)}))`;

/**
 * The key of an entry's key row `k`. PostgreSQL is not to seek each key that is held in the index: to read the few that an entry has
 * and to compare them all at once is quicker.
 */
const keyOf = ({ dialect }: Pick<Tx, 'dialect'>): Sql =>
  dialect === 'postgres' ? sql`k.key || ''` : sql`k.key`;

/**
 * In a WHERE, for an entry's key row `k`: whether the publication that it is part of can be seen now, in full. What is part of
 * none has no second lock.
 * @param more further conditions on the publication's present index, `o`; each begins with AND
 */
export const publicationOpens = (
  tx: Pick<Tx, 'dialect'>,
  held: readonly Key[],
  more: Sql = empty,
): Sql => sql`(k.publication_id IS NULL OR EXISTS (
  SELECT 1 FROM publication_key o WHERE o.publication_id = k.publication_id AND ${isHeld(tx, held, sql`o.key`)}
    AND (o.state = 'RELEASED' OR k.role = 'REVOKED') ${more}))`;

/** In a WHERE: whether the log's entry of this sequence can be seen. */
export const entryOpens = (
  tx: Pick<Tx, 'dialect'>,
  held: readonly Key[],
  sequence: Sql,
  more: Sql = empty,
): Sql =>
  held.length === 0
    ? sql`1 = 0`
    : sql`EXISTS (SELECT 1 FROM shared_object_key k WHERE k.sequence = ${sequence} AND ${isHeld(tx, held, keyOf(tx))}
    AND ${publicationOpens(tx, held, more)})`;
