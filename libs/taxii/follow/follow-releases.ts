import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { ANALYST_KEY, type Principal, PUBLIC_KEY } from '#access';
import { type StixObject, toStix } from '#exchange';
import { Outgoings } from '#exports';
import {
  type Details,
  FactLog,
  laterThan,
  type NewObject,
  ObjectLog,
  type SharedWith,
  stixOf,
} from '#indicators';
import { Clock, Database, Foreground, type Tx, timestamp, type WriteTx } from '#platform';
import { type LogEntry, Publications, ReleaseLog } from '#publications';

/** Indicators revoked in one step. */
const AT_ONCE = 500;

/** What a hub analyst may read: all but what is red, which leaves by no way. */
const HUB: Principal = {
  viewer: null,
  held: new Set([PUBLIC_KEY, ANALYST_KEY]),
  scopes: null,
  sessionId: null,
};

/** Reports and notes are worked out for whoever reads them; the rest is the same for all. */
const WORKED_OUT = ['report', 'note'];

/**
 * Writes releases into the log of objects, entry by entry from a durable cursor: what is written and the cursor are one
 * transaction, so an entry comes once, whatever crashes, and one hub of several writes at a time.
 */
@Injectable()
export class FollowReleases {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleaseLog,
    private readonly publications: Publications,
    private readonly outgoings: Outgoings,
    private readonly facts: FactLog,
    private readonly log: ObjectLog,
    private readonly clock: Clock,
    private readonly foreground: Foreground,
  ) {}

  /** Follows all that waits. @param signal stops it between two steps */
  async catchUp(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.isBehind())) {
      await this.foreground.quiet();
      // Others that wait to write have their turn between two steps.
      if (!(await this.step())) return;
    }
  }

  /** One transaction: the entry that comes next, or a part of what follows from it. @returns false when nothing waits */
  private step(): Promise<boolean> {
    return this.database.write(async (tx) => {
      const cursor = await take(tx);
      if (cursor === null) return false;
      const [entry] = await this.releases.since(cursor, 1);
      if (!entry) return false;
      const done = entry.what !== 'WITHDRAWN' || !(await this.revokeSome(tx, entry));
      if (!done) return true;
      if (entry.released.tlp !== 'RED') await this.write(tx, entry);
      await tx.execute(sql`UPDATE taxii_cursor SET sequence = ${entry.sequence} WHERE name = 'releases'`);
      return true;
    });
  }

  private async isBehind(): Promise<boolean> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ sequence: number }>(sql`SELECT sequence FROM taxii_cursor WHERE name = 'releases'`),
    );
    return row !== undefined && row.sequence < (await this.releases.head());
  }

  private async write(tx: WriteTx, entry: LogEntry): Promise<void> {
    const { publicationId, revisionId } = entry;
    const view = (await this.publications.asOf(HUB, [{ publicationId, revisionId }])).get(revisionId);
    // What has been withdrawn or made red since is not to be told any more.
    const [outgoing] = view ? await this.outgoings.of([view]) : [];
    if (!outgoing) return;
    const objects: readonly StixObject[] = toStix(outgoing, this.outgoings.source());
    const shared = sharedWith(entry);
    await this.facts.append(
      tx,
      shared,
      objects.filter(({ type }) => !WORKED_OUT.includes(type)),
    );
    const versions: NewObject[] = [];
    for (const { id, type } of objects.filter((object) => WORKED_OUT.includes(object.type))) {
      const before = await latest(tx, id);
      versions.push({
        objectId: id,
        type,
        version: before ? laterThan(before.version, entry.at) : entry.at,
        specVersion: '2.1',
        sourceId: revisionId,
        completion: 'WHOLE',
        markings: [],
        content: '',
        role: entry.what === 'WITHDRAWN' ? 'REVOKED' : 'OBJECT',
        supersedes: before?.sequence ?? null,
      });
    }
    await this.log.append(tx, shared, versions);
  }

  /** Of a withdrawn publication, revokes indicators of its own that still stand. @returns whether there were any */
  private async revokeSome(tx: WriteTx, { publicationId }: LogEntry): Promise<boolean> {
    const now = timestamp(this.clock.now());
    const rows = await tx.rows<Standing>(sql`
      SELECT i.id, i.object_id AS "objectId", i.value, i.pattern, i.details, i.tlp, i.origin_id AS "originId", i.added_at AS "addedAt",
        i.updated_at AS "updatedAt", i.sequence, k.audience, k.kind,
        (SELECT string_agg(a.key, ' ') FROM shared_object_key a WHERE a.sequence = i.sequence) AS keys
      FROM indicator i JOIN shared_object_key k ON k.sequence = i.sequence
        AND k.key = (SELECT MIN(f.key) FROM shared_object_key f WHERE f.sequence = i.sequence)
      WHERE i.publication_id = ${publicationId} AND i.state = 'ACTIVE' AND k.superseded = 0 LIMIT ${AT_ONCE}`);
    for (const group of grouped(rows)) {
      const [first] = group;
      if (!first) continue;
      const shared: SharedWith = {
        keys: first.keys.split(' '),
        regions: { audience: first.audience },
        originId: first.originId,
        attribution: 'ANONYMOUS',
        tlp: first.tlp,
        publicationId,
        kind: first.kind,
      };
      await this.log.append(
        tx,
        shared,
        group.map((row) => revoked(row, now)),
      );
    }
    return rows.length > 0;
  }
}

