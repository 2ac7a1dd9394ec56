import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { ANALYST_KEY, type Key, originKey, type RegionLine, type Tlp } from '#access';
import type { Attribution, PublicationState } from '#contract';
import { atMost, Database, type Tx } from '#platform';
import { RegionsService } from '#regions';
import { type Addressed, type Content, releasedOf } from '../content/content.js';
import { factsOf } from '../content/facts.js';
import type { LogEntry, LoggedKind } from './log-entry.js';
import { type Neighbour, neighboursOf } from './neighbours.js';

interface Row {
  readonly sequence: number;
  readonly publicationId: string;
  readonly revisionId: string;
  readonly what: LoggedKind;
  readonly at: string;
  readonly state: PublicationState;
  readonly originId: string;
  readonly attribution: Attribution;
  readonly presentTlp: Tlp;
  readonly audienceChanged: number;
  readonly number: number;
  readonly tlp: Tlp;
  readonly content: string;
  readonly audience: string;
  readonly note: string | null;
  readonly releasedById: string;
  readonly keys: string | null;
  readonly lostKeys: string | null;
  readonly presentKeys: string | null;
  readonly previousTlp: Tlp | null;
  readonly previousContent: string | null;
  readonly previousAudience: string | null;
  readonly previousKeys: string | null;
}

/** Keys hold no spaces. */
const keysOf = (sequence: Sql, lost: 0 | 1): Sql =>
  sql`(SELECT string_agg(k.key, ' ') FROM release_key k WHERE k.sequence = ${sequence} AND k.lost = ${lost})`;

const split = (keys: string | null): Key[] => (keys === null ? [] : keys.split(' '));

/** The hub's one ordered, append-only release log, raw: for those who find out from it whom to tell, never to be shown. */
@Injectable()
export class ReleaseLog {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionsService,
  ) {}

  /** The sequence of the latest entry; 0 for an empty log. */
  async head(): Promise<number> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ head: number }>(sql`SELECT COALESCE(MAX(sequence), 0) AS head FROM release`),
    );
    return row?.head ?? 0;
  }

  /** The sequence of the latest entry that a key has opened, or taken from whoever holds it; 0 where there is none. */
  async headOf(key: Key): Promise<number> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ head: number }>(
        sql`SELECT COALESCE(MAX(sequence), 0) AS head FROM release_key WHERE key = ${key}`,
      ),
    );
    return row?.head ?? 0;
  }

  /** Entries after a sequence in order, at most `limit`. None can be committed later among those returned. */
  since(sequence: number, limit: number): Promise<LogEntry[]> {
    return this.entries(sql`l.sequence > ${sequence} ORDER BY l.sequence ${atMost(limit)}`);
  }

  /** @param where what follows WHERE, on the log's alias `l` */
  async entries(where: Sql): Promise<LogEntry[]> {
    const { rows, neighbours } = await this.database.read(async (tx) => {
      const found = await read(tx, where);
      return {
        rows: found,
        neighbours: await neighboursOf(
          tx,
          found.map(({ publicationId }) => publicationId),
        ),
      };
    });
    const audiences = rows.map(({ audience }) => JSON.parse(audience) as Addressed);
    const tree = await this.regions.treeKnowing(audiences.flatMap(({ regions }) => regions));
    const lineOf = (code: string): RegionLine => tree.line(code);
    return rows.map((row, index) =>
      toEntry(row, audiences[index] as Addressed, neighbours.get(row.publicationId) ?? [], lineOf),
    );
  }
}

const read = (tx: Tx, where: Sql): Promise<Row[]> =>
  tx.rows<Row>(sql`
    SELECT l.sequence, l.publication_id AS "publicationId", l.revision_id AS "revisionId", l.what, l.at, p.state,
      p.origin_id AS "originId", p.attribution, p.tlp AS "presentTlp", p.audience_changed AS "audienceChanged", r.number, r.tlp, r.content, r.audience,
      r.note, r.released_by_id AS "releasedById", ${keysOf(sql`l.sequence`, 0)} AS keys, ${keysOf(sql`l.sequence`, 1)} AS "lostKeys",
      (SELECT string_agg(k.key, ' ') FROM publication_key k WHERE k.publication_id = p.id) AS "presentKeys",
      b.tlp AS "previousTlp", b.content AS "previousContent", b.audience AS "previousAudience",
      ${keysOf(sql`b.sequence`, 0)} AS "previousKeys"
    FROM release l JOIN publication p ON p.id = l.publication_id JOIN revision r ON r.id = l.revision_id
    LEFT JOIN revision b ON b.publication_id = r.publication_id AND b.number = r.number - 1
    WHERE ${where}`);

function toEntry(
  row: Row,
  audience: Addressed,
  neighbours: readonly Neighbour[],
  lineOf: (code: string) => RegionLine,
): LogEntry {
  const composed = { tlp: row.tlp, content: JSON.parse(row.content) as Content, audience };
  const keys = split(row.keys);
  const lostKeys = split(row.lostKeys);
  const presentKeys = split(row.presentKeys);
  const locks = neighbours.flatMap((one) => one.locks);
  const tellingKeys = [...new Set([row, ...neighbours].flatMap(originKeys))];
  return {
    sequence: row.sequence,
    publicationId: row.publicationId,
    revisionId: row.revisionId,
    what: row.what,
    at: row.at,
    keys,
    lostKeys,
    presentKeys,
    locks,
    tellingKeys,
    allKeys: [...new Set([...keys, ...lostKeys, ...presentKeys, ...locks.flat(), ...tellingKeys])],
    presentState: row.state,
    presentTlp: row.presentTlp,
    presentAttribution: row.attribution,
    released: releasedOf(composed, { originId: row.originId, releasedById: row.releasedById }, lineOf),
    facts: factsOf(composed, row.originId, lineOf),
    previous: previousOf(row, lineOf),
    revision: {
      ...composed,
      number: row.number,
      note: row.note,
      releasedById: row.releasedById,
      numberHolds: row.audienceChanged === 0,
    },
  };
}

/** Where an origin is told only to some, the keys that tell it. */
const originKeys = ({
  originId,
  attribution,
  state,
}: Pick<Row, 'originId' | 'attribution' | 'state'>): Key[] =>
  attribution === 'NAMED' && state === 'RELEASED' ? [] : [originKey(originId), ANALYST_KEY];

function previousOf(row: Row, lineOf: (code: string) => RegionLine): LogEntry['previous'] {
  const { previousTlp: tlp, previousContent: content, previousAudience: audience } = row;
  if (tlp === null || content === null || audience === null) return null;
  const composed = {
    tlp,
    content: JSON.parse(content) as Content,
    audience: JSON.parse(audience) as Addressed,
  };
  return { keys: split(row.previousKeys), facts: factsOf(composed, row.originId, lineOf) };
}
