import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { PublishInput } from '#contract';
import { Members } from '#members';
import { unauthenticated } from '#platform';
import { Compose } from '../content/compose.js';
import { originOf } from './origin.js';
import type { Outcome } from './outcome.js';
import { ReleaseComposed } from './release-composed.js';
import { lockStanding } from './standing.js';
import { supersedable, supersedesOf } from './withdraw.js';

/** Drafts and releases in one step, for the releaser's own member. */
@Injectable()
export class Publish {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly releasing: ReleaseComposed,
  ) {}

  /** @throws Refusal BAD_INPUT, NOT_FOUND and FORBIDDEN for what is to be superseded */
  async perform(principal: Principal, input: PublishInput): Promise<Outcome> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'publication.release', operation: 'publish', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const ids = supersedesOf(input.supersedesIds);
      const supersedes = supersedable(principal, await lockStanding(tx, principal, ids), ids);
      const origin = await originOf(this.members, tx, viewer.member.id);
      const path = ['input', 'content'];
      const composed = await this.compose.content(tx, principal, input.content, {
        path,
        origin,
        present: null,
      });
      const release = {
        origin,
        composed,
        standing: null,
        note: null,
        originsWord: null,
        supersedes,
        draft: null,
        paths: { content: path, audience: [...path, 'audience'] },
      };
      return this.releasing.release(tx, viewer, principal, release, tell);
    });
  }
}
