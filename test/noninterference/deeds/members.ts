import type {
  ConfigureMemberInput,
  CreateMemberInput,
  SuspendMemberInput,
  UpdateMemberInput,
} from '#contract';
import type { MemberFacts } from '../model/facts.js';
import { atHub, atMember, namesMember, personOf } from '../model/rules.js';
import { lineOf } from '../world/regions.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';

const operators = (world: World): Actor[] =>
  actorsOf(world, null).filter((actor) => atHub(world.facts, actor, 'OPERATOR'));

function operatorWith(world: World, wanted: (member: MemberFacts) => boolean) {
  const actor = world.random.maybe(operators(world));
  const member = world.random.maybe(Object.values(world.facts.members).filter(wanted));
  return actor && member ? { actor, member } : null;
}

const simple = (mutation: string, by: Actor, input: object, settle: Deed['settle']): Deed => ({
  mutation,
  by,
  input,
  payload: '__typename',
  settle,
});

export const createMember: Plan = (world) => {
  const actor = world.random.maybe(operators(world));
  if (!actor) return null;
  const place = world.random.pick([
    { kind: 'LOCAL', jurisdiction: '55079' },
    { kind: 'LOCAL', jurisdiction: '17031' },
    { kind: 'PARTNER' },
  ] as const);
  const input: CreateMemberInput = { name: `Office ${world.known.word()}`, ...place };
  return {
    mutation: 'createMember',
    by: actor,
    input,
    payload: 'member { id }',
    settle: ({ member: { id } }) => {
      world.memberAdded(id, input);
      return [{ what: 'member', id }];
    },
  };
};

export const updateMember: Plan = (world) => {
  const found = operatorWith(world, () => true);
  if (!found) return null;
  const { actor, member } = found;
  const { id, kind } = member;
  const moves = kind === 'LOCAL' && world.random.chance(0.4);
  const input: UpdateMemberInput = moves
    ? { id, jurisdiction: world.random.pick(['55025', '55079', '17031', '55027']) }
    : kind === 'PARTNER' && world.random.chance(0.5)
      ? { id, agreedRegions: world.random.some(['55', '17', '55025'], 2) }
      : { id, name: `Board ${world.known.word()}` };
  return simple('updateMember', actor, input, () => {
    if (input.jurisdiction) member.jurisdiction = lineOf(input.jurisdiction);
    if (input.agreedRegions) member.agreedRegions = input.agreedRegions;
    world.known.tellOf(
      input.name,
      (facts, asker) => personOf(facts, asker) !== null || namesMember(facts, asker, id),
    );
    return input.agreedRegions ? [{ what: 'settings', memberId: id }] : [{ what: 'member', id }];
  });
};

export const configureMember: Plan = (world) => {
  const member = world.random.pick(Object.values(world.facts.members));
  const runs = (actor: Actor) =>
    atMember(world.facts, actor, member.id, 'COORDINATOR') || atHub(world.facts, actor, 'OPERATOR');
  const actor = world.random.maybe(actorsOf(world, null).filter(runs));
  if (!actor) return null;
  const input: ConfigureMemberInput = { id: member.id, twoPersonRelease: !member.twoPersonRelease };
  return simple('configureMember', actor, input, () => {
    member.twoPersonRelease = input.twoPersonRelease;
    return [{ what: 'settings', memberId: member.id }];
  });
};

export const suspendMember: Plan = (world) => {
  const found = operatorWith(world, ({ kind, suspended }) => kind !== 'HUB' && !suspended);
  if (!found) return null;
  const { actor, member } = found;
  const input: SuspendMemberInput = { id: member.id, reason: `Left ${world.known.word()}` };
  return simple('suspendMember', actor, input, () => {
    member.suspended = true;
    world.voidCarriers(({ personId }) => world.facts.people[personId]?.memberId === member.id);
    return [{ what: 'suspension', memberId: member.id }];
  });
};

export const reinstateMember: Plan = (world) => {
  const found = operatorWith(world, ({ suspended }) => suspended);
  if (!found) return null;
  const { actor, member } = found;
  return simple('reinstateMember', actor, { id: member.id }, async () => {
    member.suspended = false;
    for (const person of Object.values(world.facts.people)) {
      if (person.memberId === member.id && !person.suspended) await world.signIn(person.id, 'TOKEN');
    }
    return [{ what: 'suspension', memberId: member.id }];
  });
};
