import type { CreateApiKeyInput } from '#contract';
import { runsPeopleOf } from '../model/rules.js';
import type { World } from '../world/world.js';
import { actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';

const MOST_KEYS = 5;

export const createApiKey: Plan = (world) => {
  const { facts, random, known } = world;
  const actor = random.maybe(actorsOf(world, null));
  const personId = actor?.personId;
  if (!actor || !personId) return null;
  const held = Object.values(facts.carriers).filter((one) => one.personId === personId && one.scopes);
  if (held.length >= MOST_KEYS) return null;
  const scopes = random.pick([['READ'], ['READ', 'PUBLISH']] as const);
  const input: CreateApiKeyInput = { name: `Script ${known.word()}`, scopes, expiresInDays: 90 };
  return {
    mutation: 'createApiKey',
    by: actor,
    input,
    payload: 'apiKey { id } secret',
    settle: ({ apiKey: { id }, secret }) => {
      known.tellOf(input, (_, asker) => asker.personId === personId);
      world.carrierAdded({ id, personId, scopes, spare: true }, { authorization: `Bearer ${secret}` });
      return [{ what: 'account', personId }];
    },
  };
};

export const revokeApiKey: Plan = (world) => {
  const { facts, random } = world;
  const key = random.maybe(Object.values(facts.carriers).filter(({ scopes, spare }) => scopes && spare));
  const owner = key && facts.people[key.personId];
  if (!key || !owner) return null;
  const actor = random.maybe(
    actorsOf(world, null).filter(
      (one) => one.personId === owner.id || runsPeopleOf(facts, one, owner.memberId),
    ),
  );
  if (!actor) return null;
  return {
    mutation: 'revokeApiKey',
    by: actor,
    input: { id: key.id },
    payload: 'id',
    settle: () => {
      delete facts.carriers[key.id];
      return [{ what: 'account', personId: owner.id }];
    },
  };
};

/** A session to spare: whoever asks by it is not heard again. */
function spareSession(world: World) {
  const sessions = Object.values(world.facts.carriers).filter(({ scopes, spare }) => !scopes && spare);
  return world.random.maybe(sessions);
}

export const endSession: Plan = (world) => {
  const session = spareSession(world);
  const actor = world.random.maybe(
    actorsOf(world, null).filter((one) => session && one.personId === session.personId),
  );
  if (!session || !actor) return null;
  return ending(world, session, {
    mutation: 'endSession',
    by: actor,
    input: { id: session.id },
    payload: 'id',
  });
};

export const signOut: Plan = (world) => {
  const session = spareSession(world);
  if (!session) return null;
  const by = { personId: session.personId, scopes: null, carrierId: session.id };
  return ending(world, session, { mutation: 'signOut', by, input: null, payload: '__typename' });
};

function ending(
  world: World,
  { id, personId }: { id: string; personId: string },
  deed: Omit<Deed, 'settle'>,
): Deed {
  return {
    ...deed,
    settle: () => {
      delete world.facts.carriers[id];
      return [{ what: 'account', personId }];
    },
  };
}

/** Of those who set a password of their own, one signs in once more. */
function byPassword(world: World, mutation: 'signIn' | 'issueToken'): Deed | null {
  const able = [...world.passwords.keys()].filter((id) =>
    Object.values(world.facts.carriers).some(({ personId }) => personId === id),
  );
  const personId = world.random.maybe(able);
  if (!personId) return null;
  const input = { email: world.facts.people[personId]?.email ?? '', password: world.passwords.get(personId) };
  return {
    mutation,
    by: { personId: null, scopes: null, carrierId: null },
    input,
    payload: `viewer { sessions { id } }${mutation === 'issueToken' ? ' token' : ''}`,
    settle: ({ viewer }) => {
      for (const { id } of viewer.sessions) world.known.tell(id, (_, asker) => asker.personId === personId);
      return [{ what: 'account', personId }];
    },
  };
}

export const signIn: Plan = (world) => byPassword(world, 'signIn');
export const issueToken: Plan = (world) => byPassword(world, 'issueToken');

/** All their other sessions end, so the one that they go on with is the one that asks. */
export const changePassword: Plan = (world) => {
  const { random, passwords, known } = world;
  const actor = random.maybe(actorsOf(world, null).filter(({ personId }) => passwords.has(personId ?? '')));
  const personId = actor?.personId;
  if (!actor || !personId) return null;
  const input = {
    currentPassword: passwords.get(personId),
    newPassword: `eleven herons at dawn ${known.word()}`,
  };
  return {
    mutation: 'changePassword',
    by: actor,
    input,
    payload: '__typename',
    settle: () => {
      passwords.set(personId, input.newPassword);
      world.voidCarriers(
        (one) => one.personId === personId && one.scopes === null && one.id !== actor.carrierId,
      );
      return [{ what: 'account', personId }];
    },
  };
};

/** Nobody signed in, for an address that has an account or has none: the answer is the same. */
export const requestPasswordReset: Plan = ({ facts, random, known }) => {
  const person = random.maybe(Object.values(facts.people));
  return {
    mutation: 'requestPasswordReset',
    by: { personId: null, scopes: null, carrierId: null },
    input: { email: person && random.chance(0.5) ? person.email : `${known.word()}@nowhere.example` },
    payload: 'noted',
    settle: () => [],
  };
};
