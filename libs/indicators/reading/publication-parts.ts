import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Key, Principal, Tlp } from '#access';
import type { IndicatorState, IndicatorType } from '#contract';
import { Database, type Tx } from '#platform';
import { releaseKeys } from '#publications';
import type { Details } from '../adding/details.js';
import { amongTexts } from '../log/object-log.js';
import { completed, type Logged, strictestOf } from '../stix/complete.js';
import { entryOpens } from './visible.js';

/** An indicator of a publication as one viewer may take it along. */
export interface IndicatorPart {
  /** Its STIX id, the same by every way out. */
  readonly objectId: string;
  /** As a STIX object, in JSON. */
  readonly text: string;
  readonly type: IndicatorType;
  readonly value: string | null;
  readonly pattern: string;
  readonly details: Details;
  readonly state: IndicatorState;
  readonly tlp: Tlp;
  readonly updatedAt: string;
  readonly sightingCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** A sighting of one of them. */
export interface SightingPart {
  readonly objectId: string;
  readonly text: string;
}

/** What is part of a publication. */
export interface Parts {
  readonly indicators: readonly IndicatorPart[];
  readonly sightings: readonly SightingPart[];
  /** When an indicator was added or changed last. */
  readonly changedAt: string | null;
}

export const NO_PARTS: Parts = { indicators: [], sightings: [], changedAt: null };

/** Of each kind, for a publication: the latest. TAXII gives them all, page by page. */
const MOST_PARTS = 2_000;

interface Row extends Logged {
  readonly publicationId: string;
  readonly objectId: string;
}

interface IndicatorRow extends Row, Omit<IndicatorPart, 'text' | 'details' | 'type' | keyof Row> {
  readonly kind: IndicatorType;
  readonly details: string;
  readonly updatedAt: string;
}

const LOGGED = sql`s.object_id AS "objectId", s.type, s.content, s.completion, s.origin_id AS "originId", s.attribution, s.tlp, s.markings,
  s.publication_id AS "publicationId", p.tlp AS "presentTlp", p.attribution AS "presentAttribution",
  p.state AS "presentState", p.status AS "presentStatus"`;

/** Reads the indicators of publications, and what was seen of them, to be taken along in a document. */
@Injectable()
export class PublicationParts {
  constructor(private readonly database: Database) {}

  /**
   * By the publication's id; one without any has none here.
   * @param hub the hub's STIX identity, which speaks for whoever is anonymous
   */
  async of(
    principal: Principal,
    publicationIds: readonly string[],
    hub: string,
  ): Promise<ReadonlyMap<string, Parts>> {
    const held = releaseKeys(principal.held);
    if (publicationIds.length === 0 || held.length === 0) return new Map();
    const { indicators, sightings } = await this.database.read(async (tx) => ({
      indicators: await indicatorsOf(tx, held, publicationIds),
      sightings: await sightingsOf(tx, held, publicationIds),
    }));
    const parts = new Map<string, { indicators: IndicatorPart[]; sightings: SightingPart[] }>();
    const of = (publicationId: string) => {
      const found = parts.get(publicationId) ?? { indicators: [], sightings: [] };
      parts.set(publicationId, found);
      return found;
    };
    for (const row of once(indicators)) of(row.publicationId).indicators.push(partOf(row, hub));
    for (const row of once(sightings))
      of(row.publicationId).sightings.push({ objectId: row.objectId, text: completed(row, hub) });
    return new Map([...parts].map(([id, one]) => [id, { ...one, changedAt: latest(one.indicators) }]));
  }

  /** When a viewer's indicators of publications were changed last. */
  async changedAt(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const held = releaseKeys(principal.held);
    const rows = await this.database.read((tx) =>
      tx.rows<{ id: string; at: string }>(sql`
        SELECT i.publication_id AS id, MAX(i.updated_at) AS at FROM indicator i
        WHERE i.publication_id IN (${amongTexts(tx, publicationIds)}) AND i.tlp <> 'RED' AND ${entryOpens(tx, held, sql`i.sequence`)}
        GROUP BY i.publication_id`),
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}

const indicatorsOf = (tx: Tx, held: readonly Key[], ids: readonly string[]): Promise<IndicatorRow[]> =>
  tx.rows(sql`
    SELECT ${LOGGED}, i.type AS kind, i.value, i.pattern, i.details, i.state, i.updated_at AS "updatedAt",
      i.sighting_count AS "sightingCount", i.first_seen AS "firstSeen", i.last_seen AS "lastSeen"
    FROM (${latestOf(sql`SELECT i.id, i.sequence, i.publication_id FROM indicator i
      WHERE i.publication_id IN (${amongTexts(tx, ids)}) AND i.tlp <> 'RED' AND ${entryOpens(tx, held, sql`i.sequence`)}`)}) m
    JOIN indicator i ON i.id = m.id JOIN shared_object s ON s.sequence = m.sequence
    JOIN publication p ON p.id = m.publication_id ORDER BY m.sequence DESC`);

const sightingsOf = (tx: Tx, held: readonly Key[], ids: readonly string[]): Promise<Row[]> =>
  tx.rows(sql`
    SELECT ${LOGGED} FROM (${latestOf(sql`SELECT g.id, g.sequence, i.publication_id
      FROM indicator i JOIN sighting g ON g.indicator_id = i.id
      WHERE i.publication_id IN (${amongTexts(tx, ids)}) AND i.tlp <> 'RED' AND ${entryOpens(tx, held, sql`g.sequence`)}`)}) m
    JOIN shared_object s ON s.sequence = m.sequence JOIN publication p ON p.id = m.publication_id
    ORDER BY m.sequence DESC`);

const latestOf = (all: Sql): Sql => sql`SELECT id, sequence, publication_id FROM (
  SELECT a.id, a.sequence, a.publication_id, ROW_NUMBER() OVER (PARTITION BY a.publication_id ORDER BY a.sequence DESC) AS place
  FROM (${all}) a) ranked WHERE place <= ${MOST_PARTS}`;

/** The same object may be in a publication for several audiences. */
const once = <T extends Row>(rows: readonly T[]): T[] => {
  const seen = new Set<string>();
  return rows.filter(({ publicationId, objectId }) => {
    const name = `${publicationId} ${objectId}`;
    return !seen.has(name) && seen.add(name);
  });
};

function partOf(row: IndicatorRow, hub: string): IndicatorPart {
  const { objectId, kind: type, value, pattern, details, state, updatedAt } = row;
  const { sightingCount, firstSeen, lastSeen } = row;
  return {
    ...{ objectId, type, value, pattern, state, updatedAt, sightingCount, firstSeen, lastSeen },
    text: completed(row, hub),
    details: JSON.parse(details) as Details,
    tlp: strictestOf(row),
  };
}

const latest = (indicators: readonly IndicatorPart[]): string | null =>
  indicators.reduce<string | null>(
    (last, { updatedAt }) => (last === null || updatedAt > last ? updatedAt : last),
    null,
  );
