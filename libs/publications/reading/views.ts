import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { Principal } from '#access';
import { type GroupRecord, Groups, Members, People, type PersonView, personView } from '#members';
import { Database } from '#platform';
import { RegionsService } from '#regions';
import type { Addressed, Content } from '../content/content.js';
import { releaseKeys } from './held-keys.js';
import { PUBLICATION_COLUMNS, type PublicationRow } from './publication-row.js';
import { PublicationView, tellsOriginOf } from './publication-view.js';
import { RedOpenings } from './red-openings.js';
import type { History, Related } from './related.js';
import { type RevisionFacts, RevisionView } from './revision-view.js';
import { Together } from './together.js';
import { opensEntry, opensNow } from './visible.js';

/** The most revisions of a publication that are shown: its latest. */
const MOST_REVISIONS = 100;

interface RevisionRow extends Omit<NumberedRevision, 'content' | 'audience'> {
  readonly content: string;
  readonly audience: string;
  readonly ordinal: number;
}

/** A revision with its number among those that the viewer sees; none where that must be read first. */
export interface NumberedRevision extends RevisionFacts {
  readonly ordinal: number | null;
}

/**
 * The only maker of views: from rows that a statement found visible to what their viewer gets. What is red is written down
 * here, so no way of reading can forget it.
 */
