import type { Authenticator, Sessions } from '#identity';
import type { AccessChanges, Groups } from '#members';
import { unauthenticated } from '#platform';
import type { Authority, Standing } from './ports.js';

interface Parts {
  readonly authenticator: Authenticator;
  readonly sessions: Sessions;
  readonly changes: AccessChanges;
  readonly groups: Groups;
}

/** The hub's people, their sessions, tokens and keys. */
export function authorityOf({ authenticator, sessions, changes, groups }: Parts): Authority {
  const now = async (sessionId: string): Promise<Standing | null> => {
    const standing = await sessions.standing(sessionId);
    return standing && { principal: standing.principal, expiresAt: Date.parse(standing.expiresAt) };
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
