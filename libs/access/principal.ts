import type { KeyScope } from './actions.js';
import { heldKeys, type Key } from './keys.js';
import type { Viewer } from './types.js';

/** Whoever is behind a request: the viewer's present facts, the keys that follow, and how the request is carried. */
export interface Principal {
  readonly viewer: Viewer | null;
  readonly held: ReadonlySet<Key>;
  /** An API key's scopes; `null` for a session, which is not narrowed. */
  readonly scopes: readonly KeyScope[] | null;
  readonly sessionId: string | null;
}

export function principalOf(
  viewer: Viewer | null,
  carried: { scopes?: readonly KeyScope[] | null; sessionId?: string | null } = {},
): Principal {
  return {
    viewer,
    held: heldKeys(viewer),
    scopes: carried.scopes ?? null,
    sessionId: carried.sessionId ?? null,
  };
}

/** Somebody who has not signed in. */
export const ANONYMOUS: Principal = principalOf(null);
