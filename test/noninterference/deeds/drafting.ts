import type { CreateDraftInput, ReleaseDraftInput, ReturnDraftInput, UpdateDraftInput } from '#contract';
import type { DraftFacts, PersonFacts, PublicationFacts } from '../model/facts.js';
import { atHub, atMember, personOf, presentOf, seesDraft, seesPublication } from '../model/rules.js';
import { contentBy } from '../world/content.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';
import { audienceOf, draftIsSeen, putDraft, RELEASE_PAYLOAD, settleRelease } from './released.js';

type May = (world: World, actor: Actor, draft: DraftFacts) => boolean;

const mayWrite: May = ({ facts }, actor, { memberId }) =>
  atMember(facts, actor, memberId, 'AUTHOR', 'RELEASER');

export const mayJudge: May = ({ facts }, actor, draft) =>
  seesDraft(facts, actor, draft) &&
  (atMember(facts, actor, draft.memberId, 'RELEASER') || atHub(facts, actor, 'ANALYST'));

/** Somebody, and a draft with which they may do that. */
export function somebodyWith(
  world: World,
  may: May,
  scope: 'PUBLISH' | null,
  wanted = (_: DraftFacts) => true,
) {
  const { random, facts } = world;
  const draft = random.maybe(Object.values(facts.drafts).filter(wanted));
  const actor = draft && random.maybe(actorsOf(world, scope).filter((one) => may(world, one, draft)));
  const person = actor && personOf(facts, actor);
  return draft && actor && person ? { draft, actor, person } : null;
}

/** What waits for its time cannot be changed. */
export const isFree = ({ scheduled }: DraftFacts): boolean => !scheduled;

export const createDraft: Plan = (world) => {
  const { random, facts } = world;
  const writers = actorsOf(world, 'PUBLISH').filter((actor) =>
    personOf(facts, actor)?.roles.some((role) => role === 'AUTHOR' || role === 'RELEASER'),
  );
  const actor = random.maybe(writers);
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const revised = random.chance(0.4) ? random.maybe(revisable(world, actor, person)) : undefined;
  const present = revised && presentOf(revised);
  const content = contentBy(world, person, person.memberId, present ? { kind: present.content.kind } : {});
  const input: CreateDraftInput = { content, revisesId: revised?.id ?? null };
  const draft = {
    memberId: person.memberId,
    authorId: person.id,
    writerMemberId: person.memberId,
    revisesId: revised?.id ?? null,
    baseRevisionId: present?.id ?? null,
    supersedesIds: [],
    content,
    audience: audienceOf(content.audience),
    submitted: false,
  };
  return changing('createDraft', actor, input, (id, version) => putDraft(world, { ...draft, id, version }));
};

const revisable = ({ facts }: World, actor: Actor, { memberId }: PersonFacts): PublicationFacts[] =>
  Object.values(facts.publications).filter(
    ({ id, originId, withdrawn }) => originId === memberId && !withdrawn && seesPublication(facts, actor, id),
  );

export const updateDraft: Plan = (world) => {
  const found = somebodyWith(world, mayWrite, 'PUBLISH', isFree);
  if (!found) return null;
  const { draft, actor, person } = found;
  const content = contentBy(world, person, draft.memberId, { kind: draft.content.kind });
  const input: UpdateDraftInput = { id: draft.id, version: draft.version, content };
  const audience = audienceOf(content.audience);
  return changing('updateDraft', actor, input, (_, version) =>
    putDraft(world, {
      ...draft,
      content,
      audience,
      writerMemberId: person.memberId,
      submitted: false,
      version,
    }),
  );
};

export const submitDraft: Plan = (world) => {
  const found = somebodyWith(world, mayWrite, 'PUBLISH', (one) => isFree(one) && !one.submitted);
  if (!found) return null;
  const { draft, actor } = found;
  return changing('submitDraft', actor, { id: draft.id }, (_, version) =>
    putDraft(world, { ...draft, submitted: true, version }),
  );
};

export const returnDraft: Plan = (world) => {
  const found = somebodyWith(world, mayJudge, null, (one) => isFree(one) && one.submitted);
  if (!found) return null;
  const { draft, actor } = found;
  const input: ReturnDraftInput = { id: draft.id, note: `Say when ${world.known.word()}` };
  const deed = changing('returnDraft', actor, input, () => {
    putDraft(world, { ...draft, submitted: false, version: draft.version + 1 });
    world.known.tellOf(input.note, draftIsSeen(draft.id));
  });
  return { ...deed, settle: (payload) => deed.settle({ ...payload, draft: { id: draft.id, version: 0 } }) };
};

export const discardDraft: Plan = (world) => {
  const found = somebodyWith(world, mayWrite, 'PUBLISH');
  if (!found) return null;
  const { draft, actor } = found;
  return {
    mutation: 'discardDraft',
    by: actor,
    input: { id: draft.id },
    payload: 'id',
    settle: () => {
      delete world.facts.drafts[draft.id];
      return [{ what: 'draft', id: draft.id }];
    },
  };
};

export const releaseDraft: Plan = (world) => {
  const found = somebodyWith(world, mayJudge, 'PUBLISH');
  if (!found) return null;
  const { draft, actor, person } = found;
  const supersedesIds = draft.supersedesIds.filter((id) => maySupersede(world, actor, id));
  const input: ReleaseDraftInput = {
    id: draft.id,
    version: draft.version,
    note: `At last ${world.known.word()}`,
    supersedesIds,
  };
  const intent = {
    originId: draft.memberId,
    releasedById: person.id,
    writerMemberId: draft.writerMemberId,
    content: draft.content,
    note: input.note ?? null,
    audience: draft.audience,
    revisesId: draft.revisesId,
    supersedesIds,
    draftId: draft.id,
  };
  return {
    mutation: 'releaseDraft',
    by: actor,
    input,
    payload: RELEASE_PAYLOAD,
    settle: (payload) => settleRelease(world, intent, payload),
  };
};

function maySupersede({ facts }: World, actor: Actor, id: string): boolean {
  const target = facts.publications[id];
  if (!target || target.withdrawn || !seesPublication(facts, actor, id)) return false;
  return atMember(facts, actor, target.originId, 'RELEASER') || atHub(facts, actor, 'ANALYST');
}

/** A deed that leaves a draft behind. */
export function changing(
  mutation: string,
  by: Actor,
  input: object,
  put: (id: string, version: number) => void,
): Deed {
  return {
    mutation,
    by,
    input,
    payload: 'draft { id version }',
    settle: ({ draft }) => {
      if (!draft) throw new Error(`${mutation} leaves no draft.`);
      put(draft.id, draft.version);
      return [{ what: 'draft', id: draft.id }];
    },
  };
}