@Injectable()
export class Views implements Related<PublicationView, RevisionView> {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly persons: People,
    private readonly sharing: Groups,
    private readonly regions: RegionsService,
    private readonly openings: RedOpenings,
  ) {}

  /** Views of rows, in their order. Resolves once the opening of what is red has been written down. */
  async of(principal: Principal, rows: readonly PublicationRow[]): Promise<PublicationView[]> {
    if (rows.length === 0) return [];
    const parts = rows.map((row) => ({
      row,
      content: JSON.parse(row.content) as Content,
      addressed: JSON.parse(row.audience) as Addressed,
    }));
    const red = rows.filter(({ tlp, state }) => tlp === 'RED' && state === 'RELEASED');
    const [, together] = await Promise.all([
      this.opened(
        principal,
        red.map(({ id }) => id),
      ),
      this.together(principal, {
        publications: rows,
        ids: rows.map(({ id }) => id),
        audiences: parts.map(({ addressed }) => addressed),
        revisions: rows,
      }),
    ]);
    return parts.map(({ row, content, addressed }) => new PublicationView(row, content, addressed, together));
  }

  /** Those of these publications that the principal may see. */
  async publications(principal: Principal, ids: readonly string[]): Promise<Map<string, PublicationView>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const rows = await this.database.read((tx) =>
      tx.rows<PublicationRow>(sql`
        SELECT ${PUBLICATION_COLUMNS} FROM publication p JOIN revision r ON r.id = p.revision_id
        WHERE p.id IN (${join(asked)}) AND ${opensNow(releaseKeys(principal.held), sql`p.id`)}`),
    );
    const views = await this.of(principal, rows);
    return new Map(views.map((view) => [view.id, view]));
  }

  /** Publications with one of their revisions in place of the present one, by the revision's id. */
  async asOf(
    principal: Principal,
    revisions: readonly { readonly publicationId: string; readonly revisionId: string }[],
  ): Promise<Map<string, PublicationView>> {
    const ids = [...new Set(revisions.map(({ revisionId }) => revisionId))];
    const held = releaseKeys(principal.held);
    if (ids.length === 0) return new Map();
    const rows = await this.database.read((tx) =>
      tx.rows<PublicationRow & { asOf: string }>(sql`
        SELECT ${PUBLICATION_COLUMNS}, r.id AS "asOf" FROM revision r JOIN publication p ON p.id = r.publication_id
        WHERE r.id IN (${join(ids)}) AND (p.state = 'RELEASED' OR r.id = p.revision_id)
          AND ${opensNow(held, sql`p.id`)} AND ${opensEntry(held, sql`r.sequence`)}`),
    );
    const views = await this.of(
      principal,
      rows.map((row) => ({ ...row, revisionId: row.asOf, updatedAt: row.at })),
    );
    return new Map(views.map((view, place) => [rows[place]?.asOf ?? '', view]));
  }

  async history(principal: Principal, publicationIds: readonly string[]): Promise<Map<string, History>> {
    const held = releaseKeys(principal.held);
    const rows = await this.database.read((tx) =>
      tx.rows<{ id: string; revisionId: string; at: string }>(sql`
        SELECT l.publication_id AS id, l.revision_id AS "revisionId", l.at FROM release l
        WHERE l.publication_id IN (${join(publicationIds)}) AND ${opensEntry(held, sql`l.sequence`)}
          AND ${opensNow(held, sql`l.publication_id`)} ORDER BY l.sequence`),
    );
    return grouped(rows, ({ id }) => id);
  }

  async revisions(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<Map<string, RevisionView[]>> {
    const held = releaseKeys(principal.held);
    const rows = await this.database.read((tx) =>
      tx.rows<RevisionRow>(sql`
        SELECT * FROM (
          SELECT v.id, v.publication_id AS "publicationId", p.origin_id AS "originId", p.tlp AS "presentTlp", v.tlp, v.content,
            v.audience, v.note, v.released_by_id AS "releasedById", v.at, v.sequence,
            ROW_NUMBER() OVER (PARTITION BY v.publication_id ORDER BY v.number) AS ordinal,
            ROW_NUMBER() OVER (PARTITION BY v.publication_id ORDER BY v.number DESC) AS age
          FROM revision v JOIN publication p ON p.id = v.publication_id
          WHERE v.publication_id IN (${join(publicationIds)}) AND p.state = 'RELEASED'
            AND ${opensEntry(held, sql`v.sequence`)} AND ${opensNow(held, sql`p.id`)}
        ) seen WHERE age <= ${MOST_REVISIONS} ORDER BY sequence`),
    );
    const parsed = rows.map((row) => ({
      ...row,
      content: JSON.parse(row.content) as Content,
      audience: JSON.parse(row.audience) as Addressed,
    }));
    const views = await this.ofRevisions(principal, parsed);
    return grouped(views, ({ publicationId }) => publicationId);
  }

  /** Views of revisions that a statement found visible, in their order. */
  async ofRevisions(principal: Principal, revisions: readonly NumberedRevision[]): Promise<RevisionView[]> {
    const red = revisions.filter(({ tlp }) => tlp === 'RED').map(({ publicationId }) => publicationId);
    const audiences = revisions.map(({ audience }) => audience);
    const ids = [...new Set(revisions.map(({ publicationId }) => publicationId))];
    const [, together] = await Promise.all([
      this.opened(principal, red),
      this.together(principal, { publications: [], ids, audiences, revisions }),
    ]);
    return revisions.map((revision) => new RevisionView(revision, revision.ordinal, together));
  }

  async superseded(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<Map<string, PublicationView[]>> {
    const pairs = await this.database.read((tx) =>
      tx.rows<{ by: string; id: string }>(sql`
        SELECT s.publication_id AS by, s.superseded_id AS id FROM publication_supersedes s
        JOIN publication p ON p.id = s.superseded_id
        WHERE s.publication_id IN (${join(publicationIds)}) ORDER BY p.sequence`),
    );
    const seen = await this.publications(
      principal,
      pairs.map(({ id }) => id),
    );
    const superseded = new Map<string, PublicationView[]>();
    for (const { by, id } of pairs) {
      const view = seen.get(id);
      if (view) superseded.set(by, [...(superseded.get(by) ?? []), view]);
    }
    return superseded;
  }

  groups(principal: Principal, ids: readonly string[]): Promise<Map<string, GroupRecord>> {
    return this.sharing.known(principal, ids);
  }

  async people(principal: Principal, ids: readonly string[]): Promise<Map<string, PersonView>> {
    const people = await this.persons.byIds(ids);
    return new Map([...people].map(([id, person]) => [id, personView(principal, person)]));
  }

  /** What views of audiences by themselves share. */
  togetherFor(principal: Principal, audiences: readonly Addressed[]): Promise<Together> {
    return this.together(principal, { publications: [], ids: [], audiences, revisions: [] });
  }

  private opened(principal: Principal, publicationIds: readonly string[]): Promise<void> {
    return this.openings.record(
      principal,
      publicationIds.map((objectId) => ({ objectType: 'publication', objectId })),
    );
  }

  private async together(
    principal: Principal,
    { publications, ids, audiences, revisions }: Gathered,
  ): Promise<Together<PublicationView, RevisionView>> {
    const told = publications
      .filter((row) => tellsOriginOf(principal.held, row))
      .map(({ originId }) => originId);
    const behalf = publications.map(({ onBehalfOfId }) => onBehalfOfId).filter((id) => id !== null);
    const [members, tree] = await Promise.all([
      this.members.byIds([...told, ...behalf]),
      this.regions.treeKnowing(audiences.flatMap((audience) => audience.regions)),
    ]);
    return new Together(
      {
        principal,
        tree,
        members,
        publicationIds: ids,
        supersededByIds: publications.map(({ supersededById }) => supersededById).filter((id) => id !== null),
        releasedByIds: revisions.map(({ releasedById }) => releasedById),
        groupIds: audiences.flatMap((audience) => audience.groupIds),
        personIds: audiences.flatMap((audience) => audience.personIds),
      },
      this,
    );
  }
}

/** What is handed out together. */
interface Gathered {
  readonly publications: readonly PublicationRow[];
  readonly ids: readonly string[];
  readonly audiences: readonly Addressed[];
  readonly revisions: readonly { readonly releasedById: string }[];
}

function grouped<T>(rows: readonly T[], idOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(idOf(row), [...(groups.get(idOf(row)) ?? []), row]);
  return groups;
}
