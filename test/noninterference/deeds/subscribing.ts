import type { CreateSubscriptionInput, InterestInput, UpdateSubscriptionInput } from '#contract';
import { AFFECTED_SYSTEMS, SEVERITIES } from '#publications';
import type { Asker, Facts, SubscriptionFacts } from '../model/facts.js';
import { personOf, reads } from '../model/rules.js';
import { LINES } from '../world/regions.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Plan } from './deed.js';

const ownOf = (facts: Facts, asker: Asker, { memberId, personId }: SubscriptionFacts): boolean =>
  personId === null ? personOf(facts, asker)?.memberId === memberId : asker.personId === personId;

const isCoordinator = ({ facts }: World, actor: Actor): boolean =>
  personOf(facts, actor)?.roles.includes('COORDINATOR') ?? false;

const subscribers = (world: World): Actor[] =>
  actorsOf(world, null).filter((actor) => reads(world.facts, actor));

export function interest({ random, known }: World): InterestInput {
  return {
    regions: random.chance(0.5) ? random.some(Object.keys(LINES), 2) : [],
    below: random.chance(0.8),
    above: random.chance(0.8),
    kinds: random.chance(0.2) ? ['ALERT'] : [],
    severityAtLeast: random.chance(0.2) ? random.pick(SEVERITIES.slice(0, 4)) : null,
    affectedSystems: random.chance(0.1) ? random.some(AFFECTED_SYSTEMS, 3) : [],
    text: random.chance(0.1) ? known.word() : null,
  };
}

export const createSubscription: Plan = (world) => {
  const actor = world.random.maybe(subscribers(world));
  const person = actor && personOf(world.facts, actor);
  if (!actor || !person) return null;
  const owner = isCoordinator(world, actor) && world.random.chance(0.6) ? 'MEMBER' : 'PERSON';
  const input: CreateSubscriptionInput = {
    name: `All ${world.known.word()}`,
    owner,
    interest: interest(world) as CreateSubscriptionInput['interest'],
  };
  return {
    mutation: 'createSubscription',
    by: actor,
    input,
    payload: 'subscription { id }',
    settle: ({ subscription: { id } }) => {
      const subscription = { id, memberId: person.memberId, personId: owner === 'PERSON' ? person.id : null };
      world.facts.subscriptions[id] = subscription;
      const mayKnow = (facts: Facts, asker: Asker) => ownOf(facts, asker, subscription);
      world.known.tell(id, mayKnow);
      world.known.tellOf(input, mayKnow);
      return [{ what: 'subscription', id }];
    },
  };
};

/** Somebody and a subscription that is theirs to change. */
function somebodysOwn(world: World) {
  const subscription = world.random.maybe(Object.values(world.facts.subscriptions));
  const actors = subscribers(world).filter(
    (actor) =>
      subscription &&
      ownOf(world.facts, actor, subscription) &&
      (subscription.personId !== null || isCoordinator(world, actor)),
  );
  const actor = world.random.maybe(actors);
  return subscription && actor ? { subscription, actor } : null;
}

export const updateSubscription: Plan = (world) => {
  const found = somebodysOwn(world);
  if (!found) return null;
  const { subscription, actor } = found;
  const input: UpdateSubscriptionInput = {
    id: subscription.id,
    name: `More ${world.known.word()}`,
    interest: interest(world) as NonNullable<UpdateSubscriptionInput['interest']>,
  };
  return {
    mutation: 'updateSubscription',
    by: actor,
    input,
    payload: 'subscription { id }',
    settle: () => {
      world.known.tellOf(input, (facts, asker) => ownOf(facts, asker, subscription));
      return [{ what: 'subscription', id: subscription.id }];
    },
  };
};

export const deleteSubscription: Plan = (world) => {
  const found = somebodysOwn(world);
  if (!found) return null;
  const { subscription, actor } = found;
  return {
    mutation: 'deleteSubscription',
    by: actor,
    input: { id: subscription.id },
    payload: 'id',
    settle: () => {
      delete world.facts.subscriptions[subscription.id];
      return [{ what: 'subscription', id: subscription.id }];
    },
  };
};
