import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { Strategy as LocalStrategy } from 'passport-local';
import { ANONYMOUS, type Principal } from '#access';
import type { CookieJar } from '#contract';
import { unauthenticated } from '#platform';
import { Carriers } from './carriers.js';
import { CheckPassword, type PasswordProof, type PasswordTry } from './check-password.js';
import { CookieStrategy } from './cookie-strategy.js';
import { SessionCookie } from './cookies.js';

/** What a request brings to say who asks. */
export interface Credential {
  /** The `Authorization` header. */
  readonly authorization?: string | undefined;
  /** The `Cookie` header. */
  readonly cookie?: string | undefined;
}

/** The part of a request that passport's strategies read. */
interface Attempt {
  readonly headers: { readonly authorization?: string | undefined; readonly cookie?: string | undefined };
  readonly body?: { readonly email: string; readonly password: string };
  readonly address?: string;
}

type Done<T> = (error: unknown, found?: T | false) => void;

/** Says who asks, by passport's strategies: a session cookie, a bearer token or API key, e-mail and password. */
@Injectable()
export class Authenticator {
  /** One of our own: the package's shared instance would mix the hubs of one process. */
  private readonly passport = new passport.Passport();

  constructor(
    private readonly cookies: SessionCookie,
    carriers: Carriers,
    checkPassword: CheckPassword,
  ) {
    this.passport.use('cookie', new CookieStrategy((header) => carryingOut(cookies, carriers, header)));
    this.passport.use(
      'bearer',
      new BearerStrategy((secret, done: Done<Principal>) => settle(carriers.byBearer(secret), done)),
    );
    this.passport.use(
      'local',
      new LocalStrategy(
        { usernameField: 'email', passReqToCallback: true, session: false },
        (request: unknown, email: string, password: string, done: Done<PasswordProof>) =>
          settle(checkPassword.check({ email, password, address: (request as Attempt).address ?? '' }), done),
      ),
    );
  }

  /**
   * Who asks. An `Authorization` header goes before a cookie; a cookie whose session has ended is anonymous and is removed.
   * @param reply where the answer's cookies go, if it takes any
   * @throws Refusal UNAUTHENTICATED for an `Authorization` header that is not, or no longer, good
   */
  async authenticate({ authorization, cookie }: Credential, reply?: CookieJar): Promise<Principal> {
    if (authorization !== undefined) {
      const principal = await this.run<Principal>('bearer', { headers: { authorization } });
      if (!principal) throw unauthenticated('This token or key is not good, or no longer.');
      return principal;
    }
    if (this.cookies.read(cookie) === null) return ANONYMOUS;
    const principal = await this.run<Principal>('cookie', { headers: { cookie } });
    if (!principal) reply?.setCookie(this.cookies.removing());
    return principal ?? ANONYMOUS;
  }

  /** @returns `null` unless the password is right and the account active. @throws Refusal RATE_LIMITED, UNAVAILABLE */
  password({ email, password, address }: PasswordTry): Promise<PasswordProof | null> {
    return this.run<PasswordProof>('local', { headers: {}, body: { email, password }, address });
  }

  private run<T>(strategy: string, attempt: Attempt): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const settled = (error: unknown, found?: T | false | null) =>
        error ? reject(error) : resolve(found || null);
      this.passport.authenticate(strategy, { session: false }, settled)(attempt, {}, reject);
    });
  }
}

function carryingOut(
  cookies: SessionCookie,
  carriers: Carriers,
  header: string | undefined,
): Promise<Principal | null> {
  const secret = cookies.read(header);
  return secret === null ? Promise.resolve(null) : carriers.byCookie(secret);
}

function settle<T>(found: Promise<T | null>, done: Done<T>): void {
  found.then(
    (principal) => done(null, principal ?? false),
    (error: unknown) => done(error),
  );
}
