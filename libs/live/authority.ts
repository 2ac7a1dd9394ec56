import type { Authenticator, Sessions } from '#identity';
import type { AccessChanges, Groups } from '#members';
import { unauthenticated } from '#platform';
import { Interned } from './interned.js';
import type { Authority, Standing } from './ports.js';

/** More than there are regions, times the kinds of member that may be at each. */
const MOST_KEYS = 50_000;

interface Parts {
  readonly authenticator: Authenticator;
  readonly sessions: Sessions;
  readonly changes: AccessChanges;
  readonly groups: Groups;
}

/** The hub's people, their sessions, tokens and keys. */
export function authorityOf({ authenticator, sessions, changes, groups }: Parts): Authority {
  const keys = new Interned(MOST_KEYS);
  const now = async (sessionId: string): Promise<Standing | null> => {
    const standing = await sessions.standing(sessionId);
    if (!standing) return null;
    const { principal, expiresAt } = standing;
    return { principal: { ...principal, held: keys.all(principal.held) }, expiresAt: Date.parse(expiresAt) };
  };
  return {
    authenticate: async (credentials) => {
      const principal = await authenticator.authenticate(credentials);
      if (principal.sessionId === null) return { principal, expiresAt: Number.POSITIVE_INFINITY };
      const standing = await now(principal.sessionId);
      if (!standing) throw unauthenticated();
      return standing;
    },
    again: async (standing) => {
      const { sessionId } = standing.principal;
      return sessionId === null ? standing : now(sessionId);
    },
    head: () => changes.head(),
    since: (sequence, limit) => changes.since(sequence, limit),
    membersOf: (groupId) => groups.membersOf(groupId),
  };
}
