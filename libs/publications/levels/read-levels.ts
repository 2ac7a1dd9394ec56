import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Principal, Tlp } from '#access';
import {
  type AlertLevel,
  type Connection,
  connection,
  firstOf,
  type QueryAlertLevelHistoryArgs,
} from '#contract';
import { atMost, badInput, Clock, Database, Seal, timestamp } from '#platform';
import { type Region, type RegionCode, RegionsService, type RegionTree } from '#regions';
import { regionsOf } from '../content/check-audience.js';
import type { Content } from '../content/content.js';
import { releaseKeys } from '../reading/held-keys.js';
import { opensEntry, opensNow } from '../reading/visible.js';

/** The level of a region at present, and where it is said. */
export interface StandingLevel {
  readonly region: Region;
  readonly level: AlertLevel;
  /** The region itself, or the nearest above it that has a level. */
  readonly setFor: Region;
  readonly since: string;
  readonly publicationId: string;
}

export interface LevelChange {
  readonly level: AlertLevel;
  readonly at: string;
  readonly reason: string | null;
  readonly tlp: Tlp;
  readonly publicationId: string;
}

interface LevelRow {
  readonly region: RegionCode;
  readonly level: AlertLevel;
  readonly since: string;
  readonly publicationId: string;
}

/** Each member that sets levels has one a region. */
const MOST_READ = 20_000;

/** Alert levels as a principal may know them: what an advisory says is known to whoever may see that. */
@Injectable()
export class ReadLevels {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /**
   * A region first; then, of what lies under it, states and greater regions with a level of their own or above them, and
   * whatever else has one of its own. One statement.
   * @throws Refusal BAD_INPUT for a code that never was
   */
  async standing(principal: Principal, within: RegionCode): Promise<StandingLevel[]> {
    const tree = await this.regions.treeKnowing([within]);
    const own = await this.own(principal);
    return regionsOf(within, ['within'], tree).flatMap((top) =>
      [...tree.all(top)].flatMap((region) => {
        const shown = region.code === top || own.has(region.code) || !isSmall(region);
        const set = shown ? tree.line(region.code).find((code) => own.has(code)) : undefined;
        return set === undefined ? [] : standingAt(region, own.get(set) as LevelRow, tree);
      }),
    );
  }

  /** Latest first. @throws Refusal BAD_INPUT for a code that never was, a size out of bounds or a cursor of another list */
  async history(
    principal: Principal,
    { region, ...page }: QueryAlertLevelHistoryArgs,
  ): Promise<Connection<LevelChange>> {
    const first = firstOf(page.first);
    const tree = await this.regions.treeKnowing([region]);
    const [code = ''] = regionsOf(region, ['region'], tree);
    const binding = `level ${code}`;
    const before =
      page.after == null ? Number.MAX_SAFE_INTEGER : this.seal.open('levels', binding, page.after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const held = releaseKeys(principal.held);
    const rows = await this.database.read((tx) =>
      tx.rows<{ content: string; at: string; tlp: Tlp; publicationId: string; sequence: number }>(sql`
        SELECT v.content, v.at, v.tlp, v.sequence, p.id AS "publicationId"
        FROM publication_level l JOIN publication p ON p.id = l.publication_id JOIN revision v ON v.publication_id = p.id
        WHERE l.region = ${code} AND v.sequence < ${before} AND ${real} AND ${opensNow(held, sql`p.id`)}
          AND ${opensEntry(held, sql`v.sequence`)} ORDER BY v.sequence DESC ${atMost(first + 1)}`),
    );
    const changes = rows.flatMap(({ content, ...row }) => {
      const { alertLevel, body } = JSON.parse(content) as Content;
      return alertLevel ? [{ ...row, level: alertLevel.level, reason: body }] : [];
    });
    return connection(changes, {
      first,
      after: page.after ?? null,
      cursorOf: ({ sequence }) => this.seal.seal('levels', binding, sequence),
    });
  }

  /** The latest that is said of each region. */
  private async own({ held }: Principal): Promise<ReadonlyMap<RegionCode, LevelRow>> {
    const now = timestamp(this.clock.now());
    const rows = await this.database.read((tx) =>
      tx.rows<LevelRow>(sql`
        SELECT l.region, l.level, p.updated_at AS since, p.id AS "publicationId"
        FROM publication_level l JOIN publication p ON p.id = l.publication_id
        WHERE ${real} AND (p.expires_at IS NULL OR p.expires_at > ${now}) AND ${opensNow(releaseKeys(held), sql`p.id`)}
        ORDER BY p.sequence DESC ${atMost(MOST_READ)}`),
    );
    return new Map(rows.reverse().map((row) => [row.region, row]));
  }
}

/** What is no exercise and no test. */
const real: Sql = sql`p.status = 'ACTUAL'`;

const isSmall = ({ level }: Region): boolean => level === 'COUNTY' || level === 'PLACE';

function standingAt(region: Region, { region: code, ...set }: LevelRow, tree: RegionTree): StandingLevel[] {
  const setFor = tree.region(code);
  return setFor ? [{ ...set, region, setFor }] : [];
}
