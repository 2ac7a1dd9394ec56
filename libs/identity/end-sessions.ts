import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { CookieJar, EndSessionInput } from '#contract';
import { notFound } from '#platform';
import { SessionCookie } from './cookies.js';
import { Sessions } from './sessions.js';

/** Ends one's own sessions. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly acting: Acting,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** Ends what carries this request and removes the cookie. @returns whether there was a session to end */
  async signOut(principal: Principal, reply: CookieJar | undefined): Promise<boolean> {
    reply?.setCookie(this.cookie.removing());
    const { viewer, sessionId, scopes } = principal;
    if (viewer === null || sessionId === null || scopes !== null) return false;
    const deed = { principal, action: 'account.signOut', operation: 'signOut', input: {} } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      tell({ objectType: 'session', objectId: sessionId });
      return this.sessions.endOne(tx, viewer.personId, sessionId);
    });
  }

  /** @throws Refusal NOT_FOUND for any but one's own that are open */
  endSession(principal: Principal, input: EndSessionInput): Promise<{ id: string }> {
    const deed = { principal, action: 'account.manage', operation: 'endSession', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      if (!(await this.sessions.endOne(tx, principal.viewer?.personId ?? '', input.id))) throw notFound();
      tell({ objectType: 'session', objectId: input.id });
      return { id: input.id };
    });
  }
}