interface Standing {
  readonly id: string;
  readonly objectId: string;
  readonly value: string | null;
  readonly pattern: string;
  readonly details: string;
  readonly tlp: SharedWith['tlp'];
  readonly originId: string;
  readonly addedAt: string;
  readonly updatedAt: string;
  readonly sequence: number;
  readonly audience: string;
  readonly kind: SharedWith['kind'];
  readonly keys: string;
}

function grouped(rows: readonly Standing[]): Standing[][] {
  const groups = new Map<string, Standing[]>();
  for (const row of rows) {
    const name = JSON.stringify([row.keys, row.audience, row.tlp, row.originId]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

function revoked(row: Standing, now: string): NewObject {
  const updatedAt = laterThan(row.updatedAt, now);
  const { validFrom } = JSON.parse(row.details) as Details;
  // Nothing is left of what was said of it: the pattern and its date are what STIX 2.1, section 4.7, asks for.
  const details = { description: null, confidence: null, validFrom, validUntil: null, killChainPhases: [] };
  return {
    objectId: row.objectId,
    type: 'indicator',
    version: updatedAt,
    specVersion: '2.1',
    sourceId: row.id,
    completion: 'SIGNED',
    markings: [],
    content: stixOf({ ...row, subject: row, details, updatedAt, revoked: true }),
    role: 'REVOKED',
    supersedes: row.sequence,
  };
}

const sharedWith = (entry: LogEntry): SharedWith => ({
  keys: entry.keys,
  regions: entry.revision.audience.regions,
  originId: entry.released.originId,
  attribution: entry.revision.content.attribution,
  tlp: entry.released.tlp,
  publicationId: entry.publicationId,
  kind: entry.revision.content.kind,
});

async function latest(tx: Tx, objectId: string): Promise<{ sequence: number; version: string } | null> {
  const [row] = await tx.rows<{ sequence: number; version: string }>(
    sql`SELECT sequence, version FROM shared_object WHERE object_id = ${objectId} ORDER BY sequence DESC LIMIT 1`,
  );
  return row ?? null;
}

/** The cursor, held until the end of the transaction; nothing if another hub holds it. */
async function take(tx: WriteTx): Promise<number | null> {
  const [row] = await tx.rows<{ sequence: number }>(sql`
    SELECT sequence FROM taxii_cursor WHERE name = 'releases'
    ${tx.dialect === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : empty}`);
  return row?.sequence ?? null;
}
