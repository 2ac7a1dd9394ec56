import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { ChangeAudienceInput } from '#contract';
import { Members } from '#members';
import { unauthenticated } from '#platform';
import { Compose } from '../content/compose.js';
import { originsWordOf } from './loosening.js';
import { originOf } from './origin.js';
import type { Outcome } from './outcome.js';
import { ReleaseComposed } from './release-composed.js';
import { assertMay, assertPresent, lockStanding, required } from './standing.js';

/** Addresses a publication to others, its text unchanged. */
@Injectable()
export class ChangeAudience {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly releasing: ReleaseComposed,
  ) {}

  /** @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT */
  async perform(principal: Principal, input: ChangeAudienceInput): Promise<Outcome> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = {
      principal,
      action: 'publication.changeAudience',
      operation: 'changeAudience',
      input,
    } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const standing = required(await lockStanding(tx, principal, [input.id]), input.id);
      assertMay(principal, 'publication.changeAudience', standing.originId);
      assertPresent(standing, input.revisionId);
      const path = ['input', 'audience'];
      const tlp = input.tlp ?? standing.composed.tlp;
      const audience = await this.compose.audience(tx, principal, input.audience, tlp, path);
      const release = {
        origin: await originOf(this.members, tx, standing.originId),
        composed: { tlp, audience, content: standing.composed.content },
        standing,
        note: null,
        originsWord: originsWordOf(input),
        supersedes: [],
        draft: null,
        paths: { content: null, audience: path },
      };
      return this.releasing.release(tx, viewer, principal, release, tell);
    });
  }
}
