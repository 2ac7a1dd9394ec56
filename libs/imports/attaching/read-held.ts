import sql, { empty, join, type Sql } from 'sql-template-tag';
import { TLPS, type Tlp } from '#access';
import { refsOf, type StixObject } from '#exchange';
import { type Seen, subjectOf, toKeep } from '#indicators';
import type { Tx } from '#platform';
import { partAt } from '../kept/parts.js';
import type { Batch, Held, HeldIndicator, HeldSighting } from './held.js';
import { ofEvent } from './of-event.js';

interface Row {
  readonly body: string;
  readonly tlp: number | null;
}

const AT_ONCE = 1_000;
/** References of a report that are followed in one batch. */
const REFS_AT_ONCE = 500;

/** @param now what stands for a time that nothing says */
export async function indicatorsHeld(
  tx: Tx,
  held: Held,
  place: number,
  now: string,
): Promise<Batch<HeldIndicator>> {
  if (held.format === 'MISP') {
    const all = await ofEvent(tx, held);
    const some = all.slice(place, place + AT_ONCE);
    return batch(
      some.map(({ indicator }) => indicator),
      place + AT_ONCE < all.length ? place + AT_ONCE : null,
    );
  }
  const { rows, next } = await rowsOf(tx, held, 'indicator', place);
  return batch(
    rows.map(({ body, tlp }) => {
      const object = JSON.parse(body) as StixObject;
      const kept = toKeep(object, object.modified ?? object.created ?? '', now);
      return kept.indicator ? { tlp: tlpAt(tlp), object: kept } : null;
    }),
    next,
  );
}

export async function sightingsHeld(tx: Tx, held: Held, place: number): Promise<Batch<HeldSighting>> {
  if (held.format === 'MISP') {
    const all = await ofEvent(tx, held);
    const some = all.slice(place, place + AT_ONCE);
    const found = some.flatMap(({ indicator, sighting }) => (indicator && sighting ? [sighting] : []));
    return batch(found, place + AT_ONCE < all.length ? place + AT_ONCE : null);
  }
  const { rows, next } = await rowsOf(tx, held, 'sighting', place);
  const objects = rows.map(({ body, tlp }) => ({ object: JSON.parse(body) as StixObject, tlp }));
  const targets = await subjectsOf(
    tx,
    held,
    objects.map(({ object }) => String(object.sighting_of_ref)),
  );
  return batch(
    objects.map(({ object, tlp }) => {
      const foundBy = targets.get(String(object.sighting_of_ref));
      const seen = seenIn(object);
      const fits = foundBy !== undefined && seen !== null && object.revoked !== true;
      return fits ? { tlp: tlpAt(tlp), toldAs: object.id, foundBy, seen, object } : null;
    }),
    next,
  );
}

/** How many indicators a document holds for its publication, those among them that cannot be looked up. */
export async function countHeld(tx: Tx, held: Held): Promise<number> {
  if (held.format === 'MISP') return (await ofEvent(tx, held)).length;
  if (held.format !== 'STIX') return 0;
  if (held.head !== null) {
    let count = 0;
    for (let place: number | null = 0; place !== null; ) {
      const { rows, next } = await rowsOf(tx, held, 'indicator', place);
      count += rows.length;
      place = next;
    }
    return count;
  }
  const [row] = await tx.rows<{ count: number }>(sql`
    SELECT CAST(COUNT(*) AS INTEGER) AS count FROM import_part
    WHERE document_id = ${held.documentId} AND rest = 1 AND type = 'indicator'`);
  return row?.count ?? 0;
}

const batch = <T>(all: readonly (T | null)[], next: number | null): Batch<T> => {
  const found = all.filter((one) => one !== null);
  return { found, left: all.length - found.length, next };
};

/** Parts of a type, in the order of the document; those that a report refers to in the order in which it does. */
async function rowsOf(
  tx: Tx,
  { documentId, head }: Held,
  type: string,
  place: number,
): Promise<{ rows: readonly Row[]; next: number | null }> {
  const read = (which: Sql, end: Sql = empty) =>
    tx.rows<Row & { ordinal: number }>(sql`
      SELECT ordinal, body, tlp FROM import_part
      WHERE document_id = ${documentId} AND type = ${type} AND ${which} ORDER BY ordinal ${end}`);
  if (head === null) {
    const rows = await read(sql`rest = 1 AND ordinal >= ${place}`, sql`LIMIT ${AT_ONCE}`);
    return { rows, next: rows.length < AT_ONCE ? null : (rows.at(-1)?.ordinal ?? 0) + 1 };
  }
  const report = await partAt(tx, documentId, head);
  const refs = report ? [...new Set(refsOf(JSON.parse(report.body) as StixObject))] : [];
  const some = refs.slice(place, place + REFS_AT_ONCE);
  const also = type === 'sighting' ? sql`OR about IN (${join(some)})` : empty;
  const rows = some.length > 0 ? await read(sql`(object_id IN (${join(some)}) ${also})`) : [];
  return { rows, next: place + REFS_AT_ONCE < refs.length ? place + REFS_AT_ONCE : null };
}

/** What the indicators of these ids are found by. */
async function subjectsOf(
  tx: Tx,
  { documentId }: Held,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const asked = [...new Set(ids)];
  for (let start = 0; start < asked.length; start += REFS_AT_ONCE) {
    const rows = await tx.rows<{ body: string }>(sql`
      SELECT body FROM import_part WHERE document_id = ${documentId} AND type = 'indicator'
        AND object_id IN (${join(asked.slice(start, start + REFS_AT_ONCE))})`);
    for (const { body } of rows) {
      const object = JSON.parse(body) as StixObject;
      const subject = subjectOf(object);
      if (subject) found.set(object.id, subject.foundBy);
    }
  }
  return found;
}

const MOST_COUNT = 999_999_999;

/** STIX 2.1, section 5.2: without a count it was seen once, without a time when that was said. */
function seenIn(object: StixObject): Seen | null {
  const { count = 1, first_seen: first, last_seen: last, created } = object;
  const from = Date.parse(String(first ?? last ?? created));
  const until = Date.parse(String(last ?? first ?? created));
  if (Number.isNaN(from) || Number.isNaN(until) || count === 0) return null;
  return {
    count: Math.min(Number(count), MOST_COUNT),
    firstSeen: new Date(from).toISOString(),
    lastSeen: new Date(until).toISOString(),
  };
}

const tlpAt = (place: number | null): Tlp | null => (place === null ? null : (TLPS[place] ?? 'RED'));
