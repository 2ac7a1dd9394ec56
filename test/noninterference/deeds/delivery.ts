import type { AcknowledgeInput, MarkInboxInput, RemindSilentInput } from '#contract';
import type { Asker, Facts } from '../model/facts.js';
import { atHub, atMember, personOf, reads, seesPublication, seesReach } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Plan } from './deed.js';

const RESPONSES = ['ACTING', 'NOT_AFFECTED', 'NEED_HELP'] as const;

const seen = ({ facts }: World, actor: Actor): string[] =>
  Object.keys(facts.publications).filter((id) => seesPublication(facts, actor, id));

export const acknowledge: Plan = (world) => {
  const { facts, random, known } = world;
  const actor = random.maybe(
    actorsOf(world, 'PUBLISH').filter((one) => personOf(facts, one)?.roles.includes('AUTHOR')),
  );
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const foreign = seen(world, actor).filter((id) => {
    const publication = facts.publications[id];
    return publication && !publication.withdrawn && publication.originId !== person.memberId;
  });
  const publicationId = random.maybe(foreign);
  if (!publicationId) return null;
  const input: AcknowledgeInput = {
    publicationId,
    response: random.pick(RESPONSES),
    note: `We saw it ${known.word()}`,
  };
  return {
    mutation: 'acknowledge',
    by: actor,
    input,
    payload: 'publication { id }',
    settle: () => {
      const { memberId } = person;
      const mayKnow = (now: Facts, asker: Asker) =>
        seesReach(now, asker, publicationId) ||
        (personOf(now, asker)?.memberId === memberId && seesPublication(now, asker, publicationId));
      known.tellOf(input.note, mayKnow);
      known.tell(person.id, (now, asker) => isSender(now, asker, publicationId) && mayKnow(now, asker));
      return [{ what: 'answer', publicationId, memberId }];
    },
  };
};

const isSender = (facts: Facts, asker: Asker, publicationId: string): boolean =>
  atMember(
    facts,
    asker,
    facts.publications[publicationId]?.originId ?? '',
    'AUTHOR',
    'RELEASER',
    'COORDINATOR',
  );

export const markInbox: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(actorsOf(world, 'READ').filter((one) => reads(facts, one)));
  if (!actor?.personId) return null;
  const { personId } = actor;
  const input: MarkInboxInput = {
    publicationIds: random.some(seen(world, actor), 3),
    state: random.pick(['READ', 'UNREAD']),
  };
  return {
    mutation: 'markInbox',
    by: actor,
    input,
    payload: 'items { state }',
    settle: () => input.publicationIds.map((publicationId) => ({ what: 'receipt', publicationId, personId })),
  };
};

export const remindSilent: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(actorsOf(world, 'PUBLISH').filter((one) => reads(facts, one)));
  const publicationId = actor && random.maybe(seen(world, actor));
  if (!actor || !publicationId) return null;
  const input: RemindSilentInput = { publicationId };
  return {
    mutation: 'remindSilent',
    by: actor,
    input,
    payload: 'memberCount personCount',
    settle: () => [],
  };
};

/** Nothing is sent in the worlds of the proof, so nothing is dead: what is named is none. */
export const replayDeadLetters: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(
    actorsOf(world, null).filter((one) => one.scopes === null && atHub(facts, one, 'OPERATOR')),
  );
  if (!actor) return null;
  return {
    mutation: 'replayDeadLetters',
    by: actor,
    input: { ids: ['00000000-0000-4000-8000-000000000001'] },
    payload: 'count',
    settle: () => [],
  };
};
