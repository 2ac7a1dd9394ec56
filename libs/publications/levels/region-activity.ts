import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import type { RegionActivityFilter, Severity } from '#contract';
import { badInput, Clock, Database, timestamp } from '#platform';
import { type Region, RegionsService } from '#regions';
import { moment } from '../content/check-content.js';
import { wantedBy } from '../reading/filter.js';
import { visibleMatches } from '../reading/visible.js';
import { SEVERITIES } from '../vocabulary.js';

/** How much was released for a region and what lies under it. */
export interface Activity {
  readonly region: Region;
  readonly publicationCount: number;
  readonly alertCount: number;
  readonly highestSeverity: Severity | null;
}

interface Row {
  readonly code: string;
  readonly publications: number;
  readonly alerts: number;
  readonly severity: number | null;
}

const LONGEST_DAYS = 92;
const DAY = 86_400_000;
const MOST_COUNTED = 5_000;

/** Counts what a principal may see by the regions that it is addressed to: one statement for the whole map. */
@Injectable()
export class RegionActivity {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field */
  async of({ held }: Principal, filter: RegionActivityFilter): Promise<Activity[]> {
    const now = timestamp(this.clock.now());
    const window = windowOf(filter, now);
    const within = filter.within ?? 'US';
    const tree = await this.regions.treeKnowing([within]);
    const { kinds, severityAtLeast } = filter;
    const wanted = wantedBy(
      {
        kinds,
        severityAtLeast,
        regions: [within],
        statuses: ['ACTUAL'],
        updatedFrom: window.from,
        updatedUntil: window.until,
      },
      tree,
    );
    const search = {
      held,
      // What is addressed to a region above is not activity of this one.
      wanted: { ...wanted, regionsAbove: [] },
      text: null,
      before: Number.MAX_SAFE_INTEGER,
      limit: MOST_COUNTED,
      now,
    };
    const rows = await this.database.read((tx) =>
      tx.rows<Row>(sql`
        SELECT r.code, count(*) AS publications, sum(CASE WHEN p.kind = 'ALERT' THEN 1 ELSE 0 END) AS alerts,
          max(p.severity) AS severity
        FROM (${visibleMatches(tx.dialect, search)}) m JOIN publication p ON p.id = m.publication_id
        JOIN publication_region r ON r.publication_id = p.id
        WHERE p.state = 'RELEASED' GROUP BY r.code ORDER BY r.code`),
    );
    const known = await this.regions.treeKnowing(rows.map(({ code }) => code));
    return rows.flatMap(({ code, publications, alerts, severity }) => {
      const region = known.region(code);
      if (!region || !wanted.regions.some((top) => known.isAtOrUnder(code, top))) return [];
      const highestSeverity = severity === null ? null : (SEVERITIES[severity] ?? null);
      return [{ region, publicationCount: publications, alertCount: alerts, highestSeverity }];
    });
  }
}

function windowOf(filter: RegionActivityFilter, now: string): { from: string; until: string } {
  const from = moment(filter.from, ['filter', 'from']) ?? now;
  const until = moment(filter.until, ['filter', 'until']) ?? now;
  if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY) {
    throw badInput(['filter', 'from'], `Ask for ${LONGEST_DAYS} days at most.`);
  }
  return { from, until };
}
