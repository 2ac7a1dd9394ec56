import { Injectable } from '@nestjs/common';
import sql, { bulk } from 'sql-template-tag';
import type { Key } from '#access';
import { Clock, Ids, timestamp, type WriteTx } from '#platform';
import { RegionsService } from '#regions';
import type { Composed } from '../content/content.js';
import { searchedText } from '../content/facts.js';
import type { LoggedKind } from '../log/log-entry.js';
import { indexText } from '../search/text-index.js';
import { levelOf } from '../vocabulary.js';
import type { Standing } from './standing.js';

/** A release, ready to be written; every question has been asked. */
export interface ToRelease {
  readonly what: LoggedKind;
  readonly publicationId: string;
  readonly originId: string;
  readonly composed: Composed;
  /** What opens it from now on. */
  readonly keys: ReadonlySet<Key>;
  readonly authorId: string;
  readonly releasedById: string;
  readonly note: string | null;
  /** How the publication stands, locked; null for a new one. */
  readonly standing: Standing | null;
  readonly withdrawal?: { readonly reason: string; readonly supersededById: string | null };
}

export interface Appended {
  readonly sequence: number;
  readonly revisionId: string;
}

/** Rows of one statement; both engines take far more values than this makes. */
const ROWS_AT_ONCE = 500;

/** The one place that writes to the release log: revision, entry, keys and the indexes of what is present, in one transaction. */
@Injectable()
export class AppendRelease {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly regions: RegionsService,
  ) {}

  async append(tx: WriteTx, release: ToRelease): Promise<Appended> {
    const sequence = await tx.nextSequence('release');
    const at = await this.timeOf(tx, sequence);
    const revisionId = this.ids.id();
    await putPublication(tx, release, { sequence, revisionId, at });
    await putRevision(tx, release, { sequence, revisionId, at });
    await putKeys(tx, release, sequence);
    await this.putPresentIndexes(tx, release, sequence);
    await indexText(tx, release.standing?.sequence ?? null, sequence, presentText(release));
    tx.wake('release');
    return { sequence, revisionId };
  }

  /** Held under the log's lock: an entry is never dated before the one that it follows. */
  private async timeOf(tx: WriteTx, sequence: number): Promise<string> {
    const now = timestamp(this.clock.now());
    const [last] = await tx.rows<{ at: string }>(
      sql`SELECT at FROM release WHERE sequence = ${sequence - 1}`,
    );
    return last && last.at > now ? last.at : now;
  }

  private async putPresentIndexes(tx: WriteTx, release: ToRelease, sequence: number): Promise<void> {
    const { publicationId: id, composed, withdrawal } = release;
    if (release.standing) {
      await tx.execute(sql`DELETE FROM publication_key WHERE publication_id = ${id}`);
      await tx.execute(sql`DELETE FROM publication_region WHERE publication_id = ${id}`);
      await tx.execute(sql`DELETE FROM publication_system WHERE publication_id = ${id}`);
      await tx.execute(sql`DELETE FROM publication_cve WHERE publication_id = ${id}`);
      await tx.execute(sql`DELETE FROM publication_level WHERE publication_id = ${id}`);
    }
    const { content, tlp } = composed;
    const state = withdrawal ? 'WITHDRAWN' : 'RELEASED';
    const facts = [id, content.kind, tlp, severityOf(release), content.status, state, expiryOf(release)];
    await insert(
      tx,
      (rows) => sql`INSERT INTO publication_key
        (key, sequence, publication_id, kind, tlp, severity, status, state, expires_at) VALUES ${bulk(rows)}`,
      [...release.keys].map((key) => [key, sequence, ...facts]),
    );
    if (withdrawal) return;
    await insert(
      tx,
      (rows) => sql`INSERT INTO publication_region (publication_id, code, direct) VALUES ${bulk(rows)}`,
      this.regionsOf(composed.audience.regions).map(([code, direct]) => [id, code, direct]),
    );
    await insert(
      tx,
      (rows) => sql`INSERT INTO publication_system (publication_id, system) VALUES ${bulk(rows)}`,
      content.affectedSystems.map((system) => [id, system]),
    );
    await insert(
      tx,
      (rows) => sql`INSERT INTO publication_cve (cve, sequence, publication_id) VALUES ${bulk(rows)}`,
      content.cves.map((cve) => [cve, sequence, id]),
    );
    if (content.alertLevel) {
      const { region, level } = content.alertLevel;
      await tx.execute(
        sql`INSERT INTO publication_level (publication_id, region, level) VALUES (${id}, ${region}, ${level})`,
      );
    }
  }

  /** The regions themselves (1) and what lies above them (0). */
  private regionsOf(codes: readonly string[]): [string, number][] {
    const tree = this.regions.tree();
    const above = new Set(codes.flatMap((code) => tree.line(code)));
    for (const code of codes) above.delete(code);
    return [
      ...codes.map((code): [string, number] => [code, 1]),
      ...[...above].map((code): [string, number] => [code, 0]),
    ];
  }
}

