import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreateDraftInput,
  type DiscardDraftInput,
  Me,
  type QueryDraftsArgs,
  type ReturnDraftInput,
  SignedIn,
  type SubmitDraftInput,
  type UpdateDraftInput,
} from '#contract';
import { CreateDraft } from '../drafts/create-draft.js';
import { DiscardDraft } from '../drafts/discard-draft.js';
import type { DraftView } from '../drafts/draft-view.js';
import { ReadDrafts } from '../drafts/read-drafts.js';
import { ReturnDraft } from '../drafts/return-draft.js';
import { SubmitDraft } from '../drafts/submit-draft.js';
import { UpdateDraft } from '../drafts/update-draft.js';

const REASON =
  'Drafts are seen by those who write and release them, and by those who review them; keys decide.';

@Resolver('Draft')
export class DraftResolver {
  constructor(
    private readonly reading: ReadDrafts,
    private readonly creating: CreateDraft,
    private readonly updating: UpdateDraft,
    private readonly submitting: SubmitDraft,
    private readonly returning: ReturnDraft,
    private readonly discarding: DiscardDraft,
  ) {}

  @SignedIn(REASON)
  @Query('draft')
  draft(@Me() me: Principal, @Args('id') id: string) {
    return this.reading.one(me, id);
  }

  @SignedIn(REASON)
  @Query('drafts')
  drafts(@Me() me: Principal, @Args() wish: QueryDraftsArgs) {
    return this.reading.page(me, wish);
  }

  @ResolveField()
  revises(@Parent() draft: DraftView) {
    return draft.revises();
  }

  @ResolveField()
  supersedes(@Parent() draft: DraftView) {
    return draft.supersedes();
  }

  @Act('publication.draft')
  @Mutation('createDraft')
  async createDraft(@Me() me: Principal, @Args('input') input: CreateDraftInput) {
    return this.payload(me, await this.creating.perform(me, input));
  }

  @Act('publication.draft')
  @Mutation('updateDraft')
  async updateDraft(@Me() me: Principal, @Args('input') input: UpdateDraftInput) {
    return this.payload(me, await this.updating.perform(me, input));
  }

  @Act('publication.draft')
  @Mutation('submitDraft')
  async submitDraft(@Me() me: Principal, @Args('input') input: SubmitDraftInput) {
    return this.payload(me, await this.submitting.perform(me, input));
  }

  @Act('publication.review')
  @Mutation('returnDraft')
  async returnDraft(@Me() me: Principal, @Args('input') input: ReturnDraftInput) {
    return this.payload(me, await this.returning.perform(me, input));
  }

  @Act('publication.draft')
  @Mutation('discardDraft')
  async discardDraft(@Me() me: Principal, @Args('input') input: DiscardDraftInput) {
    return { id: await this.discarding.perform(me, input) };
  }

  private async payload(me: Principal, id: string) {
    return { draft: await this.reading.one(me, id) };
  }
}
