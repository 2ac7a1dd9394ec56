import sql, { bulk } from 'sql-template-tag';
import { type StixObject, versionAtOf } from '#exchange';
import { amongTexts } from '#indicators';
import type { Tx, WriteTx } from '#platform';
import { type KnownVersions, namesOf } from './sift.js';

const ROWS_AT_ONCE = 400;
/** Later than any version of another's: what was made here is never taken in. */
const OURS = '9999';

/**
 * What is known of these objects, whoever may see it here: what came from a remote collection before, and what has left this hub.
 * Nobody is told.
 */
export async function knownOf(tx: Tx, objects: readonly StixObject[]): Promise<KnownVersions> {
  const ids = [...new Set(objects.flatMap(namesOf))];
  const rows = await tx.rows<{ id: string; version: string }>(sql`
    SELECT object_id AS id, version FROM remote_object WHERE object_id IN (${amongTexts(tx, ids)})
    UNION ALL
    SELECT object_id AS id, CASE WHEN source_id IS NULL THEN MAX(version) ELSE ${OURS} END AS version FROM shared_object
    WHERE object_id IN (${amongTexts(tx, ids)}) GROUP BY object_id, source_id`);
  const byUuid = new Map(ids.map((id) => [id.slice(id.indexOf('--') + 2), id]));
  const own = await tx.rows<{ id: string }>(sql`
    SELECT id FROM publication WHERE id IN (${amongTexts(tx, [...byUuid.keys()])})`);
  const known = new Map<string, string>();
  const put = (id: string, version: string) => {
    if (version > (known.get(id) ?? '')) known.set(id, version);
  };
  for (const { id, version } of rows) put(id, version === OURS ? OURS : sortableOf(version));
  for (const { id } of own) put(byUuid.get(id) as string, OURS);
  return known;
}

const sortableOf = (version: string): string => versionAtOf({ modified: version } as StixObject);

export async function putKnown(tx: WriteTx, objects: readonly StixObject[]): Promise<void> {
  const latest = new Map<string, string>();
  for (const object of objects) {
    const version = versionAtOf(object);
    if (version >= (latest.get(object.id) ?? '')) latest.set(object.id, version);
  }
  const rows = [...latest];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.execute(sql`
      INSERT INTO remote_object (object_id, version) VALUES ${bulk(rows.slice(start, start + ROWS_AT_ONCE))}
      ON CONFLICT (object_id) DO UPDATE SET version = excluded.version WHERE excluded.version > remote_object.version`);
  }
}
