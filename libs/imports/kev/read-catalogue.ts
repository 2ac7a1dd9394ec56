import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { type Connection, connection, firstOf, type QueryKnownExploitedArgs } from '#contract';
import { badInput, Database, Seal, type Tx, timestamp } from '#platform';

export interface KnownExploitedView {
  readonly cve: string;
  readonly vendor: string;
  readonly product: string;
  readonly name: string;
  readonly description: string;
  readonly requiredAction: string;
  readonly addedOn: string;
  readonly dueOn: string;
  readonly ransomware: boolean;
  readonly changedAt: string;
}

interface Row extends Omit<KnownExploitedView, 'ransomware'> {
  readonly sequence: number;
  readonly ransomware: number;
}

const COLUMNS = sql`k.cve, k.sequence, k.vendor, k.product, k.name, k.description, k.required_action AS "requiredAction",
  k.added_on AS "addedOn", k.due_on AS "dueOn", k.ransomware, k.changed_at AS "changedAt"`;

const CVE = /^CVE-\d{4}-\d{4,19}$/;

/** Reads the catalogue, which is public: whoever sees that a publication names a CVE may know what everybody knows of it. */
@Injectable()
export class ReadCatalogue {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** Those of these CVEs that are in it. */
  async of(cves: readonly string[]): Promise<Map<string, KnownExploitedView>> {
    if (cves.length === 0) return new Map();
    const rows = await this.database.read((tx) => this.rows(tx, sql`k.cve IN (${join(cves)})`, empty));
    return new Map(rows.map((row) => [row.cve, viewOf(row)]));
  }

  /** @throws Refusal BAD_INPUT naming the field */
  async page(wish: QueryKnownExploitedArgs): Promise<Connection<KnownExploitedView>> {
    const first = firstOf(wish.first);
    const binding = JSON.stringify([wish.changedFrom ?? null, wish.cve ?? null]);
    const before =
      wish.after == null ? Number.MAX_SAFE_INTEGER : this.seal.open('known-exploited', binding, wish.after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const asked = [sql`k.sequence < ${before}`];
    if (wish.cve != null) {
      if (!CVE.test(wish.cve.toUpperCase())) throw badInput(['cve'], 'A CVE id reads like CVE-2026-12345.');
      asked.push(sql`k.cve = ${wish.cve.toUpperCase()}`);
    }
    if (wish.changedFrom != null) {
      const from = new Date(wish.changedFrom);
      if (Number.isNaN(from.getTime())) throw badInput(['changedFrom'], 'This is no moment.');
      asked.push(sql`k.changed_at >= ${timestamp(from)}`);
    }
    const rows = await this.database.read((tx) =>
      this.rows(tx, join(asked, ' AND '), sql`ORDER BY k.sequence DESC LIMIT ${first + 1}`),
    );
    const sequences = new Map(rows.map((row) => [row.cve, row.sequence]));
    return connection(rows.map(viewOf), {
      first,
      after: wish.after ?? null,
      cursorOf: ({ cve }) => this.seal.seal('known-exploited', binding, sequences.get(cve) ?? 0),
    });
  }

  private rows(tx: Tx, where: Sql, order: Sql): Promise<Row[]> {
    return tx.rows<Row>(sql`SELECT ${COLUMNS} FROM known_exploited k WHERE ${where} ${order}`);
  }
}

const viewOf = ({ sequence: _, ransomware, ...row }: Row): KnownExploitedView => ({
  ...row,
  ransomware: ransomware === 1,
});
