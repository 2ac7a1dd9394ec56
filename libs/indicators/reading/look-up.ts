import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Key, Principal, Tlp } from '#access';
import type { HarmlessKind, IndicatorType } from '#contract';
import { Database, type Tx } from '#platform';
import { RedOpenings, releaseKeys } from '#publications';
import { foundByOf } from '../adding/subject.js';
import { harmless } from '../values/harmless.js';
import { MOST_VALUE, readObservable } from '../values/observable.js';
import { tlpOf } from './indicator-view.js';
import { entryOpens } from './visible.js';

/** What is known of a value, as one viewer may know it. */
export interface Found {
  readonly value: string;
  readonly type: IndicatorType | null;
  readonly canonical: string | null;
  readonly known: boolean;
  readonly sightingCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly harmless: HarmlessKind | null;
  /** Latest first, at most 10. */
  readonly indicatorIds: readonly string[];
  /** Those of which they are part. */
  readonly publicationIds: readonly string[];
}

interface Match {
  /** That of the value, from 1. */
  readonly place: number;
  readonly id: string;
  readonly sequence: number;
  readonly sightingCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly publicationId: string | null;
  readonly tlp: Tlp;
  readonly presentTlp: Tlp | null;
}

const MOST_INDICATORS = 10;

/** Looks values up. Nothing of what is asked is written down anywhere. */
@Injectable()
export class LookUp {
  constructor(
    private readonly database: Database,
    private readonly openings: RedOpenings,
  ) {}

  /** One statement for all of them. Answers are in the order of the values. */
  async of(principal: Principal, values: readonly string[]): Promise<Found[]> {
    const asked = values.map((value) => {
      const observable = readObservable(value);
      return {
        value: value.slice(0, MOST_VALUE),
        observable,
        foundBy: observable && foundByOf(observable.value),
      };
    });
    const held = releaseKeys(principal.held);
    const matches = await this.database.read((tx) =>
      matching(
        tx,
        held,
        asked.map(({ foundBy }) => foundBy ?? ''),
      ),
    );
    await this.openings.record(
      principal,
      matches
        .filter((match) => tlpOf(match) === 'RED' && match.publicationId !== null)
        .map(({ publicationId }) => ({ objectType: 'publication', objectId: publicationId ?? '' })),
    );
    const byPlace = new Map<number, Match[]>();
    for (const match of matches) {
      const others = byPlace.get(match.place);
      if (others) others.push(match);
      else byPlace.set(match.place, [match]);
    }
    return asked.map(({ value, observable }, place) => ({
      value,
      type: observable?.type ?? null,
      canonical: observable?.value ?? null,
      harmless: observable && harmless(observable),
      ...toldOf(byPlace.get(place + 1)),
    }));
  }
}

type ToldOf = Omit<Found, 'value' | 'type' | 'canonical' | 'harmless'>;

const NOTHING: ToldOf = {
  known: false,
  sightingCount: 0,
  firstSeen: null,
  lastSeen: null,
  indicatorIds: [],
  publicationIds: [],
};

function toldOf(found: Match[] | undefined): ToldOf {
  if (!found) return NOTHING;
  if (found.length > 1) found.sort((a, b) => b.sequence - a.sequence);
  return {
    known: true,
    ...sightingsOf(found),
    indicatorIds: found.slice(0, MOST_INDICATORS).map(({ id }) => id),
    publicationIds: [...new Set(found.flatMap(({ publicationId }) => publicationId ?? []))],
  };
}

function matching(tx: Tx, held: readonly Key[], asked: readonly string[]): Promise<Match[]> {
  const given =
    tx.dialect === 'postgres'
      ? sql`SELECT ${asked}::text[] AS list`
      : sql`SELECT ${JSON.stringify(asked)} AS list`;
  const places =
    tx.dialect === 'postgres'
      ? sql`unnest((SELECT list FROM given)) WITH ORDINALITY AS a (found_by, place)`
      : sql`(SELECT key + 1 AS place, value AS found_by FROM given, json_each(given.list)) a`;
  // PostgreSQL would read the whole table where many are asked for: for each value the index is quicker, however many there are.
  const found =
    tx.dialect === 'postgres'
      ? sql`JOIN LATERAL (SELECT * FROM indicator x WHERE x.found_by = a.found_by OFFSET 0) i ON TRUE`
      : sql`JOIN indicator i ON i.found_by = a.found_by`;
  // No indicator comes twice: what is found by a value itself is no pattern, which others are found by.
  return tx.rows<Match>(sql`
    WITH given AS (${given})
    SELECT a.place, ${MATCHED} FROM ${places} ${found} LEFT JOIN publication p ON p.id = i.publication_id
    WHERE ${entryOpens(tx, held, sql`i.sequence`)}
    UNION ALL
    SELECT a.place, ${MATCHED} FROM ${places} JOIN indicator_value v ON v.found_by = a.found_by
      JOIN indicator i ON i.id = v.indicator_id LEFT JOIN publication p ON p.id = i.publication_id
    WHERE ${entryOpens(tx, held, sql`i.sequence`)}`);
}

const MATCHED = sql`i.id, i.sequence, i.sighting_count AS "sightingCount", i.first_seen AS "firstSeen",
  i.last_seen AS "lastSeen", i.publication_id AS "publicationId", i.tlp, p.tlp AS "presentTlp"`;

/** All that was seen of all of them. */
function sightingsOf(found: readonly Match[]): Pick<Found, 'sightingCount' | 'firstSeen' | 'lastSeen'> {
  let sightingCount = 0;
  let firstSeen: string | null = null;
  let lastSeen: string | null = null;
  for (const one of found) {
    sightingCount += one.sightingCount;
    if (one.firstSeen !== null && (firstSeen === null || one.firstSeen < firstSeen))
      firstSeen = one.firstSeen;
    if (one.lastSeen !== null && (lastSeen === null || one.lastSeen > lastSeen)) lastSeen = one.lastSeen;
  }
  return { sightingCount, firstSeen, lastSeen };
}
