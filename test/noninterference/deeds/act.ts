import type { PersonFacts } from '../model/facts.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Payload } from './deed.js';
import { questionOf } from './deeds.js';

/** The person who sits at a desk of the cast. */
export function personAt({ facts }: World, desk: string): PersonFacts {
  const person = Object.values(facts.people).find(({ email }) => email.startsWith(`${desk}@`));
  if (!person) throw new Error(`Nobody sits at ${desk}.`);
  return person;
}

/** The person at a desk with a session by which they ask. */
export function actorAt(world: World, desk: string): Actor {
  const { id } = personAt(world, desk);
  const actor = actorsOf(world, null).find(({ personId }) => personId === id);
  if (!actor) throw new Error(`Nobody at ${desk} is signed in.`);
  return actor;
}

/** Somebody does something of which the proof keeps no facts. A second passes. @throws when it is refused */
export async function act(
  world: World,
  desk: string,
  mutation: string,
  input: object,
  payload = '__typename',
): Promise<Payload> {
  const by = actorAt(world, desk);
  const question = questionOf(world, { mutation, by, input, payload, settle: () => [] });
  const { data, errors } = await world.ask(world.carrierOf(by), question);
  if (errors) throw new Error(`${desk}, ${mutation}: ${JSON.stringify(errors)}`);
  await world.settle();
  world.hub.clock.advance(1_000);
  return data?.[mutation] as Payload;
}
