import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { type Connection, connection, firstOf } from '#contract';
import { atMost, badInput, Database, Seal, type Tx } from '#platform';

/** What the viewer may see of a table, in the order of names. */
export interface NamedList {
  /** Names the list and all that narrows it; a cursor is good for no other. */
  readonly binding: string;
  /** The table that has the order, and its alias. */
  readonly table: 'member m' | 'person p' | 'sharing_group g' | 'invitation i';
  readonly columns: Sql;
  /** Joins to further tables. */
  readonly joins?: Sql;
  readonly where: Sql;
  /** Rows whose cursors stay good though they left the list; by default none but those on it. */
  readonly known?: Sql;
}

export interface Page {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

interface Named {
  readonly id: string;
}

/**
 * Pages of lists ordered by name. A cursor is the sealed number of a row, 48 of the random bits of its id, and stands for the
 * place that the row has by its present name; so all cursors have one length and tell nothing of names or numbers. Whoever may
 * no longer see the row cannot use its cursor.
 */
@Injectable()
export class NamePages {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** @throws Refusal BAD_INPUT for a size out of bounds or a cursor of another list */
  async page<R extends Named>(list: NamedList, { first, after }: Page): Promise<Connection<R>> {
    const size = firstOf(first);
    const rows = await this.database.read(async (tx) =>
      tx.rows<R>(select(list, await this.place(tx, list, after), size + 1)),
    );
    return connection(rows, {
      first: size,
      after: after ?? null,
      cursorOf: ({ id }) => this.seal.seal('name', list.binding, numberOf(id)),
    });
  }

  private async place(tx: Tx, list: NamedList, after: string | null | undefined): Promise<Sql> {
    if (after == null) return sql``;
    const number = this.seal.open('name', list.binding, after);
    const [row] =
      number === null ? [] : await tx.rows<{ sort_name: string; id: string }>(locate(list, number));
    if (!row) throw badInput(['after'], 'This cursor is not of this list.');
    const alias = aliasOf(list);
    return sql`AND (${alias}.sort_name, ${alias}.id) > (${row.sort_name}, ${row.id})`;
  }
}

const aliasOf = (list: NamedList): Sql => raw(list.table.slice(-1));

const from = (list: NamedList): Sql => sql`FROM ${raw(list.table)} ${list.joins ?? sql``}`;

function select(list: NamedList, place: Sql, limit: number): Sql {
  const alias = aliasOf(list);
  return sql`SELECT ${list.columns} ${from(list)} WHERE ${list.where} ${place}
    ORDER BY ${alias}.sort_name, ${alias}.id ${atMost(limit)}`;
}

function locate(list: NamedList, number: number): Sql {
  const alias = aliasOf(list);
  const [start, end] = idsOf(number);
  return sql`SELECT ${alias}.sort_name, ${alias}.id ${from(list)}
    WHERE ${alias}.id >= ${start} AND ${alias}.id < ${end} AND ${list.known ?? list.where}`;
}

/** The first twelve hexadecimal digits of an id. Two of a million rows share them with a chance of one in 500. */
const numberOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** The ids that begin so; `.` comes right after `-`. */
function idsOf(number: number): [start: string, end: string] {
  const digits = number.toString(16).padStart(12, '0');
  const prefix = `${digits.slice(0, 8)}-${digits.slice(8)}`;
  return [`${prefix}-`, `${prefix}.`];
}
