import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import { opensEntry, opensNow, releaseKeys } from '#publications';
import type { Cause, ChannelName } from '../queue/vocabulary.js';

/** Some of the dead letters. */
export interface Chosen {
  readonly channels?: readonly ChannelName[] | null | undefined;
  readonly causes?: readonly Cause[] | null | undefined;
}

/** In a WHERE on `delivery d`: dead letters. What waited for a digest stands as the e-mail does, and is not told beside it. */
export function isDead({ channels, causes }: Chosen): Sql {
  // Said so, SQLite walks the index of the latest, and does not sort them all.
  const of = channels?.length ? sql`IN (${join([...channels])})` : sql`<> 'DIGEST'`;
  return sql`d.dead = 1 AND d.channel ${of}
    ${causes?.length ? sql`AND d.cause IN (${join([...causes])})` : empty}`;
}

/** The same of what a principal may know of: what is about no publication, or about one that they see. */
export function isKnownTo({ held }: Principal): Sql {
  const keys = releaseKeys(held);
  return sql`(d.publication_id = ''
    OR (${opensNow(keys, sql`d.publication_id`)} AND ${opensEntry(keys, sql`d.sequence`)}))`;
}

/** An endpoint that is not sent to gets nothing; an item of a digest comes with the e-mail that carries it. */
export const IS_REPLAYABLE = sql`(d.channel = 'EMAIL' OR (d.channel = 'WEBHOOK' AND EXISTS (
  SELECT 1 FROM webhook_endpoint e WHERE e.id = d.address AND e.state = 'ACTIVE')))`;
