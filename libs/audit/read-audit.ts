import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { type Connection, connection, firstOf } from '#contract';
import { atMost, badInput, Database, Seal } from '#platform';
import type { AuditFacts } from './chain.js';

export type ListedEntry = AuditFacts & { readonly hash: string };

export interface AuditWish {
  readonly filter?: {
    readonly personId?: string | null;
    readonly memberId?: string | null;
    readonly objectId?: string | null;
    readonly action?: string | null;
    readonly from?: string | null;
    readonly until?: string | null;
  } | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Lists the audit log, newest first. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  async page({ filter, first, after }: AuditWish): Promise<Connection<ListedEntry>> {
    const size = firstOf(first, 50);
    const binding = createHash('sha256')
      .update(JSON.stringify(filter ?? {}))
      .digest('base64url');
    const before = after == null ? Number.MAX_SAFE_INTEGER : this.seal.open('audit', binding, after);
    if (before === null) throw badInput(['after'], 'This cursor is not of this list.');
    const rows = await this.database.read((tx) =>
      tx.rows<ListedEntry>(sql`
        SELECT sequence, at, person_id AS "personId", member_id AS "memberId", action,
          object_type AS "objectType", object_id AS "objectId", detail, hash
        FROM audit_entry WHERE sequence < ${before} ${conditions(filter ?? {})}
        ORDER BY sequence DESC ${atMost(size + 1)}`),
    );
    return connection(rows, {
      first: size,
      after: after ?? null,
      cursorOf: ({ sequence }) => this.seal.seal('audit', binding, sequence),
    });
  }
}

function conditions(filter: NonNullable<AuditWish['filter']>): Sql {
  const wanted = [
    filter.personId && sql`person_id = ${filter.personId}`,
    filter.memberId && sql`member_id = ${filter.memberId}`,
    filter.objectId && sql`object_id = ${filter.objectId}`,
    filter.action && sql`action = ${filter.action}`,
    filter.from && sql`at >= ${filter.from}`,
    filter.until && sql`at < ${filter.until}`,
  ].filter((condition) => typeof condition === 'object');
  return wanted.length ? sql`AND ${join(wanted, ' AND ')}` : empty;
}
