import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal, type Tlp } from '#access';
import { type Connection, connection, firstOf, type ReachMembersArgs } from '#contract';
import { type MemberRecord, Members } from '#members';
import { badInput, Database, Seal } from '#platform';
import { RegionsService } from '#regions';
import { Answers } from '../answers/answers.js';
import { byName } from '../by-name.js';
import { type ReachedMember, ReachLedger } from './ledger.js';

/** What of a publication decides who may read whom it reached; the publication itself is visible to them. */
export interface Traced {
  readonly id: string;
  readonly originId: string;
  readonly tlp: Tlp;
}

interface Row {
  readonly memberId: string;
  readonly people: number;
  readonly opened: number;
  readonly openedAt: string | null;
}

/** Reads whom publications reached. */
@Injectable()
export class ReadReach {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly answers: Answers,
    private readonly regions: RegionsService,
    private readonly seal: Seal,
  ) {}

  /**
   * Whom a publication reached, from two statements and one for the members; `null` for whoever may not know. What a RED one
   * reached is for its origin's own people who see it: whom it names is nobody else's to know.
   */
  async of({ viewer, scopes }: Principal, { id, originId, tlp }: Traced): Promise<ReachLedger | null> {
    if (!may(viewer, 'publication.reach', { memberId: originId }, scopes)) return null;
    if (tlp === 'RED' && viewer?.member.id !== originId) return null;
    return new ReachLedger(await this.reached(id), originId);
  }

  /** The members of a ledger by name, or those of them that are silent. */
  page(
    publicationId: string,
    ledger: ReachLedger,
    { first, after, silentOnly }: ReachMembersArgs,
  ): Connection<ReachedMember> {
    const size = firstOf(first, 50);
    const start = after == null ? 0 : this.place(publicationId, ledger, after);
    const rest = ledger.members.slice(start).filter(({ answer }) => !silentOnly || answer === null);
    return connection(rest.slice(0, size + 1), {
      first: size,
      after: after ?? null,
      cursorOf: ({ member }) => this.seal.seal('reach', publicationId, numberOf(member.id)),
    });
  }

  private place(publicationId: string, ledger: ReachLedger, after: string): number {
    const number = this.seal.open('reach', publicationId, after);
    const index =
      number === null ? -1 : ledger.members.findIndex(({ member }) => numberOf(member.id) === number);
    if (index < 0) throw badInput(['after'], 'This cursor is not of this list.');
    return index + 1;
  }

  private async reached(publicationId: string): Promise<ReachedMember[]> {
    const rows = await this.database.read((tx) =>
      tx.rows<Row>(sql`
        SELECT member_id AS "memberId", count(*) AS people, count(opened_at) AS opened, min(opened_at) AS "openedAt"
        FROM inbox_item WHERE publication_id = ${publicationId} GROUP BY member_id`),
    );
    const answers = await this.answers.to(publicationId);
    const members = await this.members.byIds(rows.map(({ memberId }) => memberId));
    const tree = this.regions.tree();
    const stateOf = ({ jurisdiction }: MemberRecord) =>
      (jurisdiction && tree.stateOf(jurisdiction)?.code) || null;
    const reached = rows.flatMap(({ memberId, ...counts }) => {
      const member = members.get(memberId);
      return member
        ? [{ member, state: stateOf(member), ...counts, answer: answers.get(memberId) ?? null }]
        : [];
    });
    return reached.sort((a, b) => byName(a.member, b.member));
  }
}

/** The first twelve hexadecimal digits of an id: 48 of its random bits. */
const numberOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
