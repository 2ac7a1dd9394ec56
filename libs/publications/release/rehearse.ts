import { Injectable } from '@nestjs/common';
import { audienceKeys, type Key, type Principal, type Released } from '#access';
import type { PublicationContentInput, ReviewReason } from '#contract';
import { Members } from '#members';
import { Clock, type Tx, unauthenticated } from '#platform';
import { RegionsService } from '#regions';
import { assertAddressed } from '../content/check-audience.js';
import { assertComplete } from '../content/check-content.js';
import { Compose } from '../content/compose.js';
import { factsOf } from '../content/facts.js';
import type { PublicationFacts } from '../log/log-entry.js';
import { Judge } from './judge.js';
import { originOf } from './origin.js';

/** What would be released. */
export interface Rehearsed {
  readonly keys: readonly Key[];
  readonly released: Released;
  readonly facts: PublicationFacts;
  readonly reviewReasons: readonly ReviewReason[];
}

/** Goes through everything that a release of one's own member would, and writes nothing. */
@Injectable()
export class Rehearse {
  constructor(
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly judge: Judge,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param path where the content lies in the input, for the error's field
   * @throws Refusal BAD_INPUT as releasing it would
   */
  async of(
    tx: Tx,
    principal: Principal,
    input: PublicationContentInput,
    path: readonly string[],
  ): Promise<Rehearsed> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const origin = await originOf(this.members, tx, viewer.member.id);
    const composed = await this.compose.content(tx, principal, input, { path, origin, present: null });
    assertComplete(composed.content, path, this.clock.now());
    assertAddressed(composed.audience, composed.tlp, [...path, 'audience']);
    const released = await this.judge.released(tx, composed, origin.id, viewer.personId);
    const tree = await this.regions.treeKnowing(composed.audience.regions, tx);
    return {
      keys: [...audienceKeys(released)],
      released,
      facts: factsOf(composed, origin.id, (code) => tree.line(code)),
      reviewReasons: this.judge.reviewReasons(origin, released, viewer, [viewer.personId]),
    };
  }
}
