import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Database } from '#platform';
import type { EndpointRow } from '../webhooks/endpoints/stored.js';

const MOST = 100;

/** An endpoint that takes nothing, as an operator sees it: where it is, and not what is sent there. */
export interface FailingEndpoint
  extends Pick<
    EndpointRow,
    'id' | 'memberId' | 'state' | 'disabledBecause' | 'failingSince' | 'lastFailure'
  > {
  readonly host: string;
}

/** Reads how endpoints do, for operators. */
@Injectable()
export class FailingEndpoints {
  constructor(private readonly database: Database) {}

  /** Those that fail, longest first, and then those that were given up, latest first. */
  async list(): Promise<FailingEndpoint[]> {
    const rows = await this.database.read((tx) =>
      tx.rows<Omit<FailingEndpoint, 'host'> & { url: string }>(sql`
        SELECT id, member_id AS "memberId", url, state, disabled_because AS "disabledBecause",
          failing_since AS "failingSince", last_failure AS "lastFailure"
        FROM webhook_endpoint
        WHERE (state = 'ACTIVE' AND failing_since IS NOT NULL) OR disabled_because IN ('FAILING', 'GONE')
        ORDER BY state, CASE WHEN state = 'ACTIVE' THEN failing_since END, disabled_at DESC, id LIMIT ${MOST}`),
    );
    return rows.map(({ url, ...row }) => ({ ...row, host: new URL(url).host }));
  }
}
