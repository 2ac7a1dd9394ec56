import type { SetContactListInput, SetPreferencesInput } from '#contract';
import { personOf, reads } from '../model/rules.js';
import { actorsOf } from './actors.js';
import type { Plan } from './deed.js';

const ZONES = ['America/Chicago', 'Pacific/Guam', 'America/Denver'] as const;
const TIMINGS = ['AT_ONCE', 'DIGEST', 'OFF'] as const;

export const setPreferences: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(actorsOf(world, null).filter((one) => reads(facts, one)));
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const members = person.roles.includes('COORDINATOR') && random.chance(0.5);
  const input: SetPreferencesInput = {
    owner: members ? 'MEMBER' : 'PERSON',
    timeZone: random.pick(ZONES),
    channels: [{ severity: 'LOW', email: random.pick(TIMINGS), webhook: random.chance(0.5) }],
  };
  return {
    mutation: 'setPreferences',
    by: actor,
    input,
    payload: '__typename',
    settle: () => [{ what: 'preferences', memberId: person.memberId, personId: members ? null : person.id }],
  };
};

export const setContactList: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(
    actorsOf(world, null).filter((one) => personOf(facts, one)?.roles.includes('COORDINATOR')),
  );
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const own = Object.values(facts.people).filter(({ memberId }) => memberId === person.memberId);
  const input: SetContactListInput = {
    contacts: random.some(own, 2).map(({ id }) => ({ personId: id })),
  };
  return {
    mutation: 'setContactList',
    by: actor,
    input,
    payload: '__typename',
    settle: () => [{ what: 'settings', memberId: person.memberId }],
  };
};

/** At a hub that sends no mail it is refused, which no one else can tell. */
export const testMail: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(actorsOf(world, null).filter((one) => reads(facts, one)));
  if (!actor) return null;
  return { mutation: 'testMail', by: actor, input: {}, payload: '__typename', settle: () => [] };
};
