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
import { ChangeAudience } from '../release/change-audience.js';
import { Publish } from '../release/publish.js';
import { ReleaseDraft } from '../release/release-draft.js';
import { RevisePublication } from '../release/revise-publication.js';
import { WithdrawPublication } from '../release/withdraw-publication.js';
import { ReleasePayloads } from './release-payloads.js';

@Resolver()
export class ReleasingResolver {
  constructor(
    private readonly releasing: ReleaseDraft,
    private readonly publishing: Publish,
    private readonly revising: RevisePublication,
    private readonly addressing: ChangeAudience,
    private readonly withdrawing: WithdrawPublication,
    private readonly payloads: ReleasePayloads,
  ) {}

  @Act('publication.release')
  @Mutation('releaseDraft')
  async releaseDraft(@Me() me: Principal, @Args('input') input: ReleaseDraftInput) {
    return this.payloads.of(me, await this.releasing.perform(me, input));
  }

  @Act('publication.release')
  @Mutation('publish')
  async publish(@Me() me: Principal, @Args('input') input: PublishInput) {
    return this.payloads.of(me, await this.publishing.perform(me, input));
  }

  @Act('publication.revise')
  @Mutation('revisePublication')
  async revisePublication(@Me() me: Principal, @Args('input') input: RevisePublicationInput) {
    return this.payloads.of(me, await this.revising.perform(me, input));
  }

  @Act('publication.changeAudience')
  @Mutation('changeAudience')
  async changeAudience(@Me() me: Principal, @Args('input') input: ChangeAudienceInput) {
    return this.payloads.of(me, await this.addressing.perform(me, input));
  }

  @Act('publication.withdraw')
  @Mutation('withdrawPublication')
  async withdrawPublication(@Me() me: Principal, @Args('input') input: WithdrawPublicationInput) {
    return this.payloads.of(me, await this.withdrawing.perform(me, input));
  }
}
