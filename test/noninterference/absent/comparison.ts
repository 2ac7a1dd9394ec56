import type { Actor } from '../deeds/actors.js';
import type { Deed } from '../deeds/deed.js';
import { questionOf } from '../deeds/deeds.js';
import { ABSENT } from '../pairs/pools.js';
import type { World } from '../world/world.js';
import { hiddenFrom } from './hidden.js';
import { type IdPath, withId } from './id-paths.js';

/** An answer by which somebody can tell a thing that they may not know of from one that is not there. */
export interface Telling {
  readonly mutation: string;
  readonly path: string;
  readonly kind: string;
  readonly id: string;
  readonly by: Actor;
  readonly hidden: string;
  readonly absent: string;
}

/**
 * Asks for a mutation with an id of everything that its actor may not know of, and with one that is nowhere: every answer must
 * be the same, byte for byte.
 * @returns answers that are not, and how many were compared for each kind of thing
 */
export async function compareHiddenWithAbsent(
  world: World,
  deed: Deed,
  path: IdPath,
): Promise<{ telling: Telling[]; compared: Record<string, number> }> {
  const carrier = world.carrierOf(deed.by);
  const answerTo = (id: string) =>
    world.hub.answer(carrier, questionOf(world, { ...deed, input: withId(deed.input, path, id) as object }));
  const absent = await answerTo(ABSENT);
  const telling: Telling[] = [];
  const compared: Record<string, number> = {};
  for (const [kind, ids] of Object.entries(hiddenFrom(world.facts, deed.by))) {
    const id = world.random.maybe(ids);
    if (!id) continue;
    const hidden = await answerTo(id);
    compared[kind] = 1;
    if (hidden === absent) continue;
    telling.push({ mutation: deed.mutation, path: path.join('.'), kind, id, by: deed.by, hidden, absent });
  }
  return { telling, compared };
}
