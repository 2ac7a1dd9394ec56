import type { AddRemoteCollectionInput, UpdateRemoteCollectionInput } from '#contract';
import type { Asker, Facts } from '../model/facts.js';
import { atHub } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';

const operates = (facts: Facts, asker: Asker): boolean => atHub(facts, asker, 'OPERATOR');

/** Only a session manages what the hub reads. */
const operators = (world: World): Actor[] =>
  actorsOf(world, null).filter((actor) => actor.scopes === null && operates(world.facts, actor));

export const addRemoteCollection: Plan = (world) => {
  const actor = world.random.maybe(operators(world));
  const writers = Object.values(world.facts.people).filter(
    ({ roles, suspended, memberId }) =>
      !suspended &&
      !world.facts.members[memberId]?.suspended &&
      (roles.includes('AUTHOR') || roles.includes('RELEASER')),
  );
  const writer = world.random.maybe(writers);
  if (!actor || !writer) return null;
  const input: AddRemoteCollectionInput = {
    name: `Feed ${world.known.word()}`,
    url: `https://taxii.example/${world.known.word()}/collections/one/`,
    credentials: { token: world.known.word() },
    personId: writer.id,
    tlp: world.random.pick(['GREEN', 'AMBER', 'AMBER_STRICT']),
    regions: ['55'],
    releases: world.random.chance(0.5),
  };
  return {
    mutation: 'addRemoteCollection',
    by: actor,
    input,
    payload: 'collection { id }',
    settle: ({ collection: { id } }) => {
      world.facts.remotes[id] = { id };
      world.known.tell(id, operates);
      world.known.tellOf(input, operates);
      return [{ what: 'remote', id }];
    },
  };
};

/** An operator does something to one. */
const onOne =
  (mutation: string, payload: string, inputOf: (world: World) => object, removes = false): Plan =>
  (world): Deed | null => {
    const remote = world.random.maybe(Object.values(world.facts.remotes));
    const actor = world.random.maybe(operators(world));
    if (!remote || !actor) return null;
    const input = { id: remote.id, ...inputOf(world) };
    return {
      mutation,
      by: actor,
      input,
      payload,
      settle: () => {
        world.known.tellOf(input, operates);
        if (removes) delete world.facts.remotes[remote.id];
        return [{ what: 'remote', id: remote.id }];
      },
    };
  };

export const updateRemoteCollection = onOne(
  'updateRemoteCollection',
  'collection { id }',
  (world): Omit<UpdateRemoteCollectionInput, 'id'> => ({
    name: `Feed ${world.known.word()}`,
    active: world.random.chance(0.8),
  }),
);

export const pollRemoteCollection = onOne('pollRemoteCollection', 'collection { id }', () => ({}));

export const removeRemoteCollection = onOne('removeRemoteCollection', 'id', () => ({}), true);
