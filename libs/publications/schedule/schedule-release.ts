import { Injectable } from '@nestjs/common';
import type { Principal, Viewer } from '#access';
import { Acting, type Tell } from '#audit';
import type { CancelScheduledReleaseInput, ScheduleReleaseInput } from '#contract';
import { badInput, Clock, conflict, timestamp, type WriteTx } from '#platform';
import { moment } from '../content/check-content.js';
import { type Draft, lockDraft } from '../drafts/draft.js';
import { noteOf } from '../release/note.js';
import type { Outcome, Scheduled } from '../release/outcome.js';
import { ReleaseDraft } from '../release/release-draft.js';
import { assertMay } from '../release/standing.js';
import { findSchedule, putSchedule, removeSchedule } from './schedule.js';

/** Within this time a release can be undone. Milliseconds. */
const UNDO = 10_000;
const LONGEST_DAYS = 366;
const DAY = 86_400_000;
const EMERGENCY = 'EMERGENCY';

/** Keeps a draft's release for a later moment, and takes it back. */
@Injectable()
export class ScheduleRelease {
  constructor(
    private readonly acting: Acting,
    private readonly releasing: ReleaseDraft,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything that a release asks is asked now; what needs a second person is submitted for review.
   * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT
   */
  perform(principal: Principal, input: ScheduleReleaseInput): Promise<Outcome | Scheduled> {
    const deed = { principal, action: 'publication.schedule', operation: 'scheduleRelease', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const asked = this.momentOf(input.at);
      const note = noteOf(input.note);
      const keeping = (draft: Draft) => {
        if (asked === null && draft.composed.content.severity === EMERGENCY) return undefined;
        const at = asked ?? timestamp(new Date(this.clock.now().getTime() + UNDO));
        return () => keep(tx, principal.viewer as Viewer, { draft, note, at, input }, tell);
      };
      return this.releasing.inside<Scheduled>(tx, principal, input, tell, keeping);
    });
  }

  /**
   * @returns the draft's id
   * @throws Refusal NOT_FOUND, also for what has gone out; FORBIDDEN; CONFLICT for what does not wait
   */
  cancel(principal: Principal, input: CancelScheduledReleaseInput): Promise<string> {
    const deed = {
      principal,
      action: 'publication.schedule',
      operation: 'cancelScheduledRelease',
      input,
    } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const draft = await lockDraft(tx, principal, input.id);
      assertMay(principal, 'publication.schedule', draft.memberId);
      if ((await findSchedule(tx, draft.id))?.state !== 'WAITING')
        throw conflict('It does not wait for release.');
      await removeSchedule(tx, draft.id);
      tell({ objectType: 'draft', objectId: draft.id });
      return draft.id;
    });
  }

  private momentOf(asked: string | null | undefined): string | null {
    const field = ['input', 'at'];
    const at = moment(asked, field);
    if (at === null) return null;
    const ahead = Date.parse(at) - this.clock.now().getTime();
    if (ahead <= 0) throw badInput(field, 'This must lie in the future.');
    if (ahead > LONGEST_DAYS * DAY) throw badInput(field, `This lies at most ${LONGEST_DAYS} days ahead.`);
    return at;
  }
}

interface Kept {
  readonly draft: Draft;
  readonly note: string | null;
  readonly at: string;
  readonly input: ScheduleReleaseInput;
}

async function keep(
  tx: WriteTx,
  { personId }: Viewer,
  { draft, note, at, input }: Kept,
  tell: Tell,
): Promise<Scheduled> {
  const supersedesIds = input.supersedesIds == null ? null : JSON.stringify(input.supersedesIds);
  await putSchedule(tx, {
    ...{ draftId: draft.id, version: draft.version, personId, note, supersedesIds, at },
    ...{ state: 'WAITING', refusal: null },
  });
  tell({ objectType: 'draft', objectId: draft.id, detail: { outcome: 'SCHEDULED', at } });
  return { outcome: 'SCHEDULED', draftId: draft.id };
}
