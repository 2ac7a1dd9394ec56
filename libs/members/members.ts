import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { MemberKind } from '#access';
import { type Batch, batchOf, perRequest, type RequestContext } from '#contract';
import { atMost, Clock, Database, Ids, notFound, type Tx, timestamp, type WriteTx } from '#platform';
import { type RegionCode, RegionsService, type RegionTree } from '#regions';
import { releaseHead } from './access-changes.js';
import { MemberRow } from './entities/member.entity.js';
import { amongIds, askable, forUpdate, isId } from './ids.js';
import { inChunks } from './in-chunks.js';
import { sortName } from './names.js';
import { MEMBER_COLUMNS, type MemberFacts, type MemberRecord, toMember } from './records.js';

export interface NewMember {
  /** A UUID; by default a new one. */
  readonly id?: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly jurisdiction: RegionCode | null;
  readonly agreedRegions?: readonly RegionCode[];
  readonly twoPersonRelease?: boolean;
}

/** The members of the community. Every member is known to everyone who has signed in. */
@Injectable()
export class Members {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those of them that exist, in one statement. */
  async byIds(ids: Iterable<string>): Promise<Map<string, MemberRecord>> {
    const asked = askable(ids);
    if (asked.length === 0) return new Map();
    const rows = await this.database.read((tx) =>
      tx.rows<MemberFacts>(sql`SELECT ${MEMBER_COLUMNS} FROM member m WHERE m.id ${amongIds(tx, asked)}`),
    );
    const tree = await this.treeFor(rows);
    return new Map(rows.map((row) => [row.id, toMember(row, tree)]));
  }

  /** The loader of one operation: what its resolvers ask for at one time comes in one statement. */
  loader(context: RequestContext): Batch<MemberRecord> {
    return perRequest(context, Members, () => batchOf((ids) => this.byIds(ids)));
  }

  async get(tx: Tx, id: string): Promise<MemberRecord | null> {
    return this.read(tx, id, sql``);
  }

  /** The ids of the members after one, in order: for whoever goes through all of them a part at a time. */
  async idsAfter(tx: Tx, id: string, limit: number): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      sql`SELECT id FROM member WHERE id > ${id} ORDER BY id ${atMost(limit)}`,
    );
    return rows.map((row) => row.id);
  }

  /** The member, kept from other changes until the transaction ends. @throws Refusal NOT_FOUND */
  async lock(tx: WriteTx, id: string): Promise<MemberRecord> {
    const member = await this.read(tx, id, forUpdate(tx));
    if (!member) throw notFound();
    return member;
  }

  /**
   * Adds members as they are given, without asking whether a jurisdiction fits: for what already holds to the rules.
   * @returns their ids, in the order given
   */
  async insertMany(tx: WriteTx, members: readonly NewMember[]): Promise<string[]> {
    const since = await releaseHead(tx);
    const createdAt = timestamp(this.clock.now());
    const rows = members.map((member) => ({
      id: member.id ?? this.ids.id(),
      name: member.name,
      sortName: sortName(member.name),
      kind: member.kind,
      jurisdiction: member.jurisdiction,
      agreedRegions: JSON.stringify(member.agreedRegions ?? []),
      twoPerson: member.twoPersonRelease ? 1 : 0,
      suspendedAt: null,
      since,
      era: 0,
      createdAt,
    }));
    await inChunks(rows, (chunk) => tx.manager.insert(MemberRow, chunk));
    return rows.map(({ id }) => id);
  }

  private async read(tx: Tx, id: string, lock: ReturnType<typeof sql>): Promise<MemberRecord | null> {
    if (!isId(id)) return null;
    const [row] = await tx.rows<MemberFacts>(
      sql`SELECT ${MEMBER_COLUMNS} FROM member m WHERE m.id = ${id} ${lock}`,
    );
    return row ? toMember(row, await this.treeFor([row])) : null;
  }

  private treeFor(rows: readonly MemberFacts[]): Promise<RegionTree> {
    return this.regions.treeKnowing(rows.flatMap(({ jurisdiction }) => jurisdiction ?? []));
  }
}