interface Place extends Appended {
  readonly at: string;
}

async function putPublication(
  tx: WriteTx,
  release: ToRelease,
  { sequence, revisionId, at }: Place,
): Promise<void> {
  const { standing, composed, withdrawal, keys } = release;
  const { content, tlp } = composed;
  const audienceChanged = standing && (standing.audienceChanged || !sameKeys(standing.keys, keys)) ? 1 : 0;
  await tx.execute(sql`
    INSERT INTO publication (id, kind, origin_id, on_behalf_of_id, attribution, state, tlp, status, severity, revision_id,
      sequence, first_at, updated_at, expires_at, audience_changed, superseded_by_id, withdrawn_at, withdrawal_reason)
    VALUES (${release.publicationId}, ${content.kind}, ${release.originId}, ${content.onBehalfOfId}, ${content.attribution},
      ${withdrawal ? 'WITHDRAWN' : 'RELEASED'}, ${tlp}, ${content.status}, ${severityOf(release)}, ${revisionId},
      ${sequence}, ${standing?.firstAt ?? at}, ${at}, ${expiryOf(release)}, ${audienceChanged},
      ${withdrawal?.supersededById ?? null}, ${withdrawal ? at : null}, ${withdrawal?.reason ?? null})
    ON CONFLICT (id) DO UPDATE SET on_behalf_of_id = excluded.on_behalf_of_id, attribution = excluded.attribution,
      state = excluded.state, tlp = excluded.tlp, status = excluded.status, severity = excluded.severity,
      revision_id = excluded.revision_id, sequence = excluded.sequence, updated_at = excluded.updated_at,
      expires_at = excluded.expires_at, audience_changed = excluded.audience_changed,
      superseded_by_id = excluded.superseded_by_id, withdrawn_at = excluded.withdrawn_at,
      withdrawal_reason = excluded.withdrawal_reason`);
}

async function putRevision(
  tx: WriteTx,
  release: ToRelease,
  { sequence, revisionId, at }: Place,
): Promise<void> {
  const { publicationId, what, composed, note, authorId, releasedById, standing } = release;
  await tx.execute(sql`
    INSERT INTO revision (id, publication_id, number, sequence, what, tlp, content, audience, note, author_id, released_by_id, at)
    VALUES (${revisionId}, ${publicationId}, ${(standing?.number ?? 0) + 1}, ${sequence}, ${what}, ${composed.tlp},
      ${JSON.stringify(composed.content)}, ${JSON.stringify(composed.audience)}, ${note}, ${authorId}, ${releasedById}, ${at})`);
  await tx.execute(sql`
    INSERT INTO release (sequence, publication_id, revision_id, what, at)
    VALUES (${sequence}, ${publicationId}, ${revisionId}, ${what}, ${at})`);
}

async function putKeys(tx: WriteTx, { keys, standing }: ToRelease, sequence: number): Promise<void> {
  const lost = [...(standing?.keys ?? [])].filter((key) => !keys.has(key));
  await insert(tx, (rows) => sql`INSERT INTO release_key (key, sequence, lost) VALUES ${bulk(rows)}`, [
    ...[...keys].map((key) => [key, sequence, 0]),
    ...lost.map((key) => [key, sequence, 1]),
  ]);
}

async function insert(
  tx: WriteTx,
  statement: (rows: unknown[][]) => ReturnType<typeof sql>,
  rows: unknown[][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.execute(statement(rows.slice(start, start + ROWS_AT_ONCE)));
  }
}

const sameKeys = (a: ReadonlySet<Key>, b: ReadonlySet<Key>): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key));

/** What a tombstone does not show is not found by either. */
const severityOf = ({ composed, withdrawal }: ToRelease): number | null =>
  withdrawal || composed.content.severity === null ? null : levelOf(composed.content.severity);

const expiryOf = ({ composed, withdrawal }: ToRelease): string | null =>
  withdrawal ? null : composed.content.expiresAt;

function presentText({ composed, withdrawal }: ToRelease): string {
  if (!withdrawal) return searchedText(composed.content);
  return hidesTitle(composed.tlp) ? '' : composed.content.title;
}

/** Whether a tombstone keeps its title to itself. */
export const hidesTitle = (tlp: string): boolean => tlp === 'AMBER_STRICT' || tlp === 'RED';
