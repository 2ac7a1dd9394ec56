import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Audit } from '#audit';
import type { AcceptInvitationInput } from '#contract';
import { AcceptInvitations, type InvitationRecord, Invitations, readPersonName } from '#members';
import { Database, isUniqueViolation, notFound } from '#platform';
import { Credentials } from './credentials.js';
import { OwnWords } from './own-words.js';
import { PasswordHasher } from './password/hasher.js';
import { readNewPassword } from './password/rules.js';
import { Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

/** Lets somebody join, or set a new password, by the link that they were sent. It signs nobody in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly accepting: AcceptInvitations,
    private readonly ownWords: OwnWords,
    private readonly hasher: PasswordHasher,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly audit: Audit,
  ) {}

  /**
   * A link is good once. A reset ends the person's sessions and tokens and unlocks their account.
   * @throws Refusal NOT_FOUND for a link that is not good, or no longer; BAD_INPUT; UNAVAILABLE
   */
  async accept({ token, password, name }: AcceptInvitationInput): Promise<{ email: string }> {
    const invitation = await this.invitations.byToken(token);
    if (!invitation) throw notFound();
    const joining = invitation.purpose === 'JOIN';
    const called = joining && name != null ? readPersonName(name) : invitation.name;
    const own = await this.ownWords.of({ ...invitation, name: called });
    const hash = await this.hasher.hash(readNewPassword(password, own, ['input', 'password']));
    try {
      await this.carryOut(invitation, called, hash);
    } catch (error) {
      // Somebody else joined with the same address at the same moment.
      throw isUniqueViolation(error) ? notFound({ cause: error }) : error;
    }
    return { email: invitation.email };
  }

  private carryOut(invitation: InvitationRecord, name: string, hash: string): Promise<void> {
    return this.database.write(async (tx) => {
      const person = await this.accepting.accept(tx, invitation, name);
      await this.credentials.setHash(tx, person.id, hash);
      await this.sessions.end(tx, person.id, sql`1 = 1`);
      await this.throttle.unlock(tx, person.email);
      this.audit.append(tx, null, {
        action: 'invitation.accept',
        objectType: 'person',
        objectId: person.id,
        detail: { invitationId: invitation.id, purpose: invitation.purpose },
      });
    });
  }
}
