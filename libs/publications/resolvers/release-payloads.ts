import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { ReadDrafts } from '../drafts/read-drafts.js';
import { ReleaseViews } from '../log/release-views.js';
import { Publications } from '../reading/publications.js';
import type { Outcome, Scheduled } from '../release/outcome.js';

/** What came of a release, read afresh as the releaser may see it now. */
@Injectable()
export class ReleasePayloads {
  constructor(
    private readonly publications: Publications,
    private readonly drafts: ReadDrafts,
    private readonly views: ReleaseViews,
  ) {}

  async ofScheduled(me: Principal, outcome: Outcome | Scheduled) {
    if (outcome.outcome !== 'SCHEDULED') return this.of(me, outcome);
    const draft = await this.drafts.one(me, outcome.draftId);
    return { ...outcome, publication: null, draft, reviewReasons: [], cursor: null };
  }

  async of(me: Principal, outcome: Outcome) {
    if (outcome.outcome === 'SUBMITTED_FOR_REVIEW') {
      const draft = await this.drafts.one(me, outcome.draftId);
      return { ...outcome, publication: null, draft, cursor: null };
    }
    const publication = await this.publications.one(me, outcome.publicationId);
    return {
      ...outcome,
      publication,
      draft: null,
      reviewReasons: [],
      cursor: this.views.cursor(outcome.sequence),
    };
  }
}
