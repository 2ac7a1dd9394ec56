import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, principalOf } from '#access';
import { Audit } from '#audit';
import type { Client, CookieJar, SessionKind, SignInInput } from '#contract';
import { readEmail, Viewers } from '#members';
import { Database, forbidden, type Refusal, unauthenticated } from '#platform';
import { Authenticator } from './authenticator.js';
import { SessionCookie } from './cookies.js';
import { assertPasswordLength } from './password/rules.js';
import { type OpenedSession, Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

export interface SignedIn {
  readonly principal: Principal;
  readonly session: OpenedSession;
}

const wrong = (): Refusal => unauthenticated('The e-mail address or the password is wrong.');

/** Signs people in. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly viewers: Viewers,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly cookie: SessionCookie,
    private readonly audit: Audit,
  ) {}

  /**
   * Opens a browser's session and sets its cookie; the one that the request came with, if any, ends.
   * @throws Refusal UNAUTHENTICATED, RATE_LIMITED, BAD_INPUT, UNAVAILABLE; FORBIDDEN where no cookie can be set
   */
  async withCookie(
    input: SignInInput,
    client: Client,
    before: Principal,
    reply: CookieJar | undefined,
  ): Promise<SignedIn> {
    if (!reply) throw forbidden('Sign in over plain HTTP, where a cookie can be set.');
    const signedIn = await this.open('COOKIE', input, client, before);
    reply.setCookie(this.cookie.carrying(signedIn.session.secret));
    return signedIn;
  }

  /** Opens a program's session. @throws Refusal UNAUTHENTICATED, RATE_LIMITED, BAD_INPUT, UNAVAILABLE */
  withToken(input: SignInInput, client: Client): Promise<SignedIn> {
    return this.open('TOKEN', input, client, null);
  }

  private async open(
    kind: SessionKind,
    input: SignInInput,
    client: Client,
    before: Principal | null,
  ): Promise<SignedIn> {
    const email = readEmail(input.email, ['input', 'email']);
    assertPasswordLength(input.password, ['input', 'password']);
    const proof = await this.authenticator.password({
      email,
      password: input.password,
      address: client.address,
    });
    if (!proof) throw wrong();
    const { personId, admission } = proof;
    return this.database.write(async (tx) => {
      const [carried] = await this.viewers.carriedBy(tx, sql`SELECT CAST(${personId} AS TEXT) AS person_id`);
      if (!carried?.viewer.active || !carried.viewer.member.active) throw wrong();
      const { viewer, era } = carried;
      await this.throttle.succeeded(tx, admission);
      if (before?.viewer)
        await this.sessions.end(
          tx,
          before.viewer.personId,
          sql`kind = 'COOKIE' AND id = ${before.sessionId}`,
        );
      const session = await this.sessions.open(tx, kind, { personId, era, userAgent: client.userAgent });
      const principal = principalOf(viewer, { sessionId: session.id });
      this.audit.append(tx, principal, {
        action: 'session.signIn',
        objectType: 'session',
        objectId: session.id,
        detail: { kind },
      });
      return { principal, session };
    });
  }
}
