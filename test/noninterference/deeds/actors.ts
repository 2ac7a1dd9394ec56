import type { KeyScope } from '#access';
import { type Asker } from '../model/facts.js';
import { carries, personOf } from '../model/rules.js';
import type { World } from '../world/world.js';

/** Somebody who asks, and the session or key that carries it. */
export interface Actor extends Asker {
  readonly carrierId: string | null;
}

/** Everybody who can act with such a scope; `null` for what no key is good for. */
export function actorsOf({ facts }: World, scope: KeyScope | null): Actor[] {
  return Object.values(facts.carriers)
    .map(({ id, personId, scopes }) => ({ personId, scopes, carrierId: id }))
    .filter((actor) => personOf(facts, actor) !== null && carries(actor, scope));
}
