import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { MemberKind } from '#access';
import { type Connection, type MemberFilter, withNodes } from '#contract';
import { badInput, cleanLine } from '#platform';
import { type Region, RegionsService } from '#regions';
import { NamePages, type Page } from './name-pages.js';
import { sortName } from './names.js';
import { MEMBER_COLUMNS, type MemberFacts, type MemberRecord, toMember } from './records.js';

const MOST_TEXT = 100;

/** Lists the members of the community, or of a group, by name. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly pages: NamePages,
    private readonly regions: RegionsService,
  ) {}

  page(filter: MemberFilter | null | undefined, page: Page): Promise<Connection<MemberRecord>> {
    const wanted = this.read(filter ?? {});
    return this.list({ binding: JSON.stringify(['members', wanted]), where: this.conditions(wanted) }, page);
  }

  /** The roster of a group. Whether the viewer may know it is for the caller to ask. */
  pageOfGroup(groupId: string, page: Page): Promise<Connection<MemberRecord>> {
    const where = sql`EXISTS (SELECT 1 FROM sharing_group_member s WHERE s.group_id = ${groupId} AND s.member_id = m.id)`;
    return this.list({ binding: JSON.stringify(['roster', groupId]), where }, page);
  }

  private async list(list: { binding: string; where: Sql }, page: Page): Promise<Connection<MemberRecord>> {
    const found = await this.pages.page<MemberFacts>(
      { ...list, table: 'member m', columns: MEMBER_COLUMNS, known: sql`1 = 1` },
      page,
    );
    const tree = await this.regions.treeKnowing(found.edges.flatMap(({ node }) => node.jurisdiction ?? []));
    return withNodes(found, (facts) => toMember(facts, tree));
  }

  private read({ text, kinds, region }: MemberFilter): Wanted {
    return {
      text: text == null ? '' : sortName(cleanLine(text, { field: ['filter', 'text'], max: MOST_TEXT })),
      kinds: [...new Set(kinds ?? [])].sort(),
      region: region ?? null,
    };
  }

  private conditions({ text, kinds, region }: Wanted): Sql {
    const conditions = [sql`1 = 1`];
    if (text) conditions.push(sql`m.sort_name LIKE ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`);
    if (kinds.length > 0) conditions.push(sql`m.kind IN (${join(kinds)})`);
    if (region !== null) conditions.push(this.atOrUnder(region));
    return join(conditions, ' AND ');
  }

  private atOrUnder(code: string): Sql {
    const tree = this.regions.tree();
    const regions = tree.resolve(code)?.regions;
    if (!regions) throw badInput(['filter', 'region'], 'There is no region of this code.');
    return sql`(${join(
      regions.map((region) => below(region, tree.children(region.code))),
      ' OR ',
    )})`;
  }
}

interface Wanted {
  readonly text: string;
  readonly kinds: readonly MemberKind[];
  readonly region: string | null;
}

/** A code begins with the code of the state, and of the county, that it lies in. */
function below({ code, level }: Region, children: readonly Region[]): Sql {
  switch (level) {
    case 'NATION':
      return sql`m.jurisdiction IS NOT NULL`;
    case 'CISA_REGION':
      return sql`(m.jurisdiction = ${code} OR substr(m.jurisdiction, 1, 2) IN (${join(children.map((state) => state.code))}))`;
    default:
      return sql`substr(m.jurisdiction, 1, ${raw(String(code.length))}) = ${code}`;
  }
}
