import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, tellsOrigin } from '#access';
import { type Attribution, firstOf } from '#contract';
import { Database } from '#platform';
import type { IndicatorView } from '../reading/indicator-view.js';

/** A sighting as one viewer may know it. */
export interface SightingView {
  readonly id: string;
  readonly at: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly count: number;
  /** Who saw it, where that may be told. */
  readonly memberId: string | null;
}

interface Row extends SightingView {
  readonly memberId: string;
  readonly attribution: Attribution;
}

/** Reads the sightings of an indicator that its viewer sees already. */
@Injectable()
export class ReadSightings {
  constructor(private readonly database: Database) {}

  /** The latest first. @throws Refusal BAD_INPUT naming the field */
  async latest(
    principal: Principal,
    { id }: IndicatorView,
    first: number | null | undefined,
  ): Promise<SightingView[]> {
    const rows = await this.database.read((tx) =>
      tx.rows<Row>(sql`
        SELECT id, at, first_seen AS "firstSeen", last_seen AS "lastSeen", count, member_id AS "memberId", attribution
        FROM sighting WHERE indicator_id = ${id} ORDER BY sequence DESC LIMIT ${firstOf(first)}`),
    );
    return rows.map(({ attribution, memberId, ...sighting }) => ({
      ...sighting,
      memberId: tellsOrigin(principal.held, { originId: memberId, attribution }) ? memberId : null,
    }));
  }
}
