import type { Role } from '#access';
import type { ChangeRolesInput, SetContactInput, SuspendPersonInput } from '#contract';
import type { PersonFacts } from '../model/facts.js';
import { atHub, runsPeopleOf } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';

const HUB_ROLES: readonly Role[] = ['ANALYST', 'OPERATOR', 'AUDITOR'];
const ROLES: readonly Role[] = ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR'];

/** Somebody who may change what a person may do: hub roles, and those who hold them, are for operators. */
export function managerOf(world: World, person: PersonFacts): Actor | undefined {
  const hub = person.roles.some((role) => HUB_ROLES.includes(role));
  return world.random.maybe(
    actorsOf(world, null).filter(
      (actor) =>
        actor.personId !== person.id &&
        runsPeopleOf(world.facts, actor, person.memberId) &&
        (!hub || atHub(world.facts, actor, 'OPERATOR')),
    ),
  );
}

function somebodyManaged(world: World, wanted: (person: PersonFacts) => boolean) {
  const person = world.random.maybe(Object.values(world.facts.people).filter(wanted));
  const actor = person && managerOf(world, person);
  return person && actor ? { person, actor } : null;
}

/** A deed that changes a person. */
function changing(
  mutation: string,
  by: Actor,
  input: object,
  id: string,
  change: () => void | Promise<void>,
): Deed {
  return {
    mutation,
    by,
    input,
    payload: '__typename',
    settle: async () => {
      await change();
      return [{ what: 'person', id }];
    },
  };
}

export const changeRoles: Plan = (world) => {
  const found = somebodyManaged(world, () => true);
  if (!found) return null;
  const { person, actor } = found;
  const atTheHub = world.facts.members[person.memberId]?.kind === 'HUB';
  const operates = atHub(world.facts, actor, 'OPERATOR');
  const choice = atTheHub && operates ? [...ROLES, ...HUB_ROLES] : ROLES;
  const keeps = world.random.chance(0.7) ? person.roles : [];
  const changed = world.random.pick(choice);
  const roles = keeps.includes(changed)
    ? keeps.filter((role) => role !== changed)
    : [...new Set([...keeps, changed])];
  const input: ChangeRolesInput = { personId: person.id, roles: roles.length > 0 ? roles : ['VIEWER'] };
  return changing('changeRoles', actor, input, person.id, () => {
    person.roles = input.roles;
  });
};

export const setContact: Plan = (world) => {
  const found = somebodyManaged(world, () => true);
  if (!found) return null;
  const { person, actor } = found;
  const input: SetContactInput = { personId: person.id, contact: !person.contact };
  return changing('setContact', actor, input, person.id, () => {
    person.contact = input.contact;
  });
};

export const suspendPerson: Plan = (world) => {
  const found = somebodyManaged(world, ({ suspended }) => !suspended);
  if (!found) return null;
  const { person, actor } = found;
  const input: SuspendPersonInput = { personId: person.id, reason: `Left ${world.known.word()}` };
  return changing('suspendPerson', actor, input, person.id, () => {
    person.suspended = true;
    world.voidCarriers((one) => one.personId === person.id);
  });
};

export const reinstatePerson: Plan = (world) => {
  const found = somebodyManaged(world, ({ suspended }) => suspended);
  if (!found) return null;
  const { person, actor } = found;
  return changing('reinstatePerson', actor, { personId: person.id }, person.id, async () => {
    person.suspended = false;
    if (!world.facts.members[person.memberId]?.suspended) await world.signIn(person.id, 'TOKEN');
  });
};
