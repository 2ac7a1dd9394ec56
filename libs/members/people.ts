import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Principal, Role } from '#access';
import { type Connection, withNodes } from '#contract';
import { Clock, Database, Ids, type Tx, timestamp, type WriteTx } from '#platform';
import { releaseHead } from './access-changes.js';
import { PersonRow } from './entities/person.entity.js';
import { PersonRoleRow } from './entities/person-role.entity.js';
import { amongIds, askable, isId } from './ids.js';
import { inChunks } from './in-chunks.js';
import { NamePages, type Page } from './name-pages.js';
import { canonicalEmail, sortName } from './names.js';
import { knowsContacts, knowsPeopleOf, knowsPerson, type PersonView, personView } from './person-view.js';
import { PERSON_COLUMNS, type PersonFacts, type PersonRecord, toPerson } from './records.js';

export interface NewPerson {
  /** A UUID; by default a new one. */
  readonly id?: string;
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly contact?: boolean;
}

/** The people of the community. Who may know of whom is told by `knowsPerson`. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly pages: NamePages,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those of them that exist, in one statement, whoever asks. */
  async byIds(ids: Iterable<string>): Promise<Map<string, PersonRecord>> {
    const asked = askable(ids);
    if (asked.length === 0) return new Map();
    const people = await this.database.read((tx) => this.find(tx, sql`p.id ${amongIds(tx, asked)}`));
    return new Map(people.map((person) => [person.id, person]));
  }

  async get(tx: Tx, id: string): Promise<PersonRecord | null> {
    if (!isId(id)) return null;
    const [person] = await this.find(tx, sql`p.id = ${id}`);
    return person ?? null;
  }

  /** Whoever signs in with this address. */
  async byEmail(tx: Tx, email: string): Promise<PersonRecord | null> {
    const [person] = await this.find(tx, sql`p.email = ${canonicalEmail(email)}`);
    return person ?? null;
  }

  /** Those of them whom the viewer may know of, as they may know them, in one statement. */
  async views(principal: Principal, ids: Iterable<string>): Promise<Map<string, PersonView>> {
    const people = [...(await this.byIds(ids)).values()].filter((person) => knowsPerson(principal, person));
    return new Map(people.map((person) => [person.id, personView(principal, person)]));
  }

  /** A member's people by name: all for those who may know all, the listed contacts for the others. */
  async pageOf(principal: Principal, memberId: string, page: Page): Promise<Connection<PersonView>> {
    const found = await this.pages.page<PersonFacts>(
      {
        binding: JSON.stringify(['people', memberId]),
        table: 'person p',
        columns: PERSON_COLUMNS,
        where: sql`p.member_id = ${memberId} AND ${listed(principal, memberId)}`,
      },
      page,
    );
    const view = (row: PersonFacts) => personView(principal, toPerson(row));
    return withNodes(found, view);
  }

  /**
   * Adds people as they are given, with canonical addresses. A taken address fails the transaction.
   * @returns their ids, in the order given
   */
  async insertMany(tx: WriteTx, people: readonly NewPerson[]): Promise<string[]> {
    const since = await releaseHead(tx);
    const createdAt = timestamp(this.clock.now());
    const rows = people.map((person) => ({
      id: person.id ?? this.ids.id(),
      memberId: person.memberId,
      name: person.name,
      sortName: sortName(person.name),
      email: canonicalEmail(person.email),
      contact: person.contact ? 1 : 0,
      suspendedAt: null,
      since,
      era: 0,
      createdAt,
    }));
    const roles = people.flatMap((person, n) =>
      [...new Set(person.roles)].map((role) => ({ personId: rows[n]?.id ?? '', role })),
    );
    await inChunks(rows, (chunk) => tx.manager.insert(PersonRow, chunk));
    await inChunks(roles, (chunk) => tx.manager.insert(PersonRoleRow, chunk));
    return rows.map(({ id }) => id);
  }

  private async find(tx: Tx, where: Sql): Promise<PersonRecord[]> {
    const rows = await tx.rows<PersonFacts>(sql`SELECT ${PERSON_COLUMNS} FROM person p WHERE ${where}`);
    return rows.map(toPerson);
  }
}

function listed(principal: Principal, memberId: string): Sql {
  if (knowsPeopleOf(principal, memberId)) return sql`1 = 1`;
  if (!knowsContacts(principal)) return sql`1 = 0`;
  return sql`p.contact = 1 AND p.suspended_at IS NULL
    AND EXISTS (SELECT 1 FROM member m WHERE m.id = p.member_id AND m.suspended_at IS NULL)`;
}
