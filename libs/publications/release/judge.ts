import { Inject, Injectable } from '@nestjs/common';
import type { Released, Viewer } from '#access';
import type { ReviewReason } from '#contract';
import type { MemberRecord } from '#members';
import { CONFIG, type Config, type Tx } from '#platform';
import { RegionsService } from '#regions';
import { type Composed, releasedOf } from '../content/content.js';
import { reviewReasons } from './review-reasons.js';

/** What the access rule makes of something that is about to be released. */
@Injectable()
export class Judge {
  constructor(
    private readonly regions: RegionsService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'reviewNational'>,
  ) {}

  /** What decides who will see it. */
  async released(
    tx: Tx,
    composed: Pick<Composed, 'tlp' | 'audience'>,
    originId: string,
    releasedById: string,
  ): Promise<Released> {
    const tree = await this.regions.treeKnowing(composed.audience.regions, tx);
    return releasedOf(composed, { originId, releasedById }, (code) => tree.line(code));
  }

  /** Why it must be reviewed; none, if it may go out. */
  reviewReasons(
    { kind, line, agreedRegions, twoPersonRelease }: MemberRecord,
    { tlp, audience }: Released,
    releaser: Viewer,
    writerIds: readonly string[],
  ): ReviewReason[] {
    const origin = { kind, jurisdiction: line, agreedRegions, twoPersonRelease };
    return reviewReasons({
      origin,
      tlp,
      audience,
      releaser,
      writerIds,
      reviewNational: this.config.reviewNational,
    });
  }
}
