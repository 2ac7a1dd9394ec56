import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Authenticator } from '#identity';
import { badInput, unauthenticated } from '#platform';

/**
 * Who reads a feed. Feed readers know no header, so a key may stand in the address: one that is good for feeds alone, since
 * addresses are kept in many places.
 */
@Injectable()
export class Readers {
  constructor(private readonly authenticator: Authenticator) {}

  /** @throws Refusal UNAUTHENTICATED for a key that is not, or no longer, good for feeds */
  async of(caller: Principal, token: unknown): Promise<Principal> {
    if (token === undefined) return caller;
    if (typeof token !== 'string' || token.length > 100) throw badInput(['token'], 'This is no key.');
    const reader = await this.authenticator.authenticate({ authorization: `Bearer ${token}` });
    if (reader.scopes === null || !reader.scopes.every((scope) => scope === 'FEED'))
      throw unauthenticated('Only a key for feeds alone may stand in an address.');
    return reader;
  }
}
