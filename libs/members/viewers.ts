import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { MemberKind, Viewer } from '#access';
import { atMost, Database, type Tx } from '#platform';
import { RegionsService, type RegionTree } from '#regions';
import { amongIds } from './ids.js';
import { readRoles } from './records.js';

/** Who stands behind a session, token or key. */
export interface Carried<C> {
  readonly viewer: Viewer;
  /** What was issued in another era than this is void: they or their member were suspended since. */
  readonly era: number;
  readonly carrier: C;
}

const MEMBER_COLUMNS = sql`m.id AS v_member, m.kind AS v_kind, m.suspended_at AS v_member_suspended,
  m.since AS v_member_since, m.jurisdiction AS v_jurisdiction,
  (SELECT string_agg(g.group_id || ' ' || g.since, ',') FROM sharing_group_member g WHERE g.member_id = m.id) AS v_groups`;

const COLUMNS = sql`p.id AS v_person, p.suspended_at AS v_suspended, p.since AS v_since, p.era + m.era AS v_era,
  ${MEMBER_COLUMNS},
  (SELECT string_agg(r.role, ',') FROM person_role r WHERE r.person_id = p.id) AS v_roles`;

interface Row {
  readonly v_person: string;
  readonly v_suspended: string | null;
  readonly v_since: number;
  readonly v_era: number;
  readonly v_member: string;
  readonly v_kind: MemberKind;
  readonly v_member_suspended: string | null;
  readonly v_member_since: number;
  readonly v_jurisdiction: string | null;
  readonly v_roles: string | null;
  readonly v_groups: string | null;
}

/** What decides about viewers, read afresh from the present state. */
@Injectable()
export class Viewers {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionsService,
  ) {}

  /** One statement. `null` where there is no such person. */
  async load(tx: Tx, personId: string): Promise<Viewer | null> {
    const [row] = await tx.rows<Row>(sql`
      SELECT ${COLUMNS} FROM person p JOIN member m ON m.id = p.member_id WHERE p.id = ${personId}`);
    return row ? toViewer(row, await this.treeFor([row])) : null;
  }

  /**
   * Those who are carried by what a SELECT finds, with its columns, in one statement.
   * @param carriers a SELECT with a column `person_id`; none of its columns may begin with `v_`
   */
  async carriedBy<C extends object>(tx: Tx, carriers: Sql): Promise<Carried<C>[]> {
    const rows = await tx.rows<C & Row>(sql`
      SELECT c.*, ${COLUMNS} FROM (${carriers}) c
      JOIN person p ON p.id = c.person_id JOIN member m ON m.id = p.member_id`);
    const tree = await this.treeFor(rows);
    return rows.map((row) => ({ viewer: toViewer(row, tree), era: row.v_era, carrier: row }));
  }

  /** The active people of these members, as far as they are active, in one statement. */
  async ofMembers(tx: Tx, memberIds: readonly string[]): Promise<Viewer[]> {
    const rows = await tx.rows<Row>(sql`
      SELECT ${COLUMNS} FROM member m JOIN person p ON p.member_id = m.id
      WHERE m.id ${amongIds(tx, memberIds)} AND p.suspended_at IS NULL AND m.suspended_at IS NULL`);
    const tree = await this.treeFor(rows);
    return rows.map((row) => toViewer(row, tree));
  }

  /** These people, active or not, by id, in one statement. */
  async byIds(tx: Tx, personIds: readonly string[]): Promise<Map<string, Viewer>> {
    const rows = await tx.rows<Row>(sql`
      SELECT ${COLUMNS} FROM person p JOIN member m ON m.id = p.member_id WHERE p.id ${amongIds(tx, personIds)}`);
    const tree = await this.treeFor(rows);
    return new Map(rows.map((row) => [row.v_person, toViewer(row, tree)]));
  }

  /**
   * What these members hold as such, by id: what any of their people holds who reads and has no further role. It stands for no
   * person.
   */
  async asMembers(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Viewer>> {
    const rows = await tx.rows<Row>(sql`
      SELECT '' AS v_person, NULL AS v_suspended, 0 AS v_since, m.era AS v_era, ${MEMBER_COLUMNS}, 'VIEWER' AS v_roles
      FROM member m WHERE m.id ${amongIds(tx, memberIds)}`);
    const tree = await this.treeFor(rows);
    return new Map(rows.map((row) => [row.v_member, toViewer(row, tree)]));
  }

  /** All active people of active members, by id. */
  async *batches(size = 1000): AsyncIterable<Viewer[]> {
    for (let after = ''; ; ) {
      const rows = await this.database.read((tx) =>
        tx.rows<Row>(sql`
          SELECT ${COLUMNS} FROM person p JOIN member m ON m.id = p.member_id
          WHERE p.id > ${after} AND p.suspended_at IS NULL AND m.suspended_at IS NULL ORDER BY p.id ${atMost(size)}`),
      );
      const tree = await this.treeFor(rows);
      if (rows.length > 0) yield rows.map((row) => toViewer(row, tree));
      const last = rows.at(-1);
      if (!last || rows.length < size) return;
      after = last.v_person;
    }
  }

  /** A jurisdiction opens what lies above it, so a place that another hub has just added must be known. */
  private treeFor(rows: readonly Row[]): Promise<RegionTree> {
    return this.regions.treeKnowing(rows.flatMap(({ v_jurisdiction }) => v_jurisdiction ?? []));
  }
}

const toViewer = (row: Row, tree: RegionTree): Viewer => ({
  personId: row.v_person,
  active: row.v_suspended === null,
  since: row.v_since,
  roles: readRoles(row.v_roles),
  member: {
    id: row.v_member,
    kind: row.v_kind,
    active: row.v_member_suspended === null,
    since: row.v_member_since,
    jurisdiction: row.v_jurisdiction === null ? [] : tree.line(row.v_jurisdiction),
  },
  groups: row.v_groups === null ? [] : row.v_groups.split(',').map(readGroup),
});

function readGroup(text: string): Viewer['groups'][number] {
  const [id = '', since] = text.split(' ');
  return { id, since: Number(since) };
}
