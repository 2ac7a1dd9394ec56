import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Seal } from '#platform';
import type { History } from '../reading/related.js';
import { type NumberedRevision, Views } from '../reading/views.js';
import type { LogEntry } from './log-entry.js';
import type { ReleaseView } from './release-view.js';
import type { SeenAs } from './seen.js';

/** An entry that a principal is told of, and how. */
export interface Seen {
  readonly entry: LogEntry;
  readonly as: SeenAs;
}

/** An entry as a principal sees it. Its sequence is never shown. */
export interface Told {
  readonly sequence: number;
  readonly release: ReleaseView;
}

/** Makes views of log entries that a principal is told of. */
@Injectable()
export class ReleaseViews {
  constructor(
    private readonly views: Views,
    private readonly seal: Seal,
  ) {}

  cursor(sequence: number): string {
    return this.seal.seal('log', '', sequence);
  }

  /** One entry; whoever lost sight of it in this very moment is told that it is no longer available. */
  async one(principal: Principal, seen: Seen): Promise<ReleaseView> {
    const [told] = await this.of(principal, [seen]);
    return told?.release ?? this.unavailable(seen.entry);
  }

  /** Views in the order given. What the principal has lost sight of since the entries were read is left out. */
  async of(principal: Principal, entries: readonly Seen[]): Promise<Told[]> {
    const seen = entries.filter(({ as }) => as === 'RELEASE').map(({ entry }) => entry);
    const [publications, histories] = await Promise.all([
      this.views.publications(
        principal,
        seen.map(({ publicationId }) => publicationId),
      ),
      this.histories(principal, seen),
    ]);
    const standing = seen.filter(
      ({ publicationId }) => publications.get(publicationId)?.state === 'RELEASED',
    );
    const revisions = await this.views.ofRevisions(principal, standing.map(numbered));
    const byId = new Map(revisions.map((revision) => [revision.id, revision]));
    return entries.flatMap(({ entry, as }) => {
      const { sequence, publicationId, revisionId, at } = entry;
      if (as === 'UNAVAILABLE') return [{ sequence, release: this.unavailable(entry) }];
      const publication = publications.get(publicationId);
      if (!publication) return [];
      const first = histories.get(publicationId)?.[0]?.revisionId === revisionId;
      const what = first ? 'PUBLISHED' : entry.what;
      const revision = byId.get(revisionId) ?? null;
      return [
        {
          sequence,
          release: { cursor: this.cursor(sequence), what, at, publicationId, publication, revision },
        },
      ];
    });
  }

  /** To a viewer the first entry that they see of a publication is its publishing; where all see the same, it is so anyway. */
  private async histories(
    principal: Principal,
    entries: readonly LogEntry[],
  ): Promise<ReadonlyMap<string, History>> {
    const changed = entries.filter(({ revision, what }) => !revision.numberHolds && what !== 'PUBLISHED');
    if (changed.length === 0) return new Map();
    return this.views.history(principal, [...new Set(changed.map(({ publicationId }) => publicationId))]);
  }

  private unavailable({ sequence, at, publicationId }: LogEntry): ReleaseView {
    const cursor = this.cursor(sequence);
    return { cursor, what: 'UNAVAILABLE', at, publicationId, publication: null, revision: null };
  }
}

const numbered = ({
  publicationId,
  revisionId,
  at,
  released,
  revision,
  presentTlp,
}: LogEntry): NumberedRevision => ({
  ...revision,
  id: revisionId,
  publicationId,
  originId: released.originId,
  presentTlp,
  at,
  ordinal: revision.numberHolds ? revision.number : null,
});
