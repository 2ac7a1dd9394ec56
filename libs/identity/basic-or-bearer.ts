import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ANONYMOUS, type Principal, principalOf } from '#access';
import { readEmail, Viewers } from '#members';
import { Database, Refusal, unauthenticated } from '#platform';
import { Authenticator } from './authenticator.js';
import { assertPasswordLength } from './password/rules.js';
import { Throttle } from './throttle.js';

const KEY = /^wf[stk]_/;

/**
 * Says who asks where programs written by others ask: a bearer token or API key, or HTTP Basic (RFC 7617). Basic carries an API
 * key as its password, whatever the user name, and is then as fast; or e-mail and password, which is checked and throttled like
 * any sign-in, every time.
 */
@Injectable()
export class BasicOrBearer {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly throttle: Throttle,
  ) {}

  /** @throws Refusal UNAUTHENTICATED, RATE_LIMITED, UNAVAILABLE */
  async authenticate(authorization: string | undefined, address: string): Promise<Principal> {
    if (authorization === undefined) return ANONYMOUS;
    const basic = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
    if (basic === undefined) return this.authenticator.authenticate({ authorization });
    const decoded = Buffer.from(basic, 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (colon < 0) throw wrong();
    const [user, secret] = [decoded.slice(0, colon), decoded.slice(colon + 1)];
    if (KEY.test(secret)) return this.authenticator.authenticate({ authorization: `Bearer ${secret}` });
    return this.byPassword(user, secret, address);
  }

  private async byPassword(user: string, password: string, address: string): Promise<Principal> {
    const email = emailOf(user, password);
    const proof = email === null ? null : await this.authenticator.password({ email, password, address });
    if (!proof) throw wrong();
    return this.database.write(async (tx) => {
      const [carried] = await this.viewers.carriedBy(
        tx,
        sql`SELECT CAST(${proof.personId} AS TEXT) AS person_id`,
      );
      if (!carried?.viewer.active || !carried.viewer.member.active) throw wrong();
      await this.throttle.succeeded(tx, proof.admission);
      return principalOf(carried.viewer);
    });
  }
}

/** What can be no e-mail address or no password is as wrong as any other. */
function emailOf(user: string, password: string): string | null {
  try {
    assertPasswordLength(password, []);
    return readEmail(user, []);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const wrong = (): Refusal => unauthenticated('The user name or the password is wrong.');
