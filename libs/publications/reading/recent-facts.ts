import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal, Tlp } from '#access';
import { Clock, Database, timestamp } from '#platform';
import { RegionsService } from '#regions';
import type { Addressed, Content } from '../content/content.js';
import { factsOf } from '../content/facts.js';
import type { PublicationFacts } from '../log/log-entry.js';
import { wantedBy } from './filter.js';
import { visibleMatches } from './visible.js';

export interface RecentFacts {
  readonly id: string;
  readonly facts: PublicationFacts;
}

interface Row {
  readonly id: string;
  readonly originId: string;
  readonly tlp: Tlp;
  readonly content: string;
  readonly audience: string;
}

/** Every TLP but RED: what is red is not read in passing. */
const TLPS: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'];

/** What decides whom recent publications concern: of those that a principal may see now and did not release. */
@Injectable()
export class ReadRecentFacts {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /** Latest release first, at most `limit`, in one statement. @param from a moment, RFC 3339 */
  async since(principal: Principal, from: string, limit: number): Promise<RecentFacts[]> {
    const search = {
      held: principal.held,
      wanted: wantedBy({ tlps: [...TLPS], updatedFrom: from }, this.regions.tree()),
      text: null,
      before: Number.MAX_SAFE_INTEGER,
      limit,
      now: timestamp(this.clock.now()),
    };
    const rows = await this.database.read((tx) =>
      tx.rows<Row>(sql`
        SELECT p.id, p.origin_id AS "originId", p.tlp, r.content, r.audience
        FROM (${visibleMatches(tx.dialect, search)}) m JOIN publication p ON p.id = m.publication_id
        JOIN revision r ON r.id = p.revision_id
        WHERE p.state = 'RELEASED' AND r.released_by_id <> ${principal.viewer?.personId ?? ''} ORDER BY m.sequence DESC`),
    );
    const audiences = rows.map(({ audience }) => JSON.parse(audience) as Addressed);
    const tree = await this.regions.treeKnowing(audiences.flatMap(({ regions }) => regions));
    return rows.map(({ id, originId, tlp, content }, index) => {
      const composed = {
        tlp,
        content: JSON.parse(content) as Content,
        audience: audiences[index] as Addressed,
      };
      return { id, facts: factsOf(composed, originId, (code) => tree.line(code)) };
    });
  }
}
