import type { ScheduleReleaseInput } from '#contract';
import type { Plan } from './deed.js';
import { changing, isFree, mayJudge, somebodyWith } from './drafting.js';
import { draftIsSeen, putDraft, settleRelease } from './released.js';

const PAYLOAD = 'outcome publication { id revision { id } } draft { id version }';
const FAR_AHEAD = 300 * 86_400_000;

/** So far ahead that its time does not come: a release at its time is a release as any. */
export const scheduleRelease: Plan = (world) => {
  const found = somebodyWith(world, mayJudge, null, isFree);
  if (!found) return null;
  const { draft, actor, person } = found;
  const input: ScheduleReleaseInput = {
    id: draft.id,
    version: draft.version,
    at: new Date(world.hub.clock.now().getTime() + FAR_AHEAD).toISOString(),
    note: `At last ${world.known.word()}`,
    supersedesIds: [],
  };
  return {
    mutation: 'scheduleRelease',
    by: actor,
    input,
    payload: PAYLOAD,
    settle: (payload) => {
      if (payload.outcome === 'SUBMITTED_FOR_REVIEW') {
        const { content, audience, revisesId, memberId: originId, writerMemberId } = draft;
        const intent = { originId, releasedById: person.id, writerMemberId, content, audience, revisesId };
        return settleRelease(world, { ...intent, supersedesIds: [], draftId: draft.id }, payload);
      }
      putDraft(world, { ...draft, scheduled: true });
      world.known.tell(person.id, draftIsSeen(draft.id));
      return [{ what: 'draft', id: draft.id }];
    },
  };
};

export const cancelScheduledRelease: Plan = (world) => {
  const found = somebodyWith(world, mayJudge, null, (draft) => !isFree(draft));
  if (!found) return null;
  const { draft, actor } = found;
  return changing('cancelScheduledRelease', actor, { id: draft.id }, () =>
    putDraft(world, { ...draft, scheduled: false }),
  );
};
