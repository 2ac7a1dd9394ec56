import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { ChangePasswordInput, Client } from '#contract';
import { People } from '#members';
import { badInput, Database, unauthenticated } from '#platform';
import { Authenticator } from './authenticator.js';
import { Credentials } from './credentials.js';
import { OwnWords } from './own-words.js';
import { PasswordHasher } from './password/hasher.js';
import { assertPasswordLength, readNewPassword } from './password/rules.js';
import { Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

/** Changes one's own password. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly acting: Acting,
    private readonly people: People,
    private readonly authenticator: Authenticator,
    private readonly ownWords: OwnWords,
    private readonly hasher: PasswordHasher,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Trying the present password is throttled with the tries to sign in. All other sessions and tokens end.
   * @throws Refusal BAD_INPUT for a wrong present password and for a new one that breaks the rules, RATE_LIMITED
   */
  async change(
    principal: Principal,
    input: ChangePasswordInput,
    client: Client,
  ): Promise<{ endedSessions: number }> {
    const personId = principal.viewer?.personId ?? '';
    const person = await this.database.read((tx) => this.people.get(tx, personId));
    if (!person) throw unauthenticated();
    assertPasswordLength(input.currentPassword, ['input', 'currentPassword']);
    const chosen = readNewPassword(input.newPassword, await this.ownWords.of(person), [
      'input',
      'newPassword',
    ]);
    const given = { email: person.email, password: input.currentPassword, address: client.address };
    const proof = await this.authenticator.password(given);
    if (!proof) throw badInput(['input', 'currentPassword'], 'This is not your present password.');
    const hash = await this.hasher.hash(chosen);
    const deed = { principal, action: 'account.manage', operation: 'changePassword', input: {} } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      await this.throttle.succeeded(tx, proof.admission);
      await this.credentials.setHash(tx, personId, hash);
      const endedSessions = await this.sessions.end(tx, personId, sql`id <> ${principal.sessionId ?? ''}`);
      tell({ objectType: 'person', objectId: personId, detail: { endedSessions } });
      return { endedSessions };
    });
  }
}
