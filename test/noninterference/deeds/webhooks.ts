import type { CreateWebhookEndpointInput, UpdateWebhookEndpointInput } from '#contract';
import type { Asker, Facts, SubscriptionFacts } from '../model/facts.js';
import { personOf, reads, runsEndpoint } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Payload, Plan } from './deed.js';
import { interest } from './subscribing.js';

const managers = (world: World): Actor[] =>
  actorsOf(world, null).filter((actor) => reads(world.facts, actor));

export const createWebhookEndpoint: Plan = (world) => {
  const actor = world.random.maybe(managers(world));
  const person = actor && personOf(world.facts, actor);
  if (!actor || !person) return null;
  const owner = person.roles.includes('COORDINATOR') && world.random.chance(0.6) ? 'MEMBER' : 'PERSON';
  const input: CreateWebhookEndpointInput = {
    name: `Hook ${world.known.word()}`,
    url: `https://hooks.example/${world.known.word()}`,
    owner,
    interest: world.random.chance(0.5) ? (interest(world) as CreateWebhookEndpointInput['interest']) : null,
  };
  return {
    mutation: 'createWebhookEndpoint',
    by: actor,
    input,
    payload: 'endpoint { id }',
    settle: ({ endpoint: { id } }) => {
      const endpoint = { id, memberId: person.memberId, personId: owner === 'PERSON' ? person.id : null };
      world.facts.endpoints[id] = endpoint;
      const mayKnow = (facts: Facts, asker: Asker) => runsEndpoint(facts, asker, endpoint);
      world.known.tell(id, mayKnow);
      world.known.tellOf(input, mayKnow);
      return [{ what: 'endpoint', id }];
    },
  };
};

type Found = { readonly endpoint: SubscriptionFacts; readonly actor: Actor };

/** Somebody does something to an endpoint that is theirs to run. */
const onOne =
  (
    mutation: string,
    payload: string,
    inputOf: (world: World) => object,
    settle?: (world: World, found: Found, payload: Payload) => void,
  ): Plan =>
  (world): Deed | null => {
    const endpoint = world.random.maybe(Object.values(world.facts.endpoints));
    const actors = endpoint ? managers(world).filter((one) => runsEndpoint(world.facts, one, endpoint)) : [];
    const actor = world.random.maybe(actors);
    if (!endpoint || !actor) return null;
    const input = { id: endpoint.id, ...inputOf(world) };
    return {
      mutation,
      by: actor,
      input,
      payload,
      settle: (told) => {
        world.known.tellOf(input, (facts, asker) => runsEndpoint(facts, asker, endpoint));
        settle?.(world, { endpoint, actor }, told);
        return [{ what: 'endpoint', id: endpoint.id }];
      },
    };
  };

export const updateWebhookEndpoint = onOne(
  'updateWebhookEndpoint',
  'endpoint { id }',
  (world): Omit<UpdateWebhookEndpointInput, 'id'> => ({
    name: `Hook ${world.known.word()}`,
    enabled: world.random.chance(0.9),
  }),
);

export const deleteWebhookEndpoint = onOne(
  'deleteWebhookEndpoint',
  'id',
  () => ({}),
  ({ facts }, { endpoint }) => {
    delete facts.endpoints[endpoint.id];
  },
);

export const rotateWebhookSecret = onOne('rotateWebhookSecret', 'endpoint { id }', ({ random }) => ({
  overlapHours: random.pick([0, 24]),
}));

export const testWebhookEndpoint = onOne(
  'testWebhookEndpoint',
  'deliveryId',
  () => ({}),
  ({ known }, { endpoint }, { deliveryId }) =>
    known.tell(deliveryId, (facts, asker) => runsEndpoint(facts, asker, endpoint)),
);

export const replayWebhookDeliveries = onOne('replayWebhookDeliveries', 'count', () => ({ failed: true }));
