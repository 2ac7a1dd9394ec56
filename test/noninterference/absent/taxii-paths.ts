import type { Viewer } from '../pairs/plan.js';
import { ABSENT } from '../pairs/pools.js';
import type { World } from '../world/world.js';
import { hiddenFrom } from './hidden.js';

/** What an object is called, by the kind of thing that it is made of. */
const TYPE_OF = { publications: 'report', indicators: 'indicator' } as const;

/** Every path that takes the id of an object. */
const PATHS: readonly ((id: string) => string)[] = [
  (id) => `objects/${id}/`,
  (id) => `objects/${id}/?match[version]=all`,
  (id) => `objects/${id}/versions/`,
  (id) => `objects/?match[id]=${id}`,
  (id) => `manifest/?match[id]=${id}&match[version]=all`,
];

/**
 * Asks TAXII for what a viewer may not know of, and for what is nowhere.
 * @returns the paths whose answers are not the same, byte for byte
 */
export async function toldApartByTaxii(world: World, { name, asker, carrier }: Viewer): Promise<string[]> {
  const told: string[] = [];
  const hidden = hiddenFrom(world.facts, asker);
  for (const [kind, type] of Object.entries(TYPE_OF)) {
    const [id] = world.random.some(hidden[kind] ?? [], 1);
    if (!id) continue;
    for (const root of ['community', 'exercises']) {
      for (const path of PATHS) {
        const [asked, absent] = [id, ABSENT].map(
          (one) => `/taxii2/${root}/collections/all/${path(`${type}--${one}`)}`,
        );
        const is = await world.hub.answer(carrier, { path: asked, query: '' });
        if (is !== (await world.hub.answer(carrier, { path: absent, query: '' })))
          told.push(`${name}: ${asked}`);
      }
    }
  }
  return told;
}
