import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type ChangeAudienceInput,
  Me,
  type PublishInput,
  type ReleaseDraftInput,
  type RevisePublicationInput,
  type WithdrawPublicationInput,
} from '#contract';
import { ReadDrafts } from '../drafts/read-drafts.js';
import { ReleaseViews } from '../log/release-views.js';
import { Publications } from '../reading/publications.js';
import { ChangeAudience } from '../release/change-audience.js';
import type { Outcome } from '../release/outcome.js';
import { Publish } from '../release/publish.js';
import { ReleaseDraft } from '../release/release-draft.js';
import { RevisePublication } from '../release/revise-publication.js';
import { WithdrawPublication } from '../release/withdraw-publication.js';

@Resolver()
export class ReleasingResolver {
  constructor(
    private readonly releasing: ReleaseDraft,
    private readonly publishing: Publish,
    private readonly revising: RevisePublication,
    private readonly addressing: ChangeAudience,
    private readonly withdrawing: WithdrawPublication,
    private readonly publications: Publications,
    private readonly drafts: ReadDrafts,
    private readonly views: ReleaseViews,
  ) {}

  @Act('publication.release')
  @Mutation('releaseDraft')
  async releaseDraft(@Me() me: Principal, @Args('input') input: ReleaseDraftInput) {
    return this.payload(me, await this.releasing.perform(me, input));
  }

  @Act('publication.release')
  @Mutation('publish')
  async publish(@Me() me: Principal, @Args('input') input: PublishInput) {
    return this.payload(me, await this.publishing.perform(me, input));
  }

  @Act('publication.revise')
  @Mutation('revisePublication')
  async revisePublication(@Me() me: Principal, @Args('input') input: RevisePublicationInput) {
    return this.payload(me, await this.revising.perform(me, input));
  }

  @Act('publication.changeAudience')
  @Mutation('changeAudience')
  async changeAudience(@Me() me: Principal, @Args('input') input: ChangeAudienceInput) {
    return this.payload(me, await this.addressing.perform(me, input));
  }

  @Act('publication.withdraw')
  @Mutation('withdrawPublication')
  async withdrawPublication(@Me() me: Principal, @Args('input') input: WithdrawPublicationInput) {
    return this.payload(me, await this.withdrawing.perform(me, input));
  }

  /** What came of it is read afresh, as the releaser may see it now. */
  private async payload(me: Principal, outcome: Outcome) {
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
