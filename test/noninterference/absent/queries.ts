import { type Operation, operationOf } from '../contract/operation.js';
import { branchOf, partsOf } from '../contract/selection.js';
import type { Viewer } from '../pairs/plan.js';
import { ABSENT } from '../pairs/pools.js';
import type { Question } from '../world/served-hub.js';
import type { World } from '../world/world.js';
import { hiddenFrom } from './hidden.js';

const MOST_PER_PART = 60;
/** Of each kind of thing. */
const TRIED = 3;

/** Every root field of Query that takes an id, with what is nearest of its answer. */
export function lookUps(world: World): Operation[] {
  const roots = Object.values(world.contract.getQueryType()?.getFields() ?? {});
  const byId = roots.filter(({ args }) => args.some(({ type }) => String(type) === 'ID!'));
  return byId.map((root) => operationOf(partsOf(branchOf(root), MOST_PER_PART).slice(0, 1)));
}

/** Looks up, by this root field, things of every kind that a viewer may not know of. @returns the ids of what is not as if absent */
export async function toldApart(
  world: World,
  viewer: Viewer,
  operation: Operation,
  answer = (carrier: Viewer['carrier'], question: Question) => world.hub.answer(carrier, question),
): Promise<string[]> {
  const [asked] = operation.asked;
  const name = asked?.variables.find(({ type }) => String(type) === 'ID!')?.name ?? '';
  const answerTo = (id: string) =>
    answer(viewer.carrier, { query: operation.text, variables: { [name]: id } });
  const absent = await answerTo(ABSENT);
  const told: string[] = [];
  for (const [kind, ids] of Object.entries(hiddenFrom(world.facts, viewer.asker))) {
    for (const id of world.random.some(ids, TRIED)) {
      if ((await answerTo(id)) !== absent) told.push(`${viewer.name}: ${asked?.root} of ${kind} ${id}`);
    }
  }
  return told;
}
