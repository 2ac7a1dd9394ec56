import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { RevisePublicationInput } from '#contract';
import { Members } from '#members';
import { badInput, unauthenticated } from '#platform';
import { Compose } from '../content/compose.js';
import { originsWordOf } from './loosening.js';
import { noteOf } from './note.js';
import { originOf } from './origin.js';
import type { Outcome } from './outcome.js';
import { ReleaseComposed } from './release-composed.js';
import { assertMay, assertPresent, lockStanding, required } from './standing.js';

/** Releases a new revision of a publication. */
@Injectable()
export class RevisePublication {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly releasing: ReleaseComposed,
  ) {}

  /** @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT */
  async perform(principal: Principal, input: RevisePublicationInput): Promise<Outcome> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'publication.revise', operation: 'revisePublication', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const standing = required(await lockStanding(tx, principal, [input.id]), input.id);
      assertMay(principal, 'publication.revise', standing.originId);
      assertPresent(standing, input.revisionId);
      const note = noteOf(input.note);
      if (note === null) throw badInput(['input', 'note'], 'Say what was changed.');
      const origin = await originOf(this.members, tx, standing.originId);
      const path = ['input', 'content'];
      const setting = { path, origin, present: standing.composed };
      const composed = await this.compose.content(tx, principal, input.content, setting);
      const release = {
        origin,
        composed,
        standing,
        note,
        originsWord: originsWordOf(input),
        supersedes: [],
        draft: null,
        paths: { content: path, audience: [...path, 'audience'] },
      };
      return this.releasing.release(tx, viewer, principal, release, tell);
    });
  }
}
