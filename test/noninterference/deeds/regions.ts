import type { AddPlaceInput } from '#contract';
import { atHub } from '../model/rules.js';
import type { World } from '../world/world.js';
import { actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';

/** Places below a county at which nobody is. */
const PLACES = ['5502506300', '5507953000', '1703114000', '5502701300', '5502584250', '5507900300'];

export function addPlaceOf(world: World, code: string): Deed | null {
  const operators = actorsOf(world, null).filter((actor) => atHub(world.facts, actor, 'OPERATOR'));
  const actor = world.random.maybe(operators);
  if (!actor) return null;
  const input: AddPlaceInput = { code, name: `Town of Aurora ${code}` };
  return {
    mutation: 'addPlace',
    by: actor,
    input,
    payload: '__typename',
    settle: () => {
      world.places.add(code);
      return [{ what: 'region', code }];
    },
  };
}

export const addPlace: Plan = (world) => {
  const code = PLACES.find((one) => !world.places.has(one));
  return code ? addPlaceOf(world, code) : null;
};
