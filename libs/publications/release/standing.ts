import sql, { join } from 'sql-template-tag';
import { type Action, type Key, may, opens, type Principal, type PublicationKind, type Tlp } from '#access';
import type { PublicationState } from '#contract';
import { conflict, forbidden, notFound, type WriteTx } from '#platform';
import type { Addressed, Composed, Content } from '../content/content.js';

/** A publication as it stands, locked until the end of the transaction. */
export interface Standing {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly originId: string;
  readonly state: PublicationState;
  readonly revisionId: string;
  readonly number: number;
  readonly sequence: number;
  readonly firstAt: string;
  readonly audienceChanged: number;
  readonly authorId: string;
  readonly releasedById: string;
  readonly composed: Composed;
  /** What opens it now. */
  readonly keys: ReadonlySet<Key>;
}

interface Row extends Omit<Standing, 'composed' | 'keys'> {
  readonly tlp: Tlp;
  readonly content: string;
  readonly audience: string;
}

/** Ids are UUIDs of our own; anything else is absent, and too long a text is not even looked for. */
const isId = (text: string): boolean => text.length === 36;

/**
 * Locks publications and reads how those stand that this principal may see. All that one transaction needs are locked by one
 * call, by id, and before any sequence is taken: so no two transactions wait for each other.
 */
export async function lockStanding(
  tx: WriteTx,
  principal: Principal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const wanted = [...new Set(ids)].filter(isId).sort();
  if (tx.dialect === 'postgres' && wanted.length > 0) {
    await tx.rows(sql`SELECT id FROM publication WHERE id IN (${join(wanted)}) ORDER BY id FOR UPDATE`);
  }
  const standing = new Map<string, Standing>();
  for (const id of wanted) {
    const found = await read(tx, id);
    if (found && opens(principal.held, found.keys)) standing.set(id, found);
  }
  return standing;
}

/** @throws Refusal NOT_FOUND if it is absent or not for the principal to see: the two are one answer */
export function required(standing: ReadonlyMap<string, Standing>, id: string): Standing {
  const found = standing.get(id);
  if (!found) throw notFound();
  return found;
}

/** How a publication stands, for what the hub itself does: nobody asks to see it. Locked as above. */
export async function standingOf(tx: WriteTx, id: string): Promise<Standing | null> {
  await tx.rows(sql`SELECT id FROM publication WHERE id = ${id} ${tx.forUpdate}`);
  return read(tx, id);
}

/** Read after the lock is held, so that what another transaction did before is seen. */
async function read(tx: WriteTx, id: string): Promise<Standing | null> {
  const [row] = await tx.rows<Row>(sql`
    SELECT p.id, p.kind, p.origin_id AS "originId", p.state, p.revision_id AS "revisionId", r.number, p.sequence,
      p.first_at AS "firstAt", p.audience_changed AS "audienceChanged", r.author_id AS "authorId",
      r.released_by_id AS "releasedById", r.tlp, r.content, r.audience
    FROM publication p JOIN revision r ON r.id = p.revision_id WHERE p.id = ${id}`);
  if (!row) return null;
  const keys = await tx.rows<{ key: Key }>(sql`SELECT key FROM publication_key WHERE publication_id = ${id}`);
  const { tlp, content, audience, ...rest } = row;
  return {
    ...rest,
    composed: { tlp, content: JSON.parse(content) as Content, audience: JSON.parse(audience) as Addressed },
    keys: new Set(keys.map(({ key }) => key)),
  };
}

/** Asked once the object is known to be visible. @throws Refusal FORBIDDEN */
export function assertMay(principal: Principal, action: Action, memberId: string): void {
  if (!may(principal.viewer, action, { memberId }, principal.scopes)) throw forbidden();
}

/** @throws Refusal CONFLICT for what has been withdrawn, and for a revision that is no longer the present one */
export function assertPresent(standing: Standing, revisionId: string | null): void {
  if (standing.state === 'WITHDRAWN') throw conflict('It has been withdrawn.');
  if (revisionId !== null && standing.revisionId !== revisionId) {
    throw conflict('Another revision was released since this one was read.');
  }
}
