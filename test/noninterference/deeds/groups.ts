import type { CreateGroupInput, RenameGroupInput } from '#contract';
import type { GroupFacts } from '../model/facts.js';
import { knowsGroup, personOf } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Plan } from './deed.js';

const coordinators = (world: World): Actor[] =>
  actorsOf(world, null).filter((actor) => personOf(world.facts, actor)?.roles.includes('COORDINATOR'));

/** A group and a coordinator of its owner. */
function ownersOf(world: World, wanted = (_: GroupFacts) => true) {
  const open = Object.values(world.facts.groups).filter((one) => one.memberIds.length > 0 && wanted(one));
  const group = world.random.maybe(open);
  const actors = coordinators(world).filter(
    (actor) => personOf(world.facts, actor)?.memberId === group?.ownerId,
  );
  const actor = world.random.maybe(actors);
  return group && actor ? { group, actor } : null;
}

const othersThan = (world: World, memberIds: readonly string[]): string[] =>
  Object.keys(world.facts.members).filter((id) => !memberIds.includes(id));

export const createGroup: Plan = (world) => {
  const actor = world.random.maybe(coordinators(world));
  const person = actor && personOf(world.facts, actor);
  if (!actor || !person) return null;
  const memberIds = world.random.some(othersThan(world, [person.memberId]), 1 + world.random.below(3));
  const input: CreateGroupInput = { name: `Watch ${world.known.word()}`, memberIds };
  return {
    mutation: 'createGroup',
    by: actor,
    input,
    payload: 'group { id }',
    settle: ({ group: { id } }) => {
      world.facts.groups[id] = { id, ownerId: person.memberId, memberIds: [person.memberId, ...memberIds] };
      world.known.tell(id, (facts, asker) => knowsGroup(facts, asker, id));
      world.known.tellOf(input.name, (facts, asker) => knowsGroup(facts, asker, id));
      return [{ what: 'group', id }];
    },
  };
};

export const renameGroup: Plan = (world) => {
  const found = ownersOf(world);
  if (!found) return null;
  const { group, actor } = found;
  const input: RenameGroupInput = { groupId: group.id, name: `Guard ${world.known.word()}` };
  return {
    mutation: 'renameGroup',
    by: actor,
    input,
    payload: 'group { id }',
    settle: () => {
      world.known.tellOf(input.name, (facts, asker) => knowsGroup(facts, asker, group.id));
      return [{ what: 'group', id: group.id }];
    },
  };
};

export const addGroupMember: Plan = (world) => {
  const found = ownersOf(world);
  if (!found) return null;
  const { group, actor } = found;
  const memberId = world.random.pick(othersThan(world, group.memberIds));
  return {
    mutation: 'addGroupMember',
    by: actor,
    input: { groupId: group.id, memberId },
    payload: 'group { id }',
    settle: () => {
      group.memberIds = [...group.memberIds, memberId];
      return [{ what: 'group', id: group.id }];
    },
  };
};

export const removeGroupMember: Plan = (world) => {
  const found = ownersOf(world, ({ memberIds }) => memberIds.length > 1);
  if (!found) return null;
  const { group } = found;
  const memberId = world.random.pick(group.memberIds.filter((id) => id !== group.ownerId));
  const leaving = coordinators(world).filter((one) => personOf(world.facts, one)?.memberId === memberId);
  const actor = (world.random.chance(0.5) && world.random.maybe(leaving)) || found.actor;
  return {
    mutation: 'removeGroupMember',
    by: actor,
    input: { groupId: group.id, memberId },
    payload: 'group { id }',
    settle: () => {
      group.memberIds = group.memberIds.filter((id) => id !== memberId);
      return [{ what: 'group', id: group.id }];
    },
  };
};

export const closeGroup: Plan = (world) => {
  const found = ownersOf(world);
  if (!found) return null;
  const { group, actor } = found;
  return {
    mutation: 'closeGroup',
    by: actor,
    input: { groupId: group.id },
    payload: 'id',
    settle: () => {
      group.memberIds = [];
      return [{ what: 'group', id: group.id }];
    },
  };
};
